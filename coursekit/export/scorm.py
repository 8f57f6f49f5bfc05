"""SCORM 1.2 and SCORM 2004 4th edition: the manifest of each, and the schemas it refers to."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from coursekit.export.manifest import MANIFEST, XSI, Standard, manifest
from coursekit.export.order import Made, Order
from coursekit.export.package import Package, packages
from coursekit.export.schemas import schemas
from coursekit.export.tree import XML_LANG, Element, below, document

IMSMD = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
LOM = "http://ltsc.ieee.org/xsd/LOM"
IMSSS = "http://www.imsglobal.org/xsd/imsss"
METADATA = "metadata.xml"

SCORM12 = Standard(
    version="1.2",
    content="http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    adl="http://www.adlnet.org/xsd/adlcp_rootv1p2",
    sco="scormtype",
    others={},
    schemas={
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
        "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
    },
)
SCORM2004 = Standard(
    version="2004 4th Edition",
    content="http://www.imsglobal.org/xsd/imscp_v1p1",
    adl="http://www.adlnet.org/xsd/adlcp_v1p3",
    sco="scormType",
    others={
        "adlnav": "http://www.adlnet.org/xsd/adlnav_v1p3",
        "adlseq": "http://www.adlnet.org/xsd/adlseq_v1p3",
        "imsss": IMSSS,
        "lom": LOM,
    },
    schemas={
        "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
        "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp_v1p3.xsd",
        "http://www.adlnet.org/xsd/adlseq_v1p3": "adlseq_v1p3.xsd",
        "http://www.adlnet.org/xsd/adlnav_v1p3": "adlnav_v1p3.xsd",
        IMSSS: "imsss_v1p0.xsd",
    },
)


def scorm12(order: Order) -> Made:
    """Packages of SCORM 1.2."""
    beside = schemas(order.library.root, "scorm12edition")
    return packages(order, "scorm12", lambda package: {**manifest12(package), **beside})


def scorm2004(order: Order) -> Made:
    """Packages of SCORM 2004, 4th edition."""
    beside = schemas(order.library.root, "scorm20044thedition")
    return packages(order, "scorm2004", lambda package: {**manifest2004(package), **beside})


def manifest12(package: Package) -> dict[str, bytes]:
    """The manifest, and the description beside it: within, the schema lets nothing of IMSMD pass.

    No masteryscore: it would override the status that the course reports.
    """
    lom = _about(package, IMSMD, "langstring", XML_LANG)
    lom.set(f"{{{XSI}}}schemaLocation", f"{IMSMD} imsmd_rootv1p2p1.xsd")
    beside = {METADATA: document(lom)}
    place = etree.Element(SCORM12.tag("location", "adlcp"))
    place.text = METADATA
    listed = replace(package, files={**package.files, **beside})
    return {MANIFEST: document(manifest(listed, SCORM12, place)), **beside}


def manifest2004(package: Package) -> dict[str, bytes]:
    """The course tells its completion and its success itself; a button 'next' leads nowhere."""
    about = _about(package, LOM, "string", "language")
    made = manifest(package, SCORM2004, about, [_sequencing("deliveryControls"), _presentation()])
    organization = made.find(f".//{SCORM2004.tag('organization')}")
    organization.set(SCORM2004.tag("objectivesGlobalToSystem", "adlseq"), "false")
    organization.append(_sequencing("controlMode"))
    return {MANIFEST: document(made)}


def _about(package: Package, space: str, string: str, language: str) -> Element:
    """Title, language and description as learning object metadata, of either time."""
    lom = etree.Element(f"{{{space}}}lom", nsmap={None: space, "xsi": XSI})
    general = below(lom, f"{{{space}}}general")
    for name, text in {
        "title": package.title,
        "language": package.language,
        "description": package.description,
    }.items():
        part = below(general, f"{{{space}}}{name}")
        if name == "language":
            part.text = text
        else:
            below(part, f"{{{space}}}{string}", text).set(language, package.language)
    return lom


SEQUENCING = {
    "controlMode": {"choice": "true", "flow": "true"},  # a platform may start the course at once
    "deliveryControls": {"completionSetByContent": "true", "objectiveSetByContent": "true"},
}


def _sequencing(part: str) -> Element:
    made = etree.Element(f"{{{IMSSS}}}sequencing")
    below(made, f"{{{IMSSS}}}{part}", **SEQUENCING[part])
    return made


def _presentation() -> Element:
    made = etree.Element(SCORM2004.tag("presentation", "adlnav"))
    interface = below(made, SCORM2004.tag("navigationInterface", "adlnav"))
    for button in ("previous", "continue"):
        below(interface, SCORM2004.tag("hideLMSUI", "adlnav"), button)
    return made
