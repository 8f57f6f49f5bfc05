"""What a block needs to know to be rendered: the course, the language, the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from coursekit.content.library import Library
from coursekit.content.words import SOURCE
from coursekit.render.environment import environment


@dataclass(frozen=True)
class Scene:
    """One page in one language. `to_html` turns Markdown into HTML, `link` a path from
    the site's root into one relative to the page. `notebooks` are the executed walkthroughs
    by exercise, which the host has run; `homes` the folders of the languages of this site.
    On a `flat` site a page is a file with a name, elsewhere a folder.
    `problems` is what an author has to mend: the course shown is the last sound one."""

    library: Library
    language: str
    page: str
    to_html: Callable[[str], str]
    link: Callable[[str], str]
    notebooks: Mapping[str, Any] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=lambda: {SOURCE: ""})
    flat: bool = False
    problems: str = ""

    @cached_property
    def words(self) -> dict[str, str]:
        """The interface's words in the scene's language."""
        return self.library.interface(self.language)

    def said(self, names: Mapping[str, str]) -> dict[str, str]:
        """Words for a script, by the name it has for each; `names` give the interface's."""
        return {name: self.words[of] for name, of in names.items()}

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"

    def page_link(self, target: str, language: str = "") -> str:
        """The relative URL of a course page such as `brand/profile.md#idea`."""
        language = language or self.language
        path, hash_sign, anchor = target.partition("#")
        return self.link(self._home(language) + page_url(path, self.flat)) + hash_sign + anchor

    def link_below(self, name: str) -> str:
        """The relative URL of a file or folder below the scene's page."""
        folder = self._home(self.language) + self.page.removesuffix(".md") + "/"
        return self.link(folder + name + ("index.html" if self.flat and name[-1] == "/" else ""))

    def _home(self, language: str) -> str:
        return self.homes.get(language, f"{language}/")

    def link_to(self, path: str) -> dict[str, str]:
        """The relative URL and the title of a course page."""
        return {
            "link": self.page_link(path),
            "title": self.library.page(self.language, path).front.title,
        }

    def render(self, template: str, **values: object) -> str:
        """`template` filled in; always has `words`, `language`, `direction`, `link`."""
        return (
            environment(self.language)
            .get_template(template)
            .render(
                words=self.words,
                language=self.language,
                direction=self.direction,
                link=self.link,
                page_link=self.page_link,
                **values,
            )
        )


def page_url(path: str, flat: bool) -> str:
    """The URL of a page from the root of its language: `brand/profile/` of `brand/profile.md`."""
    if flat:
        return path.removesuffix(".md") + ".html"
    return path.removesuffix("index.md").replace(".md", "/")


RIGHT_TO_LEFT = {"he"}
