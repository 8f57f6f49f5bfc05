"""Fixtures: the real course, the real site, a server on loopback, a real browser."""

from __future__ import annotations

import functools
import http.server
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from coursekit.content.library import Library, read_library
from coursekit.content.problems import report

ROOT = Path(__file__).resolve().parent.parent

EXPORTED = ["scorm12", "scorm2004", "cmi5", "offline"]  # formats of the fixture `exported`


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def library() -> Library:
    """The course as it stands."""
    found, problems = read_library(ROOT)
    assert found is not None, report(problems)
    return found


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of all languages, built once, strictly, whatever the number of workers."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared if worker_id == "master" else shared.parent
    site, lock, log = shared / "site", shared / "site.lock", shared / "site.log"
    with _locked(lock):
        if not (shared / "site.done").exists():
            command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(site)]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            log.write_text(done.stdout + done.stderr, encoding="utf-8")
            assert done.returncode == 0, log.read_text(encoding="utf-8")
            (shared / "site.done").touch()
    return site


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of exports, English and Hebrew, made once whatever the number of workers."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared if worker_id == "master" else shared.parent
    out = shared / "dist"
    with _locked(shared / "dist.lock"):
        if not (shared / "dist.done").exists():
            course = Path(sys.executable).parent / "course"
            languages = ["--lang", "en", "--lang", "he"]
            command = [str(course), "export", *EXPORTED, *languages, "--out", str(out)]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
            (shared / "dist.done").touch()
    return out


class _locked:  # noqa: N801, used as a statement
    """One process at a time builds; the others wait for its site."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> None:
        import fcntl

        self.file = self.path.open("w")
        fcntl.flock(self.file, fcntl.LOCK_EX)

    def __exit__(self, *_: object) -> None:
        self.file.close()


class _Patient(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves a page before it is loaded is no error."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the tests speak."""


@pytest.fixture(scope="session")
def serve_site(built_site: Path):
    """The base URL of the built site, served on loopback until the tests end."""
    handler = functools.partial(_Quiet, directory=str(built_site))
    with _Patient(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium; missing in CI it fails with the cure."""
    from tests.browser import chromium

    with chromium() as found:
        yield found


@pytest.fixture
def page(browser):
    """A fresh page with an empty profile; script errors fail the test."""
    context = browser.new_context()
    opened, errors = context.new_page(), []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert not errors, errors


os.environ.setdefault("PYTHONHASHSEED", "0")
