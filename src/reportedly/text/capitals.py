"""Whether a text is written in capitals alone, as old wires and telexes are: names cannot be told from words in it."""

from __future__ import annotations

from reportedly.model import Problem, Span

SAMPLE = 4_000  # characters looked at
FEWEST = 100  # letters; a shorter text is a line that shouts
MOST_SMALL = 0.1  # share of small letters: "McKay", a link


def capitals_problem(text: str, body: Span) -> Problem | None:
    """A Problem where the body is written so; None where it is not."""
    letters = [c for c in text[body.start : min(body.end, body.start + SAMPLE)] if c.isalpha()]
    if len(letters) < FEWEST or sum(map(str.islower, letters)) > MOST_SMALL * len(letters) or not any(map(str.isupper, letters)):
        return None
    told = "The text is all in capitals, so that names cannot be told from words, and much is missed. Read it in ordinary letters."
    return Problem(code="capitals", spans=(body,), message=told)
