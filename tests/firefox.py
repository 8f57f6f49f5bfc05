"""Debian's Firefox for the tests, over Marionette, the protocol that is built into it.

Playwright drives only a Firefox of its own make, and the driver that Selenium uses has to be
downloaded; for opening pages and running scripts in them the protocol itself is enough.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("firefox-esr", "firefox")
PATIENCE = 90  # seconds, on a busy machine
CLOSED = 9  # a port on which nobody listens: requests for any host end there


def find_firefox() -> str | None:
    """The path in FIREFOX, else the first browser by a usual name."""
    return os.environ.get("FIREFOX") or next(filter(None, map(shutil.which, NAMES)), None)


class Firefox:
    """A browser that answers: `go(url)`, `run(script)`, `until(script)`."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._answers = connection.makefile("rb")
        self._number = 0
        self._read()  # it says first what it speaks

    def go(self, url: str) -> None:
        """Open `url` and wait until it is loaded."""
        self._ask("WebDriver:Navigate", url=url)

    def reload(self) -> None:
        """Load the page anew."""
        self._ask("WebDriver:Refresh")

    def run(self, script: str) -> Any:
        """What the body of a function returns that runs in the page."""
        return self._ask("WebDriver:ExecuteScript", script=script, args=[])["value"]

    def until(self, script: str) -> Any:
        """What the expression is once it is true; fails the test if it never is."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := self.run(f"return {script}"):
                return found
            time.sleep(0.05)
        raise AssertionError(f"not in {PATIENCE} seconds: {script}")

    def begin(self) -> None:
        """Open a session, in a window of its own."""
        self._ask("WebDriver:NewSession")

    def quit(self) -> None:
        """End the browser."""
        self._ask("Marionette:Quit", flags=["eForceQuit"])

    def _ask(self, command: str, **values: Any) -> Any:
        self._number += 1
        text = json.dumps([0, self._number, command, values]).encode()
        self._connection.sendall(b"%d:%s" % (len(text), text))
        _, _, problem, value = self._read()
        assert problem is None, problem
        return value

    def _read(self) -> Any:
        size = b""
        while (sign := self._answers.read(1)) != b":":
            assert sign, "Firefox has gone"
            size += sign
        return json.loads(self._answers.read(int(size)))


@contextmanager
def firefox(path: str) -> Iterator[Firefox]:
    """A headless Firefox with an empty profile, for which there is no network."""
    with tempfile.TemporaryDirectory() as home:
        Path(home, "user.js").write_text("\n".join(_settings()), encoding="utf-8")
        command = [path, "--headless", "--marionette", "--no-remote", "--profile", home]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        running = subprocess.Popen(command, env=os.environ | {"HOME": home}, **quiet)
        try:
            with _connected(home, running) as connection:
                found = Firefox(connection)
                found.begin()
                yield found
                found.quit()
            running.wait(PATIENCE)
        finally:
            running.kill()
            running.wait(PATIENCE)


def _settings() -> Iterator[str]:
    wanted = {"marionette.port": 0, "network.proxy.type": 1}  # any port that is free
    for kind in ("http", "ssl"):
        wanted |= {f"network.proxy.{kind}": "127.0.0.1", f"network.proxy.{kind}_port": CLOSED}
    for name, value in wanted.items():
        yield f"user_pref({json.dumps(name)}, {json.dumps(value)});"


def _connected(home: str, running: subprocess.Popen) -> socket.socket:
    written = Path(home, "MarionetteActivePort")
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and running.poll() is None:
        try:
            port = int(written.read_text("utf-8"))
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        except (OSError, ValueError):  # not there yet, or half written
            time.sleep(0.1)
    raise AssertionError(f"Firefox did not start in {PATIENCE} seconds")
