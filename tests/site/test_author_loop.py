"""The author's loop: save, see it; break something, be told; the server stays up.

What is served in the end is what a build from nothing has, whatever was kept on the way.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

PARTS = [
    "coursekit",
    "course.yml",
    "docs",
    "exercises",
    "locales",
    "mkdocs.yml",
    "quizzes",
    "ssi_calc",
]
RELOAD = re.compile(r"<script>\nvar livereload = .*?</script>", re.S)
PATIENCE = 180  # [second], for a machine that runs other tests too; the budgets are benchmarked


class Served:
    """A copy of the course under `mkdocs serve`, and what the server says."""

    def __init__(self, root: Path, log: Path, port: int) -> None:
        self.root, self.log, self.port = root, log, port

    def page(self, path: str) -> str:
        """The page at `path` as served now."""
        with urllib.request.urlopen(
            f"http://127.0.0.1:{self.port}/{path}", timeout=PATIENCE
        ) as answer:
            return answer.read().decode()

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace `old` by `new` in a file, as an editor would save it."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def built(self) -> dict[str, str]:
        """Every page, notebook and list of the course as it is now, built from nothing."""
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", "fresh"]
        address = {"SITE_URL": f"http://127.0.0.1:{self.port}/"}
        subprocess.run(command, cwd=self.root, env=environment(self.root) | address, check=True)
        fresh = self.root / "fresh"
        paths = [path for path in fresh.rglob("*") if path.suffix in {".html", ".ipynb", ".json"}]
        return {path.relative_to(fresh).as_posix(): path.read_text("utf-8") for path in paths}

    def wait(self, done) -> None:
        """Until `done()` is true, or fail with what the server said."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if done():
                    return
            except OSError:
                pass
            time.sleep(0.2)
        pytest.fail(self.log.read_text(encoding="utf-8")[-2000:])


def free_port() -> int:
    """A port below those that systems give out: none of them takes it until the server does."""
    for port in range(20_000 + os.getpid() % 10_000, 32_000):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no free port")


def without_reload(html: str) -> str:
    """A page as it was before MkDocs' server put its own script into it."""
    return RELOAD.sub("", html)


def environment(root: Path) -> dict[str, str]:
    """What a course in `root` needs around it, to be the Hebrew one alone."""
    return {"PATH": "/usr/bin:/bin", "ONLY": "he", "PYTHONPATH": str(root), "HOME": str(root)}


@pytest.fixture
def served(root, tmp_path):
    """The Hebrew course alone, served; only its own process is ended."""
    for part in PARTS:
        source = root / part
        ignored = shutil.ignore_patterns("__pycache__")
        if source.is_dir():
            shutil.copytree(source, tmp_path / part, ignore=ignored)
        else:
            shutil.copy(source, tmp_path / part)
    (tmp_path / "node_modules").symlink_to(root / "node_modules")
    if (root / ".cache").is_dir():
        shutil.copytree(root / ".cache", tmp_path / ".cache")
    port = free_port()
    log = tmp_path / "serve.log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"]
    own = environment(tmp_path)
    with log.open("w") as out:
        process = subprocess.Popen(command, cwd=tmp_path, env=own, stdout=out, stderr=out)
    course = Served(tmp_path, log, port)
    try:
        course.wait(lambda: "Serving on" in log.read_text(encoding="utf-8"))
        yield course
    finally:
        process.terminate()
        process.wait(timeout=20)


def test_what_is_saved_appears_and_what_is_broken_is_named(served, library):
    page = "brand/quiz/"
    assert 'dir="rtl"' in served.page(page)

    served.edit("docs/he/brand/quiz.md", "\n# ", "\n# ZZPAGE ")
    served.wait(lambda: "ZZPAGE" in served.page(page))

    check = f"text: {library.interface('he')['quiz.check']}\n"
    served.edit("locales/he/interface.yml", check, "text: ZZWORDS\n")
    served.wait(lambda: "ZZWORDS" in served.page(page))

    served.edit("quizzes/brand.yml", "  prompt:", "  promt:")
    served.wait(lambda: "unknown key &#39;promt&#39;" in served.page(page))
    said = served.log.read_text(encoding="utf-8")
    assert "quizzes/brand.yml:" in said
    assert "hint: did you mean 'prompt'?" in said
    assert "Traceback" not in said
    assert "ZZWORDS" in served.page(page)

    served.edit("quizzes/brand.yml", "  promt:", "  prompt:")
    served.edit("docs/he/brand/quiz.md", "ZZPAGE", "ZZMENDED")
    served.wait(lambda: "ZZMENDED" in served.page(page))
    served.edit("docs/he/brand/profile.md", "\ntitle: ", "\ntitle: ZZTITLE ")
    served.wait(lambda: "ZZTITLE" in served.page(page))
    served.edit("docs/he/brand/profile.md", "\n## ", "\nZZTEXT\n\n## ")
    served.wait(lambda: "ZZTEXT" in served.page("brand/profile/"))

    fresh = served.built()
    unlike = [path for path, text in fresh.items() if without_reload(served.page(path)) != text]
    assert "brand/profile/index.html" in fresh
    assert "ZZTEXT" in fresh["assets/search/he.json"]
    assert not unlike
