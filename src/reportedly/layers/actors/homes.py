"""The words of a report that tell of a country: its names and peoples, and the places that lie in it."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.layers.actors.nations import Nation, a_side
from reportedly.model import Place
from reportedly.text import Parsed


def home_words(parsed: Parsed, nations: Mapping[int, Nation], places: tuple[Place, ...]) -> dict[int, str]:
    """The country (ISO alpha-3) of each token that names one or a place in one."""
    found = {t.i: p.country for p in places if p.country for s in p.spans for t in parsed.tokens_in(s) if not a_side(parsed.tokens, t.i)}
    return found | {k: n.code for k, n in nations.items()}


def written_in(parsed: Parsed, places: tuple[Place, ...]) -> str | None:
    """The country of the dateline."""
    said = (p.country for p in places if p.country and parsed.dateline and parsed.dateline.holds(p.spans[0]))
    return next(said, None)
