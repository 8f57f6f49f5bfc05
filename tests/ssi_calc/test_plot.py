"""Pictures in files: band and line for every part, whole or not at all, told apart by all eyes."""

import itertools
import sys
from xml.etree import ElementTree

import pytest

from ssi_calc import PILLARS, load_inputs, optimise, save_plot, simulate
from ssi_calc.chart import COLOURS, PARTS
from ssi_calc.cli import main
from ssi_calc.fit import Factor, Fit
from ssi_calc.plot import TOTAL, fit_figure, run_figure

INPUTS = load_inputs()
PLAN = "start: {brand: 13.4, find: 10.7, engage: 11.1, relate: 25}\nweekly: {comments: 20}\n"
PNG = b"\x89PNG\r\n\x1a\n"

# Machado, Oliveira and Fernandes 2009: what eyes without one kind of cone see, in linear RGB.
EYES = {
    "no red cones": [
        (0.1523, 1.0526, -0.2049),
        (0.1145, 0.7863, 0.0992),
        (-0.0039, -0.0481, 1.0520),
    ],
    "no green cones": [
        (0.3673, 0.8606, -0.2280),
        (0.2801, 0.6725, 0.0474),
        (-0.0118, 0.0429, 0.9689),
    ],
    "no blue cones": [
        (1.2555, -0.0767, -0.1788),
        (-0.0784, 0.9308, 0.1476),
        (0.0047, 0.6914, 0.3039),
    ],
    "all cones": [(1, 0, 0), (0, 1, 0), (0, 0, 1)],
}


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan.yml"
    path.write_text(PLAN, encoding="utf-8")
    return str(path)


@pytest.fixture
def run():
    plan = {"start": {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 25}}
    return simulate({**plan, "weekly": {"comments": 20}}, INPUTS)


def left_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_every_part_has_a_band_and_a_middle_line(run):
    figure = run_figure(run)

    assert len(figure.axes) == 5
    for axes, part in zip(figure.axes, PARTS, strict=True):
        (line,), (band,) = axes.lines, axes.collections
        assert line.get_ydata().tolist() == [week[part]["mid"] for week in run.weeks]
        heights = band.get_paths()[0].vertices[:, 1]
        assert heights.min() == min(week[part]["low"] for week in run.weeks)
        assert heights.max() == max(week[part]["high"] for week in run.weeks)
        assert axes.get_ylim() == (0, 100 if part == "total" else 25)


def test_simulate_draws_svg_and_png(plan, tmp_path, capsys):
    for name in ("out.svg", "out.PNG"):
        assert main(["simulate", plan, "--plot", str(tmp_path / name)]) == 0

    out, err = capsys.readouterr()
    assert err == ""
    assert "week  brand" in out
    assert (tmp_path / "out.PNG").read_bytes().startswith(PNG)
    words = [e.text for e in ElementTree.parse(tmp_path / "out.svg").iter() if e.text]
    assert any("Total 60.2 →" in text for text in words)
    assert any("has not published the weights" in text for text in words)
    assert left_in(tmp_path) == ["out.PNG", "out.svg", "plan.yml"]


def test_a_best_plan_is_drawn_as_the_run_it_leads_to_and_always_alike(tmp_path):
    best = optimise({"preset": "average-member"}, INPUTS, 60, weeks=4)

    save_plot(best, tmp_path / "best.svg")
    save_plot(best.run, tmp_path / "run.svg")

    assert (tmp_path / "best.svg").read_bytes() == (tmp_path / "run.svg").read_bytes()


def test_optimise_draws_too(tmp_path, capsys):
    path = tmp_path / "best.svg"

    assert main(["optimise", "--from", "dormant", "--minutes", "30", "--plot", str(path)]) == 0

    assert "week 0 to 12" in path.read_text("utf-8")


