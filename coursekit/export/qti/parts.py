"""What a QTI item is made of, whatever its type."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from coursekit.export.qti.rules import outcome, put_id
from coursekit.export.tree import Element


@dataclass
class Parts:
    """What an item is made of: declarations, body, rules for SCORE and for feedback, feedback.

    `says` are the modal feedbacks as outcome, identifier and HTML.
    """

    responses: list[Element]
    body: list[Element]
    score: list[Element]
    feedback: list[Element]
    says: list[tuple[str, str, str]]
    outcomes: list[Element] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


def with_reasons(parts: Parts, why: str) -> Parts:
    """`parts` with one feedback that gives all reasons, whatever was answered."""
    parts.outcomes.append(outcome("FEEDBACK", "single", "identifier"))
    parts.feedback.append(put_id("FEEDBACK", "reasons"))
    parts.says.append(("FEEDBACK", "reasons", why))
    return parts


def points(item: Any) -> str:
    """What an item is worth."""
    return f"{item.points:g}"
