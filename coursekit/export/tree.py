"""Trees of XML, and the files they become."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def below(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    """A new last child of `parent`."""
    made = etree.SubElement(parent, tag, attributes)
    made.text = text
    return made


def document(root: Element) -> bytes:
    """The tree as a file, each element in a line."""
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
