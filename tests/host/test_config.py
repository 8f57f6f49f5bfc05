"""mkdocs.yml and course.yml name the same pages, in the same order, in the same languages."""

from __future__ import annotations

import pytest
from mkdocs.config import load_config


@pytest.fixture(scope="module")
def config(root):
    """The site's settings as MkDocs reads them."""
    return load_config(str(root / "mkdocs.yml"))


def pages(nav) -> list[str]:
    """The paths in a navigation, in their order."""
    if isinstance(nav, str):
        return [nav]
    entries = nav.values() if isinstance(nav, dict) else nav
    return [path for entry in entries for path in pages(entry)]


def test_the_navigation_is_the_outline(config, library):
    assert pages(config.nav) == library.outline.pages


def test_the_site_has_the_languages_of_the_course(config, library):
    languages = [each.locale for each in config.plugins["i18n"].config.languages]

    assert sorted(languages) == sorted(library.languages)


def test_modules_are_called_the_same_in_the_navigation_and_in_the_outline(config, library):
    titles = [title for entry in config.nav if isinstance(entry, dict) for title in entry]
    words = library.interface()

    named = [words[f"progress.module.{module.id}"] for module in library.outline.modules]
    assert titles == named
