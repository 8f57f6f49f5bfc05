"""Words of messages: values as they may be shown, and the nearest known word. MicroPython-clean."""


def is_number(value) -> bool:
    """Whether a value counts something: a number, not NaN and not true or false."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value == value


def quoted(value: object) -> str:
    """Value as it may stand in a message: words in quotes, long ones cut."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "nothing"
    if isinstance(value, (dict, list)):
        return "a list"
    text = str(value)
    text = text if len(text) <= 40 else text[:40] + "…"
    return text if is_number(value) else "'" + text + "'"


def nearest(word: object, known: tuple) -> str:
    """Hint with the nearest known word, or with all of them when none is near.

    Examples
    --------
    >>> nearest("coments", ("comments", "likes"))
    "did you mean 'comments'?"
    """
    word = str(word)[:60].lower().replace("_", "-").replace(" ", "-")
    near = []
    for one in known:
        most = max(2, len(one) // 3)
        if abs(len(word) - len(one)) <= most:  # the distance is no less
            distance = _distance(word, one)
            if distance <= most:
                near.append((distance, one))
    if near:
        return f"did you mean '{min(near)[1]}'?"
    return "known: " + ", ".join(known)


def _distance(one: str, other: str) -> int:
    """Edit distance of two words (Levenshtein)."""
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one):
        last, row[0] = row[0], place + 1
        for column in range(1, len(row)):
            change = last + (letter != other[column - 1])
            last = row[column]
            row[column] = min(row[column] + 1, row[column - 1] + 1, change)
    return row[-1]
