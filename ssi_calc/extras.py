"""Libraries that only a part of the package needs: pictures, data frames, cohorts."""

from importlib import import_module
from typing import Any


class MissingExtraError(ImportError):
    """A library that was asked for is not installed; the message is the cure.

    Examples
    --------
    >>> raise MissingExtraError("a picture needs matplotlib: pip install 'ssi-calc[plot]'")
    Traceback (most recent call last):
    ssi_calc.extras.MissingExtraError: a picture needs matplotlib: pip install 'ssi-calc[plot]'
    """


def extra(module: str, name: str, what: str) -> Any:
    """A module of an optional library.

    Parameters
    ----------
    module : str
        Its dotted name.
    name : str
        The extra of ssi-calc that brings it.
    what : str
        What it is needed for, as the message begins.

    Raises
    ------
    MissingExtraError

    Examples
    --------
    >>> extra("no_such_library.part", "some", "this")
    Traceback (most recent call last):
    ssi_calc.extras.MissingExtraError: this needs no_such_library: pip install 'ssi-calc[some]'
    """
    library = module.partition(".")[0]
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != library:
            raise
    raise MissingExtraError(f"{what} needs {library}: pip install 'ssi-calc[{name}]'")
