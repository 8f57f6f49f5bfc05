import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssi_calc import Simulator, chart, load_inputs, simulate
from ssi_calc.chart import DASHES, LABELS, PARTS, WIDE, Chart, layout

SVG = "{http://www.w3.org/2000/svg}"
WORKED = {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 25}


def run(**plan):
    return simulate({"start": WORKED, **plan}, load_inputs())


def drawn(svg):
    return ElementTree.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '))


def test_there_is_a_line_and_a_band_for_each_part():
    picture = drawn(chart(run(weekly={"comments": 10})))

    lines = [line.get("class") for line in picture.iter(f"{SVG}polyline")]
    bands = [band.get("class") for band in picture.iter(f"{SVG}polygon")]
    assert lines == [f"ssi-line ssi-{part}" for part in PARTS]
    assert bands == [f"ssi-band ssi-{part}" for part in PARTS]


def test_the_picture_tells_its_numbers_to_a_screen_reader():
    picture = drawn(chart(run(), id="one"))

    assert picture.get("role") == "img"
    named = picture.get("aria-labelledby").split()
    texts = {element.get("id"): element.text for element in picture.iter() if element.get("id")}
    assert set(named) == set(texts)
    assert "Brand 13.4 → 13.4 (13.4–13.4)" in texts["one-desc"]


@given(st.text(max_size=40), st.sampled_from(sorted(set(LABELS) - {"title", "change", "week"})))
@settings(deadline=None, max_examples=50)
def test_no_label_can_break_out_of_its_place(words, key):
    # XML cannot hold control characters at all
    words = re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", words)

    picture = drawn(chart(run(), {key: words}))

    assert len(list(picture.iter(f"{SVG}polyline"))) == 5


def test_labels_are_escaped():
    svg = chart(run(), {"brand": '<script>alert("1")</script>'}, id='"><b>')

    assert "<script" not in svg
    assert "<b" not in svg


def test_every_word_can_be_replaced():
    words = {key: "§" for key in LABELS if key not in ("direction", "decimal")}

    svg = chart(run(), words)

    texts = [element.text for element in drawn(svg).iter() if element.text]
    assert [text for text in texts if re.search("[a-z]", text)] == []


def test_the_decimal_mark_follows_the_language():
    assert "13,4 → 13,4" in chart(run(), {"decimal": ","})


def test_right_to_left_titles_stand_on_the_right():
    right = chart(run(), {"direction": "rtl"})

    assert right.count('text-anchor="end">Brand') == 1


@pytest.mark.parametrize("weeks", [1, 12, 104])
def test_all_points_lie_within_the_picture(weeks):
    picture = drawn(chart(run(weeks=weeks, others="stop")))

    for line in [*picture.iter(f"{SVG}polyline"), *picture.iter(f"{SVG}polygon")]:
        for point in line.get("points").split():
            x, y = map(float, point.split(","))
            assert 0 <= x <= 322
            assert -0.01 <= y <= 110


LEADS = [(), ("brand",), ("find", "engage"), ("brand", "find", "relate"), PARTS[1:]]


@pytest.mark.parametrize("lead", LEADS)
def test_all_five_parts_stay_in_the_picture_with_the_lead_on_top(lead):
    picture = drawn(chart(run(), lead=lead))

    lines = [line.get("class").split("-")[-1] for line in picture.iter(f"{SVG}polyline")]
    assert sorted(lines) == sorted(PARTS)
    assert lines[: len(lead) + 1] == [*lead, "total"]


@pytest.mark.parametrize("lead", LEADS)
def test_no_panel_reaches_into_another(lead):
    places, height = layout(lead)
    boxes = [
        (
            place["x"] - 20,
            place["y"] - 8 - 16 * place["lines"],
            place["x"] + place["width"],
            place["y"] + place["height"] + 18,
        )
        for place in places
    ]

    assert all(box[0] >= 0 and box[1] >= 0 and box[2] <= 360 and box[3] <= height for box in boxes)
    for one in boxes:
        for other in boxes:
            apart = one[2] <= other[0] or one[3] <= other[1]
            assert one is other or apart or other[2] <= one[0] or other[3] <= one[1]


def test_a_lead_is_drawn_large_on_an_axis_from_0_to_25():
    places, _ = layout(["brand"])
    picture = drawn(chart(run(), lead=["brand"]))

    assert (places[0]["width"], places[0]["height"]) == (WIDE, 150)
    (lead,) = picture.findall(f"{SVG}g[@class='ssi-panel ssi-lead']")
    scores = [text.text for text in lead.find(f"{SVG}g").iter(f"{SVG}text")][:6]
    assert scores == ["0", "5", "10", "15", "20", "25"]


def test_a_goal_is_a_dashed_line_at_its_score_and_is_said():
    picture = drawn(chart(run(), lead=["brand"], goal={"pillar": "brand", "at_least": 17.5}))

    goal = picture.find(f".//{SVG}g[@class='ssi-goal']")
    assert goal.find(f"{SVG}path").get("d").startswith("M0 45.0H")
    assert goal.find(f"{SVG}text").text == "Goal 17.5"
    assert picture.find(f"{SVG}desc").text.endswith("Goal 17.5")


@given(st.lists(st.tuples(st.sampled_from(["articles", "comments", "likes"]), st.integers(0, 2))))
@settings(deadline=None, max_examples=25)
def test_a_chart_that_remembers_draws_what_a_new_one_draws(moves):
    kept, simulator, weekly = Chart(lead=["brand"]), Simulator(load_inputs()), {}

    for id, amount in moves:
        weekly[id] = amount
        now = simulator.run({"start": WORKED, "weekly": weekly})
        assert kept.draw(now) == chart(run(weekly=weekly), lead=["brand"])


def test_lines_differ_without_colour():
    pillars = [DASHES[part] for part in PARTS if part != "total"]

    assert len(set(pillars)) == 4


@pytest.mark.parametrize("background", ["#ffffff", "#1e2129"])
def test_colours_stand_out_on_light_and_on_dark(background):
    found = set(re.findall('stroke="(#[0-9a-f]{6})"', chart(run())))

    assert len(found) == 4
    for colour in found:
        assert contrast(colour, background) >= 3, colour


def contrast(one, other):
    """Contrast ratio of WCAG 2.2."""
    high, low = sorted([luminance(one), luminance(other)], reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
