"""The week as the reader's country has it: which day comes first, and which are free."""

from __future__ import annotations

from dataclasses import dataclass

from babel import Locale
from babel.core import get_global
from babel.dates import get_day_names

TERRITORIES = {"en": "GB"}  # the language alone would mean a week that begins on Sunday
DAYS = 7


@dataclass(frozen=True)
class Day:
    """A day of the week by its short name."""

    name: str
    works: bool


def week_of(language: str) -> list[Day]:
    """The seven days in the order of the calendar.

    Examples
    --------
    >>> [day.name for day in week_of("en")][:2], [day.works for day in week_of("en")][-2:]
    (['Mo', 'Tu'], [False, False])
    >>> [day.works for day in week_of("he")]
    [True, True, True, True, True, False, False]
    """
    territory = TERRITORIES.get(language) or get_global("likely_subtags")[language].split("_")[-1]
    locale = Locale(language, territory)
    names = get_day_names("short", "stand-alone", locale)
    free = (locale.weekend_start, locale.weekend_end)
    order = [(locale.first_week_day + day) % DAYS for day in range(DAYS)]
    return [Day(names[day].rstrip("."), day not in free) for day in order]
