"""cmi5: a course structure with one assignable unit, which is the whole course."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from coursekit.export.order import Made, Order
from coursekit.export.package import LAUNCH, Package, packages
from coursekit.export.tree import Element, below, document

STRUCTURE = "cmi5.xml"
SPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
ACTIVITY = "http://adlnet.gov/expapi/activities/course"


def cmi5(order: Order) -> Made:
    """Packages of cmi5."""
    return packages(order, "cmi5", structure_of)


def structure_of(package: Package) -> dict[str, bytes]:
    """The course structure; without a test to pass, completing is enough."""
    root = etree.Element(f"{{{SPACE}}}courseStructure", nsmap={None: SPACE})
    _told(below(root, f"{{{SPACE}}}course", id=iri(package, "course")), package)
    unit = below(root, f"{{{SPACE}}}au", id=iri(package, "unit"), activityType=ACTIVITY)
    if package.passing is None:
        unit.set("moveOn", "Completed")
    else:
        unit.set("moveOn", "CompletedAndPassed")
        unit.set("masteryScore", f"{package.passing:g}")
    _told(unit, package)
    below(unit, f"{{{SPACE}}}url", LAUNCH)
    return {STRUCTURE: document(root)}


def iri(package: Package, part: str) -> str:
    """An absolute IRI, the same for every release; the course owns no domain to name it by."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{package.course}/{package.language}/{part}')}"


def _told(parent: Element, package: Package) -> None:
    for name, text in {"title": package.title, "description": package.description}.items():
        part = below(parent, f"{{{SPACE}}}{name}")
        below(part, f"{{{SPACE}}}langstring", text, lang=package.language)
