"""Whether a report is about anything that is alleged and denied at all: a birthday, a merger or a fashion show hardly is."""

from __future__ import annotations

from functools import cache

from reportedly.knowledge.event_rows import event_classes
from reportedly.text import Parsed

# Words of force, crime or accusation in a hundred words, from which a report is contentious. Of 411 short reports with denials in our
# passages 19 in 20 have over 5, and all 49 reports for development have 4.9 or more; of 40 articles of agencies and newspapers, mostly on
# business, sport and life and hardly one with a denial, 24 have less than 4.
CONTENTIOUS = 4.0
FEW = 80  # words; of less nothing can be said
CLASSES = ("contentious", "earnest", "allegation", "harm", "guilt", "blame", "weapon", "force", "police")


def is_calm(parsed: Parsed) -> bool:
    """Whether hardly a word of force, crime or accusation stands in the report."""
    known = contentious_words()
    words = [t.lemma.lower() for t in parsed.tokens if t.text[0].isalpha()]
    return len(words) >= FEW and 100 * sum(word in known for word in words) < CONTENTIOUS * len(words)


@cache
def contentious_words() -> frozenset[str]:
    """The words of force, crime and accusation."""
    classes = event_classes()
    return frozenset[str]().union(*(classes[name] for name in CLASSES))
