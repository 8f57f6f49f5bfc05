"""The folder for a USB stick: the portable edition, opened by a double click."""

from __future__ import annotations

from coursekit.export.archive import zipped
from coursekit.export.order import Made, Order
from coursekit.export.package import PLAYED, item_rows


def offline(order: Order) -> Made:
    """For each language a folder, and a ZIP of it to send around."""
    files, folders = {}, {}
    for language in order.languages:
        order.say(f"offline: {language}")
        name = f"{order.library.outline.id}-offline-{language}"
        folders[name] = order.site(language)
        inside = {f"{name}/{path}": content for path, content in folders[name].items()}
        files[f"{name}.zip"] = zipped(inside)
    return Made(files, list(item_rows(order.library, PLAYED)), folders)
