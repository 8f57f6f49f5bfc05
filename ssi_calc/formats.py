"""What the files of the command look like, as ``--help`` shows them; a test reads them back."""

PLAN = """start: {brand: 13.4, find: 10.7, engage: 11.1, relate: 25}  # or  preset: average-member
weeks: 8
weekly: {comments: 10, people-searches: 5}
once: {headline: true, skills: 20}
changes: [{from: 4, weekly: {comments: 0}}]
"""
JOURNAL = """date,brand,find,engage,relate,comments,people-searches
2026-05-04,13.4,10.7,11.1,25,,
2026-05-11,13.5,10.9,11.6,25,10,5
"""
PEOPLE = """person,brand,find,engage,relate
ana,13.4,10.7,11.1,25
"""


def shown(name: str, text: str, more: str = "") -> str:
    """An example under its name, as it stands at the end of a help text.

    Examples
    --------
    >>> print(shown("PEOPLE.csv", "person,brand"))
    example of PEOPLE.csv:
      person,brand
    """
    lines = "\n".join("  " + line for line in text.splitlines())
    return f"example of {name}:\n{lines}" + (f"\n\n{more}" if more else "")
