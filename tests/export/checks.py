"""What an LMS would refuse in a package, checked as ADL's and cmi5's own tools do.

An XSD alone lets pass references to nothing, files that are not there and wrong versions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from lxml import etree

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
CMI5 = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")  # an xs:ID, as far as it may go here
TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")  # of a language
IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
RESERVED = {"endpoint", "fetch", "actor", "registration", "activityId"}
MOVE_ON = {"Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed", "NotApplicable"}

PARTS = ["title", "description", "objectives", "url", "launchParameters", "entitlementKey"]

VERSIONS = {
    "scorm12": ("1.2", "http://www.adlnet.org/xsd/adlcp_rootv1p2", "scormtype"),
    "scorm2004": ("2004 4th Edition", "http://www.adlnet.org/xsd/adlcp_v1p3", "scormType"),
}


def files_of(path: Path) -> dict[str, bytes]:
    """What a ZIP holds, by name."""
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def file_problems(files: Mapping[str, bytes]) -> Iterator[str]:
    """Names that some platform does not unpack."""
    seen = set()
    for name in files:
        if not re.fullmatch(r"[A-Za-z0-9_./-]+", name):
            yield f"{name}: not plain ASCII"
        if name.lower() in seen:
            yield f"{name}: differs by case only"
        seen.add(name.lower())


def schema_problems(files: Mapping[str, bytes]) -> Iterator[str]:
    """What the schemas in the package say about its manifest."""
    root = etree.fromstring(files["imsmanifest.xml"])
    places = root.get(f"{XSI}schemaLocation").split()
    pairs = list(zip(places[::2], places[1::2], strict=True))
    missing = [file for _, file in pairs if file not in files]
    yield from (f"schema {file} is missing" for file in missing)
    if missing:
        return
    imports = "".join(
        f'<xs:import namespace="{space}" schemaLocation="{file}"/>' for space, file in pairs
    )
    driver = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            if "/" not in name and name.endswith(".xsd"):
                Path(folder, name).write_bytes(content)
        Path(folder, "driver.xsd").write_text(driver, encoding="utf-8")
        schema = etree.XMLSchema(etree.parse(Path(folder, "driver.xsd")))
    schema.validate(root)
    yield from (str(error) for error in schema.error_log)


def manifest_problems(files: Mapping[str, bytes], kind: str) -> Iterator[str]:
    """What is wrong with an imsmanifest.xml, and between it and the files."""
    version, adl, sco = VERSIONS[kind]
    root = etree.fromstring(files["imsmanifest.xml"])
    space = {"c": etree.QName(root).namespace, "a": adl}
    said = [
        root.findtext(f"c:metadata/c:{name}", None, space) for name in ("schema", "schemaversion")
    ]
    if said != ["ADL SCORM", version]:
        yield f"version {said}"
    if root.find(".//a:masteryscore", space) is not None:
        yield "masteryscore overrides what the course reports"
    ids = [
        element.get("identifier")
        for element in root.iter(etree.Element)
        if element.get("identifier")
    ]
    yield from (f"identifier '{id}'" for id in ids if not NAME.fullmatch(id))
    yield from (f"identifier '{id}' is used twice" for id in set(ids) if ids.count(id) > 1)
    if root.find("c:organizations", space).get("default") not in ids:
        yield "the default organization is missing"
    resources = {each.get("identifier"): each for each in root.iterfind(".//c:resource", space)}
    for item in root.iterfind(".//c:item", space):
        if item.get("identifierref") not in resources:
            yield f"item of resource '{item.get('identifierref')}', which is missing"
        if not 0 < len(item.findtext("c:title", "", space)) <= 200:
            yield "an item without a title"
    for resource in resources.values():
        if resource.get(f"{{{adl}}}{sco}") not in ("sco", "asset"):
            yield f"a resource without {sco}"
    yield from _listing_problems(root, files, space)


def _listing_problems(root, files, space) -> Iterator[str]:
    listed = [file.get("href") for file in root.iterfind(".//c:file", space)]
    there = {
        name for name in files if "/" in name or not name.endswith((".xsd", "imsmanifest.xml"))
    }
    yield from (f"{name} is listed and missing" for name in sorted({*listed} - there))
    yield from (f"{name} is there and not listed" for name in sorted(there - {*listed}))
    yield from (f"{name} is listed twice" for name in set(listed) if listed.count(name) > 1)
    for resource in root.iterfind(".//c:resource", space):
        if resource.get("href") not in listed:
            yield f"the launch file {resource.get('href')} is not listed"


def structure_problems(files: Mapping[str, bytes]) -> Iterator[str]:
    """What is wrong with a cmi5.xml, by sections 13 and 14 of the specification."""
    root = etree.fromstring(files["cmi5.xml"])
    if root.tag != f"{{{CMI5}}}courseStructure":
        yield f"root {root.tag}"
    tags = [etree.QName(child).localname for child in root]
    if (
        tags[0] != "course"
        or not set(tags[1:]) <= {"objectives", "block", "au"}
        or "au" not in tags
    ):
        yield f"children {tags}"
    ids = [element.get("id") for element in root.iter(f"{{{CMI5}}}course", f"{{{CMI5}}}au")]
    yield from (f"id '{id}' is no absolute IRI" for id in ids if not IRI.fullmatch(id or ""))
    yield from (f"id '{id}' is used twice" for id in set(ids) if ids.count(id) > 1)
    for part in root.iter(f"{{{CMI5}}}course", f"{{{CMI5}}}au"):
        for name in ("title", "description"):
            strings = part.findall(f"{{{CMI5}}}{name}/{{{CMI5}}}langstring")
            if not strings or not all((each.text or "").strip() for each in strings):
                yield f"no {name}"
            yield from (
                f"language '{s.get('lang')}'"
                for s in strings
                if not TAG.fullmatch(s.get("lang", ""))
            )
    for unit in root.iter(f"{{{CMI5}}}au"):
        yield from _unit_problems(unit, files)


def _unit_problems(unit, files) -> Iterator[str]:
    names = [etree.QName(child).localname for child in unit]
    if names != [name for name in PARTS if name in names]:
        yield f"order {names}"
    url = unit.findtext(f"{{{CMI5}}}url", "")
    path, _, query = url.partition("?")
    if path not in files:
        yield f"url {url} leads to no file"
    if "#" in url or "%" in url or RESERVED & {part.split("=")[0] for part in query.split("&")}:
        yield f"url {url} has parts that are the platform's"
    if unit.get("moveOn", "NotApplicable") not in MOVE_ON:
        yield f"moveOn {unit.get('moveOn')}"
    score = unit.get("masteryScore")
    if score is not None and not re.fullmatch(r"0(\.\d{1,4})?|1(\.0{1,4})?", score):
        yield f"masteryScore {score}"
