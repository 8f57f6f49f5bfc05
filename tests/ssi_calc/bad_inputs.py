"""Ten thousand files and command lines that somebody might hand to ssi-calc, the same every time.

Each begins as something valid and is spoilt in one to three places. A few stay valid.
"""

import random
import re
from collections.abc import Callable, Iterator

Random = random.Random

PLAN = """start: {brand: 13.4, find: 10.7, engage: 11.1, relate: 25}
navigator: false
window: 60
weeks: 2
others: continue
weekly:
  comments: 10
  articles: 0.5
once: {headline: true, skills: 20}
changes:
- {from: 2, weekly: {comments: 0}}
"""
JOURNAL = """date,brand,find,engage,relate,industry_mean,comments,articles
2026-05-04,13.4,10.7,11.1,25,35,,
2026-05-11,13.5,10.6,11.2,25,35,10,0.5
2026-05-18,13.5,10.8,11.4,25,36,12,0
2026-05-25,13.6,10.8,11.3,25,36,8,1
"""
PEOPLE = """person,brand,find,engage,relate
ana,13.4,10.7,11.1,25
"Li, Bo",12,5,2,13
zoë,0,25,24.999999,1e-3
"""

ODD = [
    "nan", ".nan", "NaN", "inf", "-inf", ".inf", "-.INF", "Infinity", "1e400", "-1e400", "1e-400",
    "9" * 400, "0x1F", "0o17", "0b1", "1_000", "12:30:45", "1,5", "1.5.2", "１２", "٣", "½", "-0",
    "-1", "+5", "1e5", "25.0000001", "=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+1+1", "-1+1", "''",
    '""', '"', "'", "null", "~", "true", "yes", "no", "on", "[]", "{}", "[1, 2]", "{a: 1}", "- 1",
    "? x", "*x", "&x 1", "!!python/object/apply:os.system ['true']", "!x 1", "<<", "|", ">", "%",
    "@", "`", "#", "2026-02-30", "2026-13-01", "0000-00-00", "9999-12-31", "2026-5-4", "04/05/2026",
    "20260504", "2026-W19-1", "2026-05-04T10:00", "\u202e13", "\ufeff", "\u2028", "\u0000",
    "\x1b[31m", "\x07", "\t", "\r", "💥", "ב", "é", "a" * 300, "a" * 25_000, "../../etc/passwd",
    "<script>", "%s%n", "{0}", "${HOME}", "comments", "coments", "brand", "weeks", "None", "NULL",
    "N/A", "-", "",
]  # fmt: skip


def spoilt(text: str, rng: Random, joint: str) -> bytes:
    """`text`, spoilt in one to three places; `joint` parts its cells or keys."""
    for _ in range(rng.randint(1, 3)):
        text = rng.choice(EDITS)(text, rng, joint)
    return rng.choice(ENCODINGS if rng.random() < 0.15 else [_utf8])(text, rng)


def _value(text: str, rng: Random, joint: str) -> str:
    """One cell or value becomes something odd."""
    pieces = _pieces(text, joint)
    pieces[rng.randrange(len(pieces))] = rng.choice(ODD)
    return "".join(pieces)


def _pieces(text: str, joint: str) -> list[str]:
    """Cells and what stands between them."""
    return re.split(f"([{re.escape(joint)}\\n])", text)


def _cut(text: str, rng: Random, joint: str) -> str:
    return text[: rng.randint(0, len(text))]


def _letter(text: str, rng: Random, joint: str) -> str:
    place = rng.randint(0, len(text))
    letter = rng.choice([*"{}[]:,;-#&*!|>'\"%@`\\\t\r\n\0 .0eE~?=", "\x85", "\ud7ff", "\u200f"])
    return text[:place] + letter + text[place + rng.randint(0, 1) :]


def _line_twice(text: str, rng: Random, joint: str) -> str:
    lines = text.splitlines(keepends=True) or [text]
    place = rng.randrange(len(lines))
    return "".join(lines[: place + 1] + lines[place:])


def _lines_mixed(text: str, rng: Random, joint: str) -> str:
    lines = text.splitlines(keepends=True)
    rng.shuffle(lines)
    return "".join(lines)


