"""Journals of people whose response is known: what a fit must find again."""

from dataclasses import replace
from random import Random

from ssi_calc import PILLARS, Inputs, Journal
from ssi_calc.fit import middle_path
from ssi_calc.inputs import MAXIMUM
from ssi_calc.schedule import schedules_of


def invented(
    journal: Journal, factors: dict[str, float], noise: float, rng: Random, inputs: Inputs
) -> Journal:
    """Journal of somebody with known `factors` who did the same.

    Parameters
    ----------
    journal : Journal
        Its first readings are the true start; the others do not matter.
    factors : dict of str to float
        By pillar. [1]
    noise : float
        Standard deviation of every reading, the first included. [point]
    rng : random.Random
    inputs : Inputs

    Returns
    -------
    Journal
        The same weeks and activities, with readings from 0 to 25.
    """
    plan = journal.plan(inputs)
    weeks = [entry.week for entry in journal.entries]
    start = journal.entries[0].readings
    schedules = schedules_of(plan, inputs, plan["weeks"])
    changes = middle_path(schedules, plan, inputs).changes(start, weeks)
    entries = []
    for place, entry in enumerate(journal.entries):
        readings = {}
        for pillar in PILLARS:
            change = changes[pillar][place] if pillar in changes else 0.0
            score = start[pillar] + factors[pillar] * change + rng.gauss(0, noise)
            readings[pillar] = min(max(score, 0.0), MAXIMUM)
        entries.append(replace(entry, readings=readings))
    return Journal(tuple(entries))
