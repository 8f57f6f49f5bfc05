"""The page on the model shows what the simulator computes with: all of it, and nothing else."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from coursekit.content.engine import ask
from coursekit.content.library import Library
from coursekit.host import safe_html
from coursekit.render import Scene, render_block
from coursekit.render.assumptions import EXAMPLE, WEEKS, read_plans, weights_of
from coursekit.render.curve import BASE, END, START, TOP, top_of
from coursekit.render.lettering import width
from coursekit.render.plan import PILLARS
from ssi_calc import load_inputs, simulate
from ssi_calc.assumptions import assumption_problems

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "es", "it", "da", "nl", "he")
PAGE = "reference/model.md"
INPUTS = load_inputs()
SHEET = 240  # width of a curve's sheet


def scene(library: Library, language: str = "en") -> Scene:
    return Scene(library, language, PAGE, safe_html, lambda url: f"/{url}")


@pytest.fixture(scope="module")
def shown(library) -> dict[str, dict[str, Tag]]:
    """The inputs on the page by language and id."""
    found: dict[str, dict[str, Tag]] = {}
    for language in LANGUAGES:
        html = "".join(
            render_block("model", {"pillar": pillar}, scene(library, language))
            for pillar in PILLARS
        )
        soup = BeautifulSoup(html, "html.parser")
        inputs = soup.select("details.model-input")
        found[language] = {each["id"].removeprefix("input-"): each for each in inputs}
    return found


def numbers(input: Tag) -> list[list[float]]:
    """The table of an input as numbers, percentages as shares."""
    rows = [[cell.get_text() for cell in row.select("td")] for row in input.select("tbody tr")]
    return [
        [float(text.rstrip("%").replace(",", "")) / (100 if "%" in text else 1) for text in row]
        for row in rows
    ]


def spread(entry, name: str) -> list[float]:
    found = getattr(entry, name)
    return [found.low, found.mid, found.high]


def expected(entry) -> list[list[float]]:
    """What the table must hold."""
    rows = []
    if entry.weight.high:
        rows.append(spread(entry, "weight"))
        rows += [] if entry.boolean else [spread(entry, "full")]
    return rows + ([spread(entry, "window")] if entry.window else [])


def test_every_input_is_shown_in_every_language_in_the_order_of_the_file(shown):
    for language in LANGUAGES:
        assert list(shown[language]) == [entry.id for entry in INPUTS], language


def test_every_number_is_that_of_the_inputs_file(shown):
    for entry in INPUTS:
        found = numbers(shown["en"][entry.id])
        assert len(found) == len(expected(entry)), entry.id
        for row, wanted in zip(found, expected(entry), strict=True):
            assert row == pytest.approx(wanted), entry.id


def test_every_input_names_its_evidence_its_unit_and_its_limits(shown):
    for entry in INPUTS:
        input = shown["en"][entry.id]
        facts = input.select_one("dl").get_text(" ", strip=True)
        assert [mark.get_text() for mark in input.select("a.claim")] == entry.claims, entry.id
        assert entry.unit in facts
        assert entry.kind in facts
        for low, high in [] if entry.boolean else entry.limits.values():
            assert f"from {low} to {high}" in facts
        assert ("Sales Navigator needed" in facts) == entry.needs_navigator, entry.id


def test_every_claim_an_input_rests_on_is_among_the_sources_of_the_page(library):
    for language in LANGUAGES:
        html = render_block("sources", {}, scene(library, language))
        listed = {each["id"] for each in BeautifulSoup(html, "html.parser").select("li")}
        missing = {
            claim for entry in INPUTS for claim in entry.claims if f"claim-{claim}" not in listed
        }
        assert missing == set(), language


def test_what_earns_points_has_a_curve_and_what_does_not_says_through_what_it_counts(shown):
    for entry in INPUTS:
        input = shown["en"][entry.id]
        assert bool(input.select(".model-curve")) == bool(entry.weight.high), entry.id
        if not entry.weight.high:
            rate = next(other for other in INPUTS if entry.id in other.of)
            assert rate.name in input.select_one(".model-input__points").get_text()


def test_the_middle_line_passes_where_the_engine_says(shown):
    for pillar in PILLARS:
        responses = ask(ROOT, {"verb": "responses", "pillar": pillar})["responses"]
        for id, response in responses.items():
            if INPUTS[id].boolean:
                continue
            most = top_of(response["points"])
            path = shown["en"][id].select_one(".model-curve .ssi-line")["d"]
            pairs = [float(number) for number in re.findall(r"-?[\d.]+", path)]
            drawn = list(zip(pairs[::2], pairs[1::2], strict=True))
            for amount, band in zip(response["amounts"], response["points"], strict=True):
                x = START + (END - START) * amount / response["amounts"][-1]
                y = BASE - (BASE - TOP) * band["mid"] / most
                assert height_at(drawn, x) == pytest.approx(y, abs=0.2), id


def height_at(line: list[tuple[float, float]], x: float) -> float:
    """Where a line of points stands at `x`."""
    for (before, low), (after, high) in pairwise(line):
        if before - 0.06 <= x <= after + 0.06:
            return low + (high - low) * (x - before) / (after - before)
    raise AssertionError(f"the line does not reach {x}")


def test_every_curve_is_said_in_words_for_those_who_do_not_see_it(shown, library):
    for language in LANGUAGES:
        names = library.interface(language)
        for id, input in shown[language].items():
            for curve in input.select(".model-curve"):
                assert names[f"input.{id}"] in curve["aria-label"]
                assert re.search(r"\d", curve["aria-label"])
                assert "{" not in curve["aria-label"]


def test_no_word_in_a_curve_runs_out_of_its_sheet(shown):
    for language in LANGUAGES:
        for id, input in shown[language].items():
            for text in input.select(".model-curve text"):
                long = width(text.get_text(), 12)
                before = {"middle": 0.5, "end": 1}.get(text.get("text-anchor"), 0) * long
                start = float(text["x"]) - before
                assert start >= -0.5, (language, id, text.get_text())
                assert start + long <= SHEET + 0.5, (language, id, text.get_text())


def test_every_weight_that_can_be_chosen_is_one_that_the_model_takes(library):
    chosen = [weight for pillar in PILLARS for weight in weights_of(pillar, scene(library))]

    assert [weight.id for weight in chosen] == [entry.id for entry in INPUTS if entry.weight.high]
    for weight in chosen:
        assert weight.mid == pytest.approx(100 * INPUTS[weight.id].weight.mid)
        for end in (weight.low, weight.mid, weight.high):
            assert assumption_problems({"weights": {weight.id: end / 100}}, INPUTS) == []
            steps = (end - weight.low) / weight.step
            assert steps == pytest.approx(round(steps), abs=1e-6), weight.id
        room = 100 * (INPUTS[weight.id].weight.high - INPUTS[weight.id].weight.low)
        assert weight.high - weight.low > room - 2 * weight.step


def test_the_plans_on_offer_run_and_take_the_time_that_their_names_say(library):
    minutes = {}
    for id, plan in read_plans(scene(library)).items():
        request = {"verb": "compare", "plan": {"start": EXAMPLE, "weeks": WEEKS, **plan}}
        assert "ours" in ask(ROOT, request)
        run = simulate({"start": EXAMPLE, "weeks": WEEKS, **plan}, INPUTS)
        minutes[id] = run.minutes_per_week()

    assert minutes["rest"] == 0
    assert minutes["two-hours"] == pytest.approx(120, abs=5)
    assert 240 <= minutes["push"] <= 300


def test_without_scripts_one_plan_is_drawn_by_both_assumptions(library):
    for language in ("en", "he"):
        html = render_block("assumptions", {}, scene(library, language))
        soup = BeautifulSoup(html, "html.parser")
        ours, yours = (soup.select_one(f"[data-part={which}] svg") for which in ("ours", "yours"))
        cells = [[cell.get_text() for cell in row.select("td")] for row in soup.select("tbody tr")]
        assert str(ours) != str(yours)
        assert len(cells) == 5
        assert all(re.search(r"\d.*→.*\d.*\(.*–.*\)", cell) for row in cells for cell in row)
        assert cells[0][0] != cells[0][1]