def _line_lost(text: str, rng: Random, joint: str) -> str:
    lines = text.splitlines(keepends=True) or [text]
    del lines[rng.randrange(len(lines))]
    return "".join(lines)


def _column_lost(text: str, rng: Random, joint: str) -> str:
    place = rng.randint(0, 5)
    rows = [line.split(",") for line in text.split("\n")]
    return "\n".join(",".join(row[:place] + row[place + 1 :]) for row in rows)


def _deep(text: str, rng: Random, joint: str) -> str:
    opening = rng.choice(["[", "{a: ", "- ", "? ", '"', "(" * 9])
    return text + "x: " + opening * rng.choice([30, 500, 20_000])


def _bomb(text: str, rng: Random, joint: str) -> str:
    lines = ["a0: &a0 [x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return text + "\n".join(lines)


def _large(text: str, rng: Random, joint: str) -> str:
    return text * (rng.choice([1_000, 3_000]) if rng.random() < 0.03 else 3)


def _other_joint(text: str, rng: Random, joint: str) -> str:
    return text.replace(",", rng.choice([";", "\t", "|", ", ", ",,"]))


EDITS: list[Callable[[str, Random, str], str]] = [
    *[_value] * 8, *[_letter] * 4, _cut, _line_twice, _lines_mixed, _line_lost, _column_lost,
    _deep, _bomb, _large, _other_joint,
]  # fmt: skip


def _utf8(text: str, rng: Random) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _other(name: str) -> Callable[[str, Random], bytes]:
    return lambda text, rng: text.encode(name, "replace")


def _noise(text: str, rng: Random) -> bytes:
    data = bytearray(_utf8(text, rng))
    for _ in range(rng.randint(1, 5)):
        data.insert(rng.randint(0, len(data)), rng.randint(0, 255))
    return bytes(data)


ENCODINGS = [
    *[_other(name) for name in ("utf-16", "utf-16-be", "utf-32", "utf-8-sig", "cp1255", "utf-7")],
    *[_other("latin-1"), _noise, lambda text, rng: b"\x89PNG\r\n\x1a\n" + _utf8(text, rng)],
    *[lambda text, rng: b"", lambda text, rng: _utf8(text.replace("\n", "\r"), rng)],
    lambda text, rng: _utf8(text.replace("\n", "\r\n"), rng),
]


def plans(rng: Random, count: int) -> Iterator[bytes]:
    """Plan files."""
    for _ in range(count):
        yield spoilt(PLAN, rng, ":,{}")


def journals(rng: Random, count: int) -> Iterator[bytes]:
    """Journals."""
    for _ in range(count):
        yield spoilt(JOURNAL, rng, ",")


def peoples(rng: Random, count: int) -> Iterator[bytes]:
    """Files of people."""
    for _ in range(count):
        yield spoilt(PEOPLE, rng, ",")


def command_lines(rng: Random, count: int) -> Iterator[list[str]]:
    """Words behind ssi-calc, with one or two that are odd; ``PLAN`` stands for a good plan."""
    good = [
        ["rank", "53", "--mean", "35"],
        ["optimise", "--from", "13.4,10.7,11.1,25", "--minutes", "30", "--weeks", "2"],
        ["optimise", "--from", "dormant", "--minutes", "0", "--target", "20", "--weeks", "1"],
        ["simulate", "PLAN", "--weeks", "2", "--window", "30"],
        ["explain", "PLAN"],
        ["inputs", "--grade", "A"],
    ]
    for _ in range(count):
        words = list(rng.choice(good))
        for _ in range(rng.randint(1, 2)):
            place = rng.randrange(len(words))
            odd = rng.choice([rng.choice(ODD), *SPECIAL])
            if rng.random() < 0.2:
                words.insert(place, odd)
            elif rng.random() < 0.2:
                words[place] = words[place] + odd
            else:
                words[place] = odd
        yield words


SPECIAL = [
    "13.4,10.7,11.1",
    "1,2,3,4,5",
    "26,1,1,1",
    "nan,1,1,1",
    "1,,1,1",
    "--json",
    "-h",
    "10081",
]
