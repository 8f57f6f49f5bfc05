"""The private journal of weekly readings; without scripts an empty table for paper."""

from __future__ import annotations

from coursekit.render.plan import PILLARS
from coursekit.render.scene import Scene

# what may stand beside the readings: the columns of the journal's file, as ssi-calc reads it
CONTEXT = ("industry_mean", "network_mean", "industry_rank", "network_rank")

# what coursekit/web/course-journal.js and journal-form.js say: their name and the interface's
SPOKEN = {
    "number-error": "journal.number-error",
    "date-error": "journal.date-error",
    "noted": "journal.noted",
    "replaced": "journal.replaced",
    "deleted": "journal.deleted",
    "restored": "journal.restored",
    "delete-row": "journal.delete-row",
    "chart": "journal.chart",
    **{pillar: f"pillar.{pillar}" for pillar in PILLARS},
}


def render_journal(spec: dict, scene: Scene) -> str:
    """The form, and room for the rows that the record keeps."""
    return scene.render(
        "journal.html.j2", pillars=PILLARS, context=CONTEXT, said=scene.said(SPOKEN)
    )