def test_fit_draws_what_is_known_and_says_what_is_not(tmp_path):
    factors = {pillar: Factor(readings=3, reason="too few") for pillar in PILLARS}
    factors["find"] = Factor(0.5, 0.75, 1.25, 0.2, 12, True)

    (axes,) = fit_figure(Fit(factors, 12, True)).axes

    spans = [line.get_xdata() for line in axes.lines]
    assert [0.5, 1.25] in [list(span) for span in spans]
    assert [text.get_text() for text in axes.texts] == [" unknown: too few"] * 3
    save_plot(Fit(factors, 12, True), tmp_path / "fit.svg")
    assert "response factor" in (tmp_path / "fit.svg").read_text("utf-8")


def test_the_command_fit_draws_a_short_journal(tmp_path):
    journal = tmp_path / "journal.csv"
    journal.write_text("date,brand,find,engage,relate\n2026-05-04,1,2,3,4\n", "utf-8")

    assert main(["fit", str(journal), "--plot", str(tmp_path / "fit.png")]) == 0

    assert (tmp_path / "fit.png").read_bytes().startswith(PNG)


@pytest.mark.parametrize("name", ["out.pdf", "out", "svg", ""])
def test_another_ending_is_misuse(plan, capsys, name):
    assert main(["simulate", plan, "--plot", name]) == 2
    assert f"must end in .svg or .png, got '{name}'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("no/such/folder.svg", "No such file or directory"),
        ("folder.svg", "is a directory"),
        ("plan.yml/out.png", "Not a directory"),
        ("x" * 300 + ".svg", "File name too long"),
        ("a\0b.svg", "is no name for a file"),
    ],
)
def test_a_place_that_cannot_be_written_is_named(plan, tmp_path, capsys, name, reason):
    (tmp_path / "folder.svg").mkdir()
    path = f"{tmp_path}/{name}"

    assert main(["simulate", plan, "--plot", path]) == 1

    assert capsys.readouterr() == ("", f"{path}: cannot be written: {reason}\n")
    assert left_in(tmp_path) == ["folder.svg", "plan.yml"]


def test_a_picture_over_the_plan_is_misuse(tmp_path, capsys):
    path = tmp_path / "plan.svg"
    path.write_text(PLAN, "utf-8")

    assert main(["simulate", str(path), "--plot", str(path)]) == 2

    assert capsys.readouterr().err == "--plot must be a file of its own\n"
    assert path.read_text("utf-8") == PLAN


def test_a_drawing_that_breaks_off_leaves_the_old_picture(run, tmp_path, monkeypatch):
    def breaks_off(self, file, **settings):
        file.write(b"half of it")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("matplotlib.figure.Figure.savefig", breaks_off)
    path = tmp_path / "out.png"
    path.write_bytes(b"before")

    with pytest.raises(OSError, match="cannot be written: No space left on device"):
        save_plot(run, path)

    assert path.read_bytes() == b"before"
    assert left_in(tmp_path) == ["out.png"]


def test_without_matplotlib_the_cure_is_one_line(plan, tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)

    assert main(["simulate", plan, "--plot", str(tmp_path / "out.svg")]) == 2

    cure = "a picture needs matplotlib: pip install 'ssi-calc[plot]'\n"
    assert capsys.readouterr() == ("", cure)
    assert left_in(tmp_path) == ["plan.yml"]


@pytest.mark.parametrize("eyes", list(EYES))
def test_pillars_differ_in_colour_for_all_eyes(eyes):
    seen = {pillar: lab(linear(COLOURS[pillar]), EYES[eyes]) for pillar in PILLARS}

    for one, other in itertools.combinations(PILLARS, 2):
        apart = sum((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) ** 0.5
        assert apart > 10, (one, other)  # CIE 1976; about 2 is just seen


def test_a_palette_that_some_eyes_confuse_would_be_noticed():
    red, green = (lab(linear(c), EYES["no green cones"]) for c in ("#c00000", "#707000"))

    assert sum((a - b) ** 2 for a, b in zip(red, green, strict=True)) ** 0.5 < 10


def test_the_total_is_drawn_in_ink():
    assert lab(linear(TOTAL), EYES["all cones"])[0] < 20


def linear(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def lab(rgb, eyes):
    """CIE L*a*b* of a colour in linear RGB, as `eyes` see it."""
    red, green, blue = (
        min(max(sum(a * b for a, b in zip(row, rgb, strict=True)), 0), 1) for row in eyes
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.0890
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
