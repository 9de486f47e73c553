"""Days that may be told by their year or month alone."""

from __future__ import annotations

import calendar
import re
from datetime import date

PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def day_of(text: str, *, last: bool) -> date:
    """The first or last day of "2017", "2017-03" or "2017-03-01". ValueError says what is wrong."""
    if (parts := PARTIAL.fullmatch(text)) is None:
        raise ValueError(f"{text!r}, which is no year, month or day")
    year, month, day = (int(part) if part else 0 for part in parts.groups())
    month = month or (12 if last else 1)
    try:
        return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
    except ValueError as error:
        raise ValueError(f"{text!r}: {error}") from error
