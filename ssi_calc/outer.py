"""The way from modules that the browser loads to those it never meets. MicroPython-clean.

The browser gets the files that are imported at the top of others, so what only a notebook or
a reader of files needs is imported here, by name, when it is first asked for.
"""


def outer(name: str):
    """Module `name` of this package, loaded now.

    Examples
    --------
    >>> outer("words").nearest("coments", ("comments",))
    "did you mean 'comments'?"
    """
    return __import__("ssi_calc." + name, None, None, [name])
