"""The words of silences: refusing to comment, not answering, being out of reach (silences.csv, one sort a line).

refusing     verbs that with a verb of `saying` decline: "refused to discuss"; with one of `sharing` before a noun of `shared`; and with
             the phrases of `voicing`: "declined to take a position"
withholding  verbs that decline when negated: "would not comment", "has not said whether" (with a word of `asking`)
answering    verbs that give no answer when negated: "did not respond to"; to what is `unspoken` nobody answers in words
asked        what is answered or left unanswered: "questions", "a request to comment"
reaching     verbs of being out of reach when negated and passive: "could not be reached"; `unmet`: what else is not reached
available    adjectives of the same when negated; `unavailable`, `silent`: adjectives that say it themselves
comment      nouns that `holding` verbs have none of: "had no comment"; `withheld`: other verbs with the noun that they have none of
questioned   verbs whose participle opens a question: "Asked whether ..., he"; after it, `leaving` phrases, verbs of `moving` off and
             "said only" tell a silence
evading      phrases that always tell one, the verb and the word that makes the phrase: "changed the subject", "kept mum"
dodging      verbs that tell one with a question: "ducked the question"
replying     verbs that with "only" say less than was asked; `referring` verbs pass a question of `asked` on to somebody else
receiving    verbs that get no `comment` from somebody; `unanswered`: what becomes of a request: "went unanswered"
seeking      nouns of trying to reach somebody, or of `getting` a comment, and `fruitless`: what came of it
telephone    what can be `off`; `office`: what can be closed to a caller
wishing      verbs that with a negation and a verb of `telling` decline, as do adjectives: `unwilling`, and `willing` with a negation,
             and verbs of `permitting`; and what it is said to be to comment: `untimely`
unsaid       verbs that decline when somebody "did not" or "has not": "did not explain the delay"; `written`: what may do so for its author
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportedly.errors import KnowledgeError
from reportedly.knowledge.tables import HERE, rows

SILENCES = HERE / "silences.csv"
SORTS = frozenset(
    "refusing saying sharing shared withholding asking answering asked unspoken reaching unmet available unavailable silent comment "
    "holding withheld questioned evading dodging leaving replying referring receiving unanswered seeking getting fruitless telephone "
    "off office wishing telling willing unwilling permitting untimely unsaid written moving voicing".split()
)


@cache
def silence_words() -> dict[str, frozenset[str]]:
    """The lemmas of each sort."""
    return load()


def load(path: Path = SILENCES) -> dict[str, frozenset[str]]:
    """The sorts of a table. KnowledgeError where one is unknown or missing."""
    found = {row.one_of("sort", SORTS): frozenset(row.text("words").split()) for row in rows(path, ("sort", "words"))}
    if missing := SORTS - found.keys():
        raise KnowledgeError(path.name, None, f"the sort {min(missing)!r} is missing")
    return found
