"""imsmanifest.xml: one organization with one item, which is one resource with every file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from coursekit.export.package import LAUNCH, Package
from coursekit.export.tree import Element, below

MANIFEST = "imsmanifest.xml"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
LONGEST_TITLE = 200  # characters, by SCORM 1.2


@dataclass(frozen=True)
class Standard:
    """What an edition of SCORM calls things, and where a manifest finds the schemas of each."""

    version: str
    content: str  # namespace of IMS content packaging
    adl: str  # namespace of ADL's additions
    sco: str  # the attribute that tells a SCO from an asset
    others: Mapping[str, str]  # prefix -> namespace
    schemas: Mapping[str, str]  # namespace -> file at the root

    def tag(self, name: str, prefix: str = "") -> str:
        """`name` in the namespace of `prefix`, or in that of content packaging."""
        known = {"": self.content, "adlcp": self.adl, **self.others}
        return f"{{{known[prefix]}}}{name}"


def manifest(
    package: Package, standard: Standard, about: Element, item_parts: Iterable[Element] = ()
) -> Element:
    """The tree; `about` describes the course, `item_parts` say how the platform runs it."""
    tag = standard.tag
    names: dict[str | None, str] = {None: standard.content, "adlcp": standard.adl, "xsi": XSI}
    names.update(standard.others)
    root = etree.Element(tag("manifest"), nsmap=names, identifier=_id(package))
    places = " ".join(f"{space} {file}" for space, file in standard.schemas.items())
    root.set(f"{{{XSI}}}schemaLocation", places)
    head = below(root, tag("metadata"))
    below(head, tag("schema"), "ADL SCORM")
    below(head, tag("schemaversion"), standard.version)
    head.append(about)
    organizations = below(root, tag("organizations"), default="organization")
    organization = below(organizations, tag("organization"), identifier="organization")
    title = package.title[:LONGEST_TITLE]
    below(organization, tag("title"), title)
    item = below(organization, tag("item"), identifier="item", identifierref="resource")
    item.set("isvisible", "true")
    below(item, tag("title"), title)
    item.extend(item_parts)
    root.append(_resources(package, standard))
    return root


def _resources(package: Package, standard: Standard) -> Element:
    tag = standard.tag
    resources = etree.Element(tag("resources"))
    resource = below(resources, tag("resource"), identifier="resource", type="webcontent")
    resource.set(tag(standard.sco, "adlcp"), "sco")
    resource.set("href", LAUNCH)
    for name in sorted(package.files):
        below(resource, tag("file"), href=name)
    return resources


def _id(package: Package) -> str:
    """The same for every release, so that a platform knows an update."""
    return f"{package.course}-{package.language}"
