"""The Jinja environment of the blocks: autoescape, and an error for every unknown name."""

from __future__ import annotations

import json
from functools import cache, lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

MANY_NUMBERS = 50_000  # the same ones stand all over the course


@cache
def environment(language: str) -> Environment:
    """An environment whose `number` and `percent` filters speak `language`."""
    env = Environment(
        loader=PackageLoader("coursekit.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    place = {"en": "en_GB"}.get(language, language)  # 21 November 2026
    env.filters["number"] = lambda value, pattern="#,##0.#": format_number(value, language, pattern)
    env.filters["percent"] = lambda value: format_share(value, language)
    env.filters["day"] = lambda value: format_date(value, "long", locale=place)
    env.filters["json_data"] = json_data
    return env


@lru_cache(maxsize=MANY_NUMBERS)
def format_number(value: float, language: str, pattern: str = "#,##0.#") -> str:
    """`value` as the language writes it: 13,4 in Madrid, 13.4 in Tel Aviv."""
    return format_decimal(value, format=pattern, locale=language)


def format_share(value: float, language: str) -> str:
    """`value` as a percentage with all its decimals: 38,5 % in Madrid, 38.5% in Tel Aviv."""
    return format_percent(round(value, 6), locale=language, decimal_quantization=False)


def json_data(value: object) -> Markup:
    """JSON that is safe inside a script element of type application/json."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))
