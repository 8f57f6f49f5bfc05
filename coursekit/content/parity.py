"""Translations beside their source: what they lack, what they have too much, what nobody reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from coursekit.content.fence import PROSE, Fence
from coursekit.content.library import PLAIN, Library
from coursekit.content.page import Page
from coursekit.content.problems import Problem, did_you_mean
from coursekit.content.tongue import tongue
from coursekit.content.words import SOURCE, Overlay, placeholders, surplus, untranslated

NOT_PAGES = {"assets", "data"}  # folders of docs/ beside those of the languages


def behind(library: Library) -> Iterator[Problem]:
    """Words and pages that do not say what their English says."""
    for (_, name), overlay in library.overlays.items():
        source = library.sources.get(name)
        if source is None or not source.sound:
            continue  # nobody knows what it has to follow
        yield from untranslated(overlay, source.words, source.document.path)
        yield from surplus(overlay, source.words, source.document.path)
    for page in library.pages.values():
        if page.language != SOURCE and (SOURCE, page.path) in library.pages:
            yield from _parity(page, library.page(SOURCE, page.path))


def misnamed(library: Library) -> Iterator[Problem]:
    """Files that seem to be in another language than that of their folder."""
    texts = [(page.language, page.file, page.text) for page in library.pages.values()]
    for (language, _), overlay in library.overlays.items():
        texts.append((language, overlay.document.path, "\n".join(overlay.words.values())))
    for language, file, text in texts:
        if (seems := tongue(text)) and seems != language:
            hint = f"is it the file of '{seems}', or not translated yet?"
            yield Problem(file, 1, 1, f"the words do not seem to be in '{language}'", hint)


def unlike_placeholders(overlay: Overlay, english: Mapping[str, str]) -> Iterator[Problem]:
    """Translations whose {braces} are not those of the English: they could not be filled in."""
    for name, text in overlay.words.items():
        ours, theirs = placeholders(text), placeholders(english.get(name, text))
        if ours != theirs:
            wanted = ", ".join(theirs) or "none"
            given = ", ".join(ours) or "none"
            message = f"the words in braces of '{name}' differ from the English: {given}"
            yield overlay.document.problem([name], message, f"the English has: {wanted}")


def strays(library: Library) -> Iterator[Problem]:
    """Files that nothing in course.yml leads to."""
    root, outline = library.root, library.outline
    hint = "add it to course.yml, or take it away"
    known = {f"docs/{language}" for language in library.languages}
    known |= {f"locales/{language}" for language in library.languages}
    known |= {f"docs/{name}" for name in NOT_PAGES}
    for folder in sorted([*root.glob("docs/*/"), *root.glob("locales/*/")]):
        if (name := folder.relative_to(root).as_posix()) not in known:
            yield Problem(name, 1, 1, f"'{folder.name}' is not a language of the course", hint)
    files = {f"docs/{language}/{page}" for language in library.languages for page in outline.pages}
    files |= {
        f"quizzes/{name}.yml"
        for name in (*outline.quizzes, "misconceptions", "numbers", "released")
    }
    files |= {
        f"locales/{language}/{name}.yml"
        for language in library.languages
        for name in (
            *(PLAIN if language == SOURCE else library.string_files),
            "glossary",
            "phrases",
        )
    }
    for pattern in _patterns(library):
        for path in sorted(root.glob(pattern)):
            if (name := path.relative_to(root).as_posix()) not in files:
                nearest = did_you_mean(name, files)
                near = nearest if nearest.startswith("did you mean") else hint
                yield Problem(name, 1, 1, "nothing in course.yml leads to this file", near)


def _patterns(library: Library) -> Iterator[str]:
    """Where files of the course are looked for."""
    yield "quizzes/*.yml"
    for language in library.languages:
        yield from (f"docs/{language}/**/*.md", f"locales/{language}/**/*.yml")


def _parity(page: Page, english: Page) -> Iterator[Problem]:
    """A translation has its source's id, minutes, objectives, anchors, blocks, claims and links."""
    theirs = _structure(english)
    for what, ours in _structure(page).items():
        if ours != theirs[what]:
            lost, extra = Counter(theirs[what]), Counter(ours)
            parts = [f"lacks {', '.join((lost - extra).elements())}"] if lost - extra else []
            parts += [f"has extra {', '.join((extra - lost).elements())}"] if extra - lost else []
            detail = "; ".join(parts) or "the order differs"
            yield page.problem(1, f"{what} differ from {english.file}", detail)


def _structure(page: Page) -> dict[str, list[str]]:
    """What is the same in every language."""
    return {
        "ids": [page.front.id],
        "minutes": [str(page.front.minutes)],
        "objectives": sorted(page.front.objectives),
        "headings": [f"{'#' * level} {anchor}" for level, anchor, _ in page.headings],
        "blocks": [_block(fence) for fence in page.fences],
        "claims": sorted(claim for claim, _ in page.claims),
        "links": sorted(link for link, _ in page.links),
    }


def _block(fence: Fence) -> str:
    """A block by what is the same in every language: running text in it is not."""
    body = "" if fence.kind in PROSE else fence.body or ""
    return f"{fence.kind} {body}".strip()
