"""QTI as a tree in the names of 2.2, and the same tree dressed for 2.2 or 3.0.

The two differ in names (responseDeclaration, qti-response-declaration), namespaces, and in the
qti-content-body that 3.0 puts around the content of feedback and rubrics.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from coursekit.export.bank_text import Voice
from coursekit.export.tree import XML_LANG, Element

Version = Literal["2.2", "3.0"]

# what a bank's texts are made of; every other name in a tree is one of QTI's
HTML = {
    "a", "blockquote", "br", "code", "div", "em", "li", "ol", "p", "pre", "span", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
BODIES = {"modalFeedback", "rubricBlock"}
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True)
class Dress:
    """What a version of QTI calls itself."""

    namespace: str
    manifest: str
    schema: tuple[str, str]  # name and version, as a manifest gives them
    kind: str  # of a resource, after imsqti_item_ or imsqti_test_


DRESSES: Mapping[Version, Dress] = {
    "2.2": Dress(
        "http://www.imsglobal.org/xsd/imsqti_v2p2",
        "http://www.imsglobal.org/xsd/imscp_v1p1",
        ("QTIv2.2 Package", "1.0.0"),
        "xmlv2p2",
    ),
    "3.0": Dress(
        "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
        "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
        ("QTI Package", "3.0.0"),
        "xmlv3p0",
    ),
}


def node(tag: str, *children: Element | str, **attributes: str) -> Element:
    """An element; a text is only good as its first and only child."""
    made = etree.Element(tag, {name: str(value) for name, value in attributes.items()})
    for child in children:
        if isinstance(child, str):
            made.text = child
        else:
            made.append(child)
    return made


def content(voice: Voice, html: str, tag: str = "div") -> Element:
    """Well-formed HTML as an element that says its language and direction."""
    made = etree.fromstring(f"<{tag}>{html}</{tag}>")
    made.set(XML_LANG, voice.scene.language)
    made.set("dir", voice.scene.direction)
    etree.strip_tags(made, *({each.tag for each in made.iter(etree.Element)} - HTML - {"gap"}))
    return made


def name(id: str) -> str:
    """An id as QTI takes it: one that begins with a digit gets an underscore in front."""
    return id if id[:1].isalpha() else f"_{id}"


def dressed(tree: Element, version: Version) -> bytes:
    """The document that `tree` is in a version of QTI."""
    made = _renamed(tree, DRESSES[version].namespace, version == "3.0")
    _indent(made)
    return etree.tostring(made, encoding="UTF-8", xml_declaration=True) + b"\n"


def _renamed(old: Element, space: str, kebab: bool) -> Element:
    """A copy of `old` in the namespace, with the names of 3.0 if `kebab`."""
    plain = not kebab or old.tag in HTML
    tag = old.tag if plain else f"qti-{_kebab(old.tag)}"
    made = etree.Element(f"{{{space}}}{tag}", nsmap={None: space})
    for key, value in old.attrib.items():
        made.set(key if plain else _kebab(key), value)
    wrapped = kebab and old.tag in BODIES
    home = etree.SubElement(made, f"{{{space}}}qti-content-body") if wrapped else made
    home.text, made.tail = old.text, old.tail
    home.extend(_renamed(child, space, kebab) for child in old)
    return made


def _indent(element: Element, level: int = 0) -> None:
    """Give each element a line of its own, down to the texts: a space in those would be seen."""
    if len(element) and etree.QName(element).localname not in HTML:
        starts = f"\n{'  ' * (level + 1)}"
        element.text = starts
        for child in element:
            _indent(child, level + 1)
            child.tail = starts
        element[-1].tail = starts[:-2]


def _kebab(camel: str) -> str:
    return camel if camel.startswith("{") else HUMP.sub("-", camel).lower()
