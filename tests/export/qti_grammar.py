"""The part of QTI 2.2 that banks are written in: what may stand where, from the standard's model.

No package of a registry carries the standard's XSDs; this names children and attributes by hand.
Children are a regular expression over names, each followed by a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

SPACE = "{http://www.imsglobal.org/xsd/imsqti_v2p2}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
INLINE = "(?:em |strong |span |br |code |a )*"
FLOW = "(?:p |ul |ol |div |em |strong |span |br |blockquote |pre |code |a |table )*"
RULES = "(?:setOutcomeValue |responseCondition )*"
VALUE = (
    "(?:variable |baseValue |correct |mapResponse |sum |product |divide |subtract |max |index |"
    "testVariables |gte |lte |lt |and |match )"
)
INTERACTIONS = "choiceInteraction |matchInteraction |orderInteraction |extendedTextInteraction "
BODY = FLOW.replace(")*", f"|{INTERACTIONS})*")
IN_TEXT = INLINE.replace(")*", "|inlineChoiceInteraction |textEntryInteraction )*")

# name: (children, required attributes, further attributes)
GRAMMAR: dict[str, tuple[str, str, str]] = {
    "assessmentItem": (
        "(?:responseDeclaration )*(?:outcomeDeclaration )*itemBody responseProcessing "
        "(?:modalFeedback )*",
        "identifier title adaptive timeDependent", LANG,
    ),
    "responseDeclaration": (
        "(?:correctResponse )?(?:mapping )?", "identifier cardinality baseType", "",
    ),
    "outcomeDeclaration": ("(?:defaultValue )?", "identifier cardinality baseType", ""),
    "correctResponse": ("(?:value )+", "", ""),
    "defaultValue": ("(?:value )+", "", ""),
    "value": ("", "", ""),
    "mapping": ("(?:mapEntry )+", "defaultValue", "lowerBound upperBound"),
    "mapEntry": ("", "mapKey mappedValue", ""),
    "itemBody": (BODY, "", "dir"),
    "prompt": (INLINE, "", ""),
    "choiceInteraction": (
        "(?:prompt )?(?:simpleChoice )+", "responseIdentifier shuffle maxChoices", "",
    ),
    "orderInteraction": ("(?:prompt )?(?:simpleChoice )+", "responseIdentifier shuffle", ""),
    "simpleChoice": (FLOW, "identifier", ""),
    "matchInteraction": (
        "(?:prompt )?simpleMatchSet simpleMatchSet ",
        "responseIdentifier shuffle maxAssociations", "class",
    ),
    "simpleMatchSet": ("(?:simpleAssociableChoice )+", "", ""),
    "simpleAssociableChoice": (FLOW, "identifier matchMax", ""),
    "inlineChoiceInteraction": ("(?:inlineChoice )+", "responseIdentifier shuffle", ""),
    "inlineChoice": ("", "identifier", ""),
    "textEntryInteraction": ("", "responseIdentifier", "expectedLength"),
    "extendedTextInteraction": ("(?:prompt )?", "responseIdentifier", "expectedLines"),
    "responseProcessing": (RULES, "", ""),
    "responseCondition": ("responseIf (?:responseElseIf )*(?:responseElse )?", "", ""),
    "responseIf": (f"{VALUE}{RULES}", "", ""),
    "responseElseIf": (f"{VALUE}{RULES}", "", ""),
    "responseElse": (RULES, "", ""),
    "setOutcomeValue": (VALUE, "identifier", ""),
    "variable": ("", "identifier", ""),
    "mapResponse": ("", "identifier", ""),
    "baseValue": ("", "baseType", ""),
    "index": (VALUE, "n", ""),
    "testVariables": ("", "variableIdentifier", ""),
    **dict.fromkeys(("sum", "product", "max", "and"), (f"{VALUE}+", "", "")),
    **dict.fromkeys(
        ("divide", "subtract", "gte", "lte", "lt", "match"), (f"{VALUE}{VALUE}", "", "")
    ),
    "modalFeedback": (FLOW, "outcomeIdentifier identifier showHide", "title"),
    "assessmentTest": (
        "(?:outcomeDeclaration )*(?:testPart )+(?:outcomeProcessing )?", "identifier title", "",
    ),
    "testPart": ("(?:assessmentSection )+", "identifier navigationMode submissionMode", ""),
    "assessmentSection": (
        "(?:selection )?(?:ordering )?(?:rubricBlock )*(?:assessmentItemRef )+",
        "identifier title visible", "",
    ),
    "selection": ("", "select", ""),
    "ordering": ("", "", "shuffle"),
    "rubricBlock": (FLOW, "view", "use"),
    "assessmentItemRef": ("(?:itemSessionControl )?", "identifier href", ""),
    "itemSessionControl": ("", "", "maxAttempts showFeedback"),
    "outcomeProcessing": ("(?:setOutcomeValue )*", "", ""),
    **dict.fromkeys(("p", "em", "strong", "span", "code"), (IN_TEXT, "", f"dir {LANG}")),
    "div": (FLOW.replace(")*", "|inlineChoiceInteraction )*"), "", f"dir {LANG}"),
    **dict.fromkeys(("ul", "ol"), ("(?:li )+", "", "")),
    "li": (FLOW, "", ""),
    "br": ("", "", ""),
}  # fmt: skip


def faults(root: etree._Element) -> Iterator[str]:
    """What of a document the grammar does not allow."""
    for element in root.iter(etree.Element):
        name = element.tag.removeprefix(SPACE)
        if name not in GRAMMAR:
            yield f"{name} is unknown"
            continue
        children, required, more = GRAMMAR[name]
        found = "".join(f"{child.tag.removeprefix(SPACE)} " for child in element)
        if not re.fullmatch(children, found):
            yield f"{name} holds {found}"
        if lacking := set(required.split()) - set(element.keys()):
            yield f"{name} lacks {lacking}"
        if surplus := set(element.keys()) - set(required.split()) - set(more.split()):
            yield f"{name} has {surplus}"
