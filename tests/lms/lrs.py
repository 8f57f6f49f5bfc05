"""A small record store that refuses what cmi5 forbids: fetch token, state, profile, statements.

In memory, for one course with one part. What it refuses it notes in `refused`, with the reason.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
import uuid
from dataclasses import dataclass, field
from urllib.parse import urlencode

ACTIVITY = "https://course.example/ssi/en"
CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon"
SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
VERBS = "http://adlnet.gov/expapi/verbs/"
DEFINED = ("initialized", "completed", "passed", "failed", "terminated")
DURATION = re.compile(r"PT(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?")
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


@dataclass
class Reply:
    """An answer of the store."""

    status: int
    content: bytes = b""
    tag: str = ""


@dataclass
class Session:
    """One launch: its own token and context, and what was said in it."""

    registration: str
    actor: str
    mode: str
    mastery: float | None
    token: str = field(default_factory=lambda: uuid.uuid4().hex)
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    fetched: bool = False
    verbs: list[str] = field(default_factory=list)

    @property
    def launch_data(self) -> dict:
        """What the platform tells the course of this launch."""
        data = {
            "contextTemplate": {
                "contextActivities": {"grouping": [{"id": f"{ACTIVITY}/publisher"}]},
                "extensions": {SESSION: self.id},
            },
            "launchMode": self.mode,
            "moveOn": "CompletedAndPassed",
            "returnURL": "https://course.example/back",
        }
        return data if self.mastery is None else data | {"masteryScore": self.mastery}


class Lrs:
    """The store; `down` makes it fail as a store that is overloaded does."""

    def __init__(self) -> None:
        self.name = uuid.uuid4().hex  # part of its address
        self.sessions: list[Session] = []
        self.documents: dict[tuple, bytes] = {}
        self.statements: list[dict] = []
        self.refused: list[str] = []
        self.down = False
        self._lock = threading.Lock()

    def launch(
        self,
        base: str,
        *,
        registration: str = "",
        learner: str = "ann",
        mode: str = "Normal",
        mastery: float | None = None,
        shell: str = "launch.html",
    ) -> str:
        """The address that a platform opens, with a new session behind it."""
        account = {"homePage": "https://course.example", "name": learner}
        actor = json.dumps({"objectType": "Agent", "account": account})
        session = Session(registration or str(uuid.uuid4()), actor, mode, mastery)
        self.sessions.append(session)
        query = {
            "lms": "cmi5",
            "endpoint": f"{base}/lrs/{self.name}/",
            "fetch": f"{base}/lrs/{self.name}/fetch?session={session.id}",
            "actor": actor,
            "registration": session.registration,
            "activityId": ACTIVITY,
        }
        return f"{base}/{shell}?{urlencode(query)}"

    def ask(self, method: str, resource: str, query: dict, headers: dict, body: bytes) -> Reply:
        """Answer one request; one at a time."""
        with self._lock:
            if self.down:
                return Reply(503)
            if resource == "fetch":
                return self._fetch(method, query)
            token = headers.get("authorization", "").removeprefix("Basic ")
            session = next((each for each in self.sessions if each.token == token), None)
            if session is None or headers.get("x-experience-api-version") != "1.0.3":
                return self._refuse(401, f"{method} {resource}: no token or no version")
            if resource == "statements" and method == "POST":
                return self._statements(session, json.loads(body))
            if resource in ("activities/state", "agents/profile"):
                return self._document(method, resource, query, headers, body, session)
            return self._refuse(404, f"{method} {resource}: not here")

    def said(self) -> list[str]:
        """The verbs of all statements, in the order in which they came."""
        return [statement["verb"]["id"].removeprefix(VERBS) for statement in self.statements]

    def state(self, registration: str) -> dict:
        """The course's own document of a registration."""
        for (resource, _, own, name), content in self.documents.items():
            if (resource, own, name) == ("activities/state", registration, "course-record"):
                return json.loads(content)
        return {}

    def _fetch(self, method: str, query: dict) -> Reply:
        session = next(each for each in self.sessions if each.id == query["session"])
        if method != "POST":
            return self._refuse(405, "fetch: not posted")
        if session.fetched:
            self.refused.append("fetch: asked twice")
            error = {"error-code": "1", "error-text": "the token was fetched already"}
            return Reply(200, json.dumps(error).encode())
        session.fetched = True
        return Reply(200, json.dumps({"auth-token": session.token}).encode())

    def _document(self, method, resource, query, headers, body, session: Session) -> Reply:
        name = query.get("stateId") or query.get("profileId")
        if json.loads(query["agent"]) != json.loads(session.actor):
            return self._refuse(403, f"{resource}: another learner's")
        if name == "LMS.LaunchData":
            ok = method == "GET"
            content = json.dumps(session.launch_data).encode()
            return Reply(200, content) if ok else self._refuse(403, "the platform's own document")
        if resource == "activities/state" and query.get("activityId") != ACTIVITY:
            return self._refuse(400, "state: of another activity")
        place = (resource, query["agent"], query.get("registration"), name)
        kept = self.documents.get(place)
        if method == "GET":
            return Reply(404) if kept is None else Reply(200, kept, _tag(kept))
        if kept is not None and not headers.keys() & {"if-match", "if-none-match"}:
            return self._refuse(409, f"{name}: written over, whatever is there")  # xAPI 2.0
        if kept is not None and "if-none-match" in headers:
            return Reply(412)
        if headers.get("if-match") not in (None, _tag(kept or b"")):
            return Reply(412)
        self.documents[place] = body
        return Reply(204, b"", _tag(body))

    def _statements(self, session: Session, found: list | dict) -> Reply:
        batch = found if isinstance(found, list) else [found]
        known = {statement["id"] for statement in self.statements}
        new = [statement for statement in batch if statement["id"] not in known]
        for statement in new:
            fault = self._fault(session, statement)
            if fault:
                verb = statement["verb"]["id"].removeprefix(VERBS)
                return self._refuse(403, f"{verb}: {fault}")
            session.verbs.append(statement["verb"]["id"].removeprefix(VERBS))
            self.statements.append(statement)
        return Reply(200, json.dumps([statement["id"] for statement in batch]).encode())

    def _fault(self, session: Session, statement: dict) -> str:
        """What cmi5 has against a statement; empty if nothing."""
        verb = statement["verb"]["id"].removeprefix(VERBS)
        context = statement.get("context", {})
        if statement["actor"] != json.loads(session.actor):
            return "another actor"
        if context.get("registration") != session.registration:
            return "no registration, or another one"
        if context.get("extensions", {}).get(SESSION) != session.id:
            return "not of this session"
        if not context.get("contextActivities", {}).get("grouping"):
            return "not built on the context that was given"
        if not STAMP.fullmatch(statement.get("timestamp", "")):
            return "no timestamp in UTC"
        if "terminated" in session.verbs:
            return "after the end"
        if (verb == "initialized") != (not session.verbs):
            return "initialized comes first, and once"
        categories = {each["id"] for each in context["contextActivities"].get("category", [])}
        if (CMI5 in categories) != (verb in DEFINED):
            return "the category of cmi5 is for its own verbs"
        return self._fault_of_defined(session, statement, verb, categories)

    def _fault_of_defined(self, session, statement, verb, categories) -> str:
        if verb not in DEFINED:
            return ""
        result = statement.get("result", {})
        judged = verb in ("completed", "passed", "failed")
        if statement["object"]["id"] != ACTIVITY:
            return "of another activity"
        if judged and session.mode != "Normal":
            return f"in {session.mode}"
        if judged != (MOVE_ON in categories):
            return "moveOn is for completed, passed and failed"
        if verb != "initialized" and not DURATION.fullmatch(result.get("duration", "")):
            return f"no duration: {result.get('duration')}"
        if verb == "completed" and result.get("completion") is not True:
            return "not complete"
        earlier = [
            each
            for other in self.sessions
            if other.registration == session.registration
            for each in other.verbs
        ]
        if verb in ("completed", "passed") and verb in earlier:
            return "a second time"
        if verb == "failed" and ("passed" in earlier or "failed" in session.verbs):
            return "after passed, or a second time"
        if verb == "passed" and "failed" in session.verbs:
            return "passed and failed in one session"
        return (
            self._fault_of_score(session, statement, verb) if verb in ("passed", "failed") else ""
        )

    def _fault_of_score(self, session: Session, statement: dict, verb: str) -> str:
        result = statement["result"]
        scaled = result.get("score", {}).get("scaled")
        if result.get("success") is not (verb == "passed"):
            return "success says another thing than the verb"
        if session.mastery is None:
            return ""
        if statement["context"]["extensions"].get(MASTERY) != session.mastery:
            return "no mastery score"
        if (scaled >= session.mastery) is not (verb == "passed"):
            return f"{scaled} is on the other side of {session.mastery}"
        return ""

    def _refuse(self, status: int, reason: str) -> Reply:
        self.refused.append(reason)
        return Reply(status)


def _tag(content: bytes) -> str:
    return f'"{hashlib.sha1(content, usedforsecurity=False).hexdigest()}"'
