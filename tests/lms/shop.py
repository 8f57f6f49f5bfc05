"""A web server for the tests of the session: the built site in a shell, a platform around it."""

from __future__ import annotations

import json
import threading
import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from tests.lms.lrs import Lrs

HERE = Path(__file__).parent
OWN = ("harness.html", "launch.html", "platform.mjs", "records.mjs")


class Shop:
    """What is served from where, and what platforms keep.

    SCORM's by the name of the learner's place in `kept`, with each end of a session in `ended`;
    cmi5's in `lrs`.
    """

    def __init__(self, root: Path, site: Path, facts: dict) -> None:
        self.folders = {
            "course": site,
            "web": root / "coursekit/web",
            "scorm-again": root / "node_modules/scorm-again/dist/esm",
            "vendor": root / "node_modules/idb-keyval/dist",
            "coursekit": root / "coursekit",
        }
        self.facts = f"globalThis.courseFacts={json.dumps(facts)}".encode()
        self.kept: dict[str, str] = {}
        self.ended: list[str] = []
        self.lrs = Lrs()

    def __enter__(self) -> Shop:
        shop = self

        class Handler(_Handler):
            """Bound to this shop."""

        Handler.shop = shop
        self.server = _Patient(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()


class _Patient(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves is no error."""


class _Handler(SimpleHTTPRequestHandler):
    shop: Shop
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the tests speak."""

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path.startswith("/lrs/"):
            self._lrs("GET")
        elif path.startswith("/kept/"):
            self.answer(200, self.shop.kept.get(path, "{}").encode())
        elif path.startswith("/slow/"):
            time.sleep(int(path.removeprefix("/slow/")) / 1000)
            self.answer(200, b"true")
        elif path == "/facts.js":
            self.answer(200, self.shop.facts, "text/javascript")
        else:
            super().do_GET()

    def do_POST(self) -> None:
        path = urlsplit(self.path).path
        if path.startswith("/kept/"):
            self.shop.kept[path] = self._body().decode()
            self.answer(200, b"true")
        elif path.startswith("/ended/"):
            self._end(path.removeprefix("/ended/"))
            self.answer(200, b"true")
        else:
            self._lrs("POST")

    def do_PUT(self) -> None:
        self._lrs("PUT")

    def translate_path(self, path: str) -> str:
        name = urlsplit(path).path.lstrip("/")
        if name in OWN:
            return str(HERE / name)
        first, _, rest = name.partition("/")
        if name.startswith("course/assets/javascripts/"):  # the theme, which nothing here needs
            return str(HERE / "nothing")
        if first == "vendor":
            rest = "index.js"
        return str(self.shop.folders.get(first, HERE / "nothing") / rest)

    def answer(self, status: int, content: bytes, kind: str = "application/json", **more: str):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        for name, value in more.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def _end(self, place: str) -> None:
        if last := self._body().decode():
            self.shop.kept[f"/kept/{place}"] = last
        self.shop.ended.append(place)

    def _lrs(self, method: str) -> None:
        address = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        store, _, resource = address.path.removeprefix("/lrs/").partition("/")
        if store != self.shop.lrs.name:
            return self.answer(410, b"")  # the late words of a test that is over
        headers = {name.lower(): value for name, value in self.headers.items()}
        found = self.shop.lrs.ask(method, resource, query, headers, self._body())
        self.answer(found.status, found.content, **({"ETag": found.tag} if found.tag else {}))

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))
