"""The accession number of a Factiva document and its two checksums.

SSSSSSSS YYYYMMDD yymdNNNNN: the source code padded with zeros, the day the archive loaded the article, the
publication date in base 36 (year - 1500, month, day), a serial. Inferred from 396 articles of 1998 to 2017, of which
one, edited by hand, did not fit; so on conflict the header is kept and the conflict is told.
"""

from __future__ import annotations

import re
from datetime import date

from reportedly.formats.base import problem
from reportedly.model import Problem

_SHAPE = re.compile(r"([0-9A-Za-z]{8})(\d{8})([0-9A-Za-z]{2})([1-9A-Ca-c])([1-9A-Va-v])([0-9A-Za-z]{5})")
FIRST_YEAR = 1500
AGAIN = "Export it again to be sure that nothing is missing."


def source_code(accession: str) -> str:
    """The source code as the number holds it, padding removed, upper case."""
    return accession[:8].rstrip("0").upper()


def published(accession: str) -> date | None:
    """The publication date as the number holds it; None where it holds none."""
    if not (m := _SHAPE.fullmatch(accession)):
        return None
    try:
        return date(FIRST_YEAR + int(m[3], 36), int(m[4], 36), int(m[5], 36))
    except ValueError:
        return None


def dated_by(day: date) -> Problem:
    """What is told where the number's date stands in for the header's."""
    return problem(
        "date-from-accession", f"The header states no date that could be read; {day} was taken from the accession number. Check it."
    )


def conflicts(accession: str, code: str | None, day: date | None) -> list[Problem]:
    """What the header and the number say differently; the header is believed."""
    found = []
    if code and accession[:8].upper() != code.upper().ljust(8, "0"):
        found.append(
            problem(
                "accession-source",
                f"The header names the source {code}, the accession number {source_code(accession)}; "
                "the header was kept. Check the export.",
            )
        )
    stated = published(accession)
    if stated is None:
        found.append(problem("accession-shape", f"The accession number {accession} has no valid date in it. Check that it was not edited."))
    elif day and stated != day:
        found.append(
            problem("accession-date", f"The header says {day}, the accession number {stated}; the header was kept. Check the export.")
        )
    return found
