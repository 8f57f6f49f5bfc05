"""Python begins with this when its folder is on the path: it is another day, in another zone."""

from __future__ import annotations

import datetime
import os
import time

LATER = datetime.timedelta(days=400, minutes=1)

os.environ["TZ"] = "Asia/Kathmandu"
time.tzset()

_now, _date, _datetime = time.time, datetime.date, datetime.datetime


class Date(_date):
    """A date that takes today for a later day."""

    @classmethod
    def today(cls):
        """A later day."""
        return _date.today() + LATER


class Datetime(_datetime):
    """A time that takes now for a later one."""

    @classmethod
    def now(cls, tz=None):
        """A later time."""
        return _datetime.now(tz) + LATER

    @classmethod
    def utcnow(cls):
        """A later time, in UTC."""
        return _datetime.now(datetime.UTC).replace(tzinfo=None) + LATER


datetime.date, datetime.datetime = Date, Datetime
time.time = lambda: _now() + LATER.total_seconds()
