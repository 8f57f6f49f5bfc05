"""imsmanifest.xml of a QTI package, with titles and keywords as learning object metadata."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from coursekit.export.bank import Bank
from coursekit.export.qti.tree import DRESSES, Version, node
from coursekit.export.tree import Element, document

LOM = "http://ltsc.ieee.org/xsd/LOM"


def manifest(bank: Bank, trees: Mapping[str, Element], version: Version) -> bytes:
    """The manifest: every file once, and what each test needs."""
    dress = DRESSES[version]
    schema, number = dress.schema
    head = node("metadata", node("schema", schema), node("schemaversion", number))
    head.append(_lom(bank, f"{bank.course}: {bank.quiz.title}", [], bank.release))
    resources = node("resources")
    for path, tree in trees.items():
        resources.append(_resource(bank, path, tree, dress.kind))
    made = node(
        "manifest", head, node("organizations"), resources, identifier=f"{bank.quiz.id}-package"
    )
    for each in made.iter(etree.Element):
        if "}" not in each.tag:
            each.tag = f"{{{dress.manifest}}}{each.tag}"
    whole = etree.Element(made.tag, made.attrib, nsmap={None: dress.manifest, "lom": LOM})
    whole.extend(made)
    etree.cleanup_namespaces(whole, keep_ns_prefixes=["lom"])
    return document(whole)


def _resource(bank: Bank, path: str, tree: Element, kind: str) -> Element:
    """A file with what it is about; a test depends on its items."""
    is_test = tree.tag == "assessmentTest"
    made = node(
        "resource",
        identifier=_id(path),
        type=f"imsqti_{'test' if is_test else 'item'}_{kind}",
        href=path,
    )
    item = bank.quiz.item(tree.get("identifier", ""))
    title, tags = tree.get("title", ""), bank.tags(item) if item else []
    made.append(node("metadata", _lom(bank, title, tags)))
    made.append(node("file", href=path))
    for reference in tree.iter("assessmentItemRef"):
        made.append(node("dependency", identifierref=_id(reference.get("href", ""))))
    return made


def _id(path: str) -> str:
    """The identifier of a file: it shares none with those inside the files."""
    return "file-" + path.removesuffix(".xml").replace("/", "-")


def _lom(bank: Bank, title: str, keywords: Iterable[str], release: str = "") -> Element:
    """Title, language and keywords; the release as the version."""
    language = bank.scene.language
    general = _of(
        "general",
        _of("title", _string(title, language)),
        _of("language", language),
        *(_of("keyword", _string(each, "en")) for each in keywords),
    )
    cycle = [_of("lifeCycle", _of("version", _string(release, language)))] if release else []
    return _of("lom", general, *cycle)


def _string(text: str, language: str) -> Element:
    return _of("string", text, language=language)


def _of(tag: str, *children: Element | str, **attributes: str) -> Element:
    return node(f"{{{LOM}}}{tag}", *children, **attributes)
