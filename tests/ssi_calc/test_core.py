from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssi_calc.core import (
    earned,
    flow_levels,
    forgotten,
    fraction_for,
    least,
    level_after,
    most,
    points_won,
    rate_levels,
    stock_levels,
)

amounts = st.floats(0, 200, allow_subnormal=False)
shares = st.floats(0, 1, allow_subnormal=False)
windows = st.floats(7, 365)


@given(amounts, amounts)
def test_least_and_most_are_min_and_max(one, other):
    assert least(one, other) == pytest.approx(min(one, other))
    assert most(one, other) == pytest.approx(max(one, other))


@given(amounts, amounts)
def test_a_higher_level_never_earns_less(one, other):
    low, high = sorted([one, other])

    assert 0 <= earned(low) <= earned(high) + 1e-12
    assert earned(high) <= 1


@given(shares)
def test_fraction_for_undoes_earned(share):
    assert earned(fraction_for(share)) == pytest.approx(share, abs=1e-12)


@given(st.lists(amounts, min_size=1), st.floats(0.5, 100), st.floats(0, 25))
def test_points_won_are_those_earned_less_those_had(levels, full, points):
    had = points * earned(levels[0] / full)
    expected = [points * earned(level / full) - had for level in levels]

    assert points_won(levels, full, points) == pytest.approx(expected, abs=1e-9)


@given(amounts, amounts, windows, st.integers(1, 60))
def test_a_steady_plan_has_the_closed_form(level, rate, window, weeks):
    table = [forgotten(7 * week, window) for week in range(weeks + 1)]

    levels = flow_levels(level, [rate] * weeks, table)

    expected = [level_after(level, rate, 7 * week, window) for week in range(weeks + 1)]
    assert levels == pytest.approx(expected, abs=1e-9)


@given(amounts, st.lists(amounts, min_size=1, max_size=30), st.integers(1, 20))
def test_any_schedule_is_the_mean_of_the_last_days(level, rates, window_weeks):
    table = [forgotten(week, window_weeks) for week in range(len(rates) + 1)]

    levels = flow_levels(level, rates, table)

    diary = [level] * window_weeks + rates
    means = [
        sum(diary[week : week + window_weeks]) / window_weeks for week in range(len(rates) + 1)
    ]
    assert levels == pytest.approx(means, abs=1e-9)


@given(amounts, st.integers(1, 30))
def test_going_on_as_before_changes_nothing_at_all(level, weeks):
    assert flow_levels(level, [level] * weeks, [0.1] * (weeks + 1)) == [level] * (weeks + 1)


@given(amounts, st.lists(st.tuples(amounts, amounts), min_size=1, max_size=20))
def test_a_stock_never_falls_and_reaches_its_floor(level, steps):
    levels = stock_levels(level, [gain for gain, _ in steps], [floor for _, floor in steps])

    assert all(b >= a - 1e-9 for a, b in pairwise(levels))
    assert all(b >= floor - 1e-9 for b, (_, floor) in zip(levels[1:], steps, strict=True))


def test_a_rate_stands_while_nothing_is_tried():
    assert rate_levels(0.4, [4.0, 0.0, 0.0], [10.0, 0.0, 0.0]) == pytest.approx([0.4] * 3)


def test_the_arithmetic_takes_arrays():
    levels = np.array([0.0, 10.0, 40.0])
    table = [0.0, 0.5, 1.0]

    one_by_one = [flow_levels(level, [5.0, 0.0], table) for level in levels.tolist()]

    assert np.allclose(np.array(flow_levels(levels, [5.0, 0.0], table)).T, one_by_one)
    assert np.allclose(earned(levels / 20), [earned(x / 20) for x in levels.tolist()])
    assert np.allclose(fraction_for(levels / 40), [fraction_for(x / 40) for x in levels.tolist()])
    assert np.allclose(stock_levels(levels, [1, 1], [20, 0])[2], [22, 22, 42])
    ratios = rate_levels(levels / 40, [levels, levels], [levels * 2, levels * 4])[1]
    assert np.allclose(ratios, [0, 0.25, 0.25])
