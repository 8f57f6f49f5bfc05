"""The course as values: `Course > Module > Page > Block`, read and checked, words by id."""

from coursekit.content.check import check, lags
from coursekit.content.coverage import coverage, uncited
from coursekit.content.library import Library, read_library
from coursekit.content.lint import lint
from coursekit.content.problems import Problem, report
from coursekit.content.review import overdue
from coursekit.content.words import SOURCE

__all__ = [
    "SOURCE",
    "Library",
    "Problem",
    "check",
    "coverage",
    "lags",
    "lint",
    "overdue",
    "read_library",
    "report",
    "uncited",
]
