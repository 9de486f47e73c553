"""What the words of a source, those that the report calls it by elsewhere, and its cue show of its kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import fmean

from reportedly.knowledge.source_weights import KINDS, source_weights
from reportedly.knowledge.weights import BASE
from reportedly.layers.claims.offices import sorts_of
from reportedly.model import Actor, Claim, Mention, MentionForm, Span
from reportedly.text import Parsed, Token

Scores = dict[str, float]
_MENTIONS = 6  # of an actor whose words are looked at
_WORDS = 14  # of a source, so that a long clause about it does not drown its noun
_PRONOUNS = frozenset("he she it they him them her his its their i we who which that".split())
_ONE = frozenset({"a", "an", "one"})


def source_scores(parsed: Parsed, actors: Sequence[Actor], claims: Sequence[Claim]) -> list[Scores]:
    """For each claim how much the words of its source speak for each kind, the kinds together at nought."""
    known = {actor.id: actor for actor in actors}
    return [_scores(set(source_clues(parsed, c, known.get(c.source.actor or "")))) for c in claims]


def shared(claims: Sequence[Claim], scores: Sequence[Mapping[str, float]]) -> list[Scores]:
    """For each claim the mean of the scores of all claims of its actor: a source is of one kind throughout a report."""
    held: dict[str, list[int]] = defaultdict(list)
    for n, c in enumerate(claims):
        held[c.source.actor or f"claim {n}"].append(n)
    means = {who: {k: fmean(scores[n][k] for n in rows) for k in scores[rows[0]]} for who, rows in held.items()}
    return [means[c.source.actor or f"claim {n}"] for n, c in enumerate(claims)]


def _scores(clues: Iterable[str]) -> Scores:
    weights = source_weights()
    sums = [sum(kind) for kind in zip(*(weights[clue] for clue in sorted(clues) if clue in weights), strict=True)] or [0.0] * len(KINDS)
    mean = fmean(sums)
    return {kind: score - mean for kind, score in zip(KINDS, sums, strict=True)}


def source_clues(parsed: Parsed, claim: Claim, actor: Actor | None) -> Iterator[str]:
    """The names of all that a source shows."""
    yield BASE
    yield f"rules {claim.source.kind}"
    yield f"cue {' '.join(claim.cue.text.lower().split())}"
    pronoun = claim.source.text.lower() in _PRONOUNS
    if pronoun:
        yield f"pronoun {claim.source.text.lower()}"
    else:
        yield from _own(parsed, claim)
    if actor is not None:
        yield from _called(parsed, claim, actor)


def _own(parsed: Parsed, claim: Claim) -> Iterator[str]:
    """The words of the source itself."""
    words = [t for s in claim.source.spans[:1] for t in parsed.tokens_in(s) if t.pos != "SPACE"]
    if not words:
        return
    head = _head(words)
    yield from (f"lemma {head.lemma.lower()}", f"tag {head.tag}", f"entity {head.ent or 'none'}", f"opens {words[0].lower}")
    yield from (f"sort {sort}" for sort in sorts_of(parsed.tokens, head))
    yield from (f"word {t.lower}" for t in words[:_WORDS])
    if len(words) > 1:
        yield f"ends {words[-2].lower} {words[-1].lower}"


def _called(parsed: Parsed, claim: Claim, actor: Actor) -> Iterator[str]:
    """What the report calls the actor, and what is known of it."""
    named = any(m.form is MentionForm.NAME for m in actor.mentions)
    yield from (f"actor {actor.kind}", f"actor {actor.kind}, rules {claim.source.kind}", f"{actor.kind}, named: {named}")
    yield from (f"role {role}" for role in actor.roles)
    called = [_words(parsed, m) for m in actor.mentions if m.form is not MentionForm.PRONOUN][:_MENTIONS]
    for n, words in enumerate(w for w in called if w):
        if n == 0:
            yield f"first called {'a' if words[0].lower in _ONE else 'the' if words[0].lower == 'the' else 'otherwise'}"
        head = _head(words)
        yield f"called {head.lemma.lower()}"
        yield from (f"called sort {sort}" for sort in sorts_of(parsed.tokens, head))
        yield from (f"word {t.lower}" for t in words)


def _words(parsed: Parsed, m: Mention) -> list[Token]:
    return [t for t in parsed.tokens_in(Span(m.start, m.end)) if t.pos != "SPACE"]


def _head(words: Sequence[Token]) -> Token:
    """The last word whose governor stands outside the phrase."""
    first, last = words[0].i, words[-1].i
    return next((t for t in reversed(words) if not first <= t.head <= last or t.head == t.i), words[-1])
