"""Lasting ties between actors: who leads, backs, opposes, speaks for, belongs to, fights or is kin to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from reportedly.knowledge.relations import relation_words
from reportedly.layers.base import Facts, Layer
from reportedly.layers.relations.draft import Draft, Standing
from reportedly.layers.relations.links import Links
from reportedly.layers.relations.modifiers import BEFORE, Modifiers
from reportedly.layers.relations.nouns import Nouns
from reportedly.layers.relations.sides import Side, Sides
from reportedly.layers.relations.verbs import Verbs
from reportedly.model import ActorKind, Relation, RelationType
from reportedly.text import Parsed, Token

R = RelationType
MUTUAL = frozenset({R.ALLIED_WITH, R.AT_WAR_WITH, R.RIVAL_OF, R.FAMILY_OF, R.KNOWS})
WIDER = {R.MEMBER_OF: (R.LEADS, R.REPRESENTS)}  # left out where a tie that says more holds between the same two


def run(parsed: Parsed, facts: Facts) -> Facts:
    """Adds `relations`, in reading order and each once."""
    drafts = sorted(_drafts(parsed, facts), key=lambda d: (d.first, d.last))
    found: dict[object, Draft] = {}
    for draft in drafts:
        found.setdefault(_key(draft), draft)
    kept = _keep(found)
    contents = [(c.id, [(s.start, s.end) for s in c.content.spans]) for c in facts.claims if c.content.spans]
    return msgspec.structs.replace(facts, relations=tuple(_relation(parsed, contents, d, n) for n, d in enumerate(kept, 1)))


def _keep(found: dict[object, Draft]) -> list[Draft]:
    """Without ties that another says better."""
    said = {(d.type, _who(d.object)) for d in found.values() if not d.implied and d.type is R.LEADS and d.object.kind is ActorKind.COUNTRY}
    known = {(d.type, _who(d.subject), d.object.text.lower().rpartition(" ")[2]) for d in found.values() if d.object.id}
    return [
        d
        for key, d in found.items()
        if not any((kind, *_pair(d)) in found for kind in WIDER.get(d.type, ()))
        and not (d.implied and (d.type, _who(d.object)) in said)  # a country that the report says another leads
        and (d.object.id or (d.type, _who(d.subject), d.object.text.lower().rpartition(" ")[2]) not in known)
    ]


def _drafts(parsed: Parsed, facts: Facts) -> Iterator[Draft]:
    if not facts.actors:
        return
    words = relation_words()
    sides, standing = Sides(parsed, facts), Standing(parsed, facts, words)
    nouns, verbs = Nouns(parsed, sides, standing, words), Verbs(parsed, sides, standing, words)
    links, modifiers = Links(parsed, verbs, words), Modifiers(parsed, sides, standing, words)
    for t in parsed.tokens:
        if t.lower in words.ends or t.lemma in words.ends:
            yield from _noted(parsed, t, "a noun of a tie", nouns.read(t))
        if t.lemma in words.verbal or t.lower in words.verbal:
            yield from _noted(parsed, t, "a verb of a tie", verbs.read(t))
            yield from _noted(parsed, t, "a word that links two sides", links.read(t))
        if t.dep in BEFORE:
            yield from _noted(parsed, t, "what stands before a noun", modifiers.compound(t))
            yield from _noted(parsed, t, "the country before a noun", modifiers.civic(t))
        elif t.text == "(":
            yield from _noted(parsed, t, "a country in brackets", modifiers.bracketed(t))
        elif t.dep == "poss":
            yield from _noted(parsed, t, "a possessive", modifiers.possessed(t))


def _noted(parsed: Parsed, t: Token, how: str, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, with a note of what they were read off."""
    for d in drafts:
        if parsed.notes is not None:
            told = f"{d.type} read off {how}, {t.text!r} ({t.dep} of {parsed.head(t).text!r}); {d.status}"
            parsed.notes.add(parsed.tokens[d.first].start, "relation", told + (", the subject's own country meant" if d.implied else ""))
        yield d


def _pair(draft: Draft) -> tuple[str, str]:
    return _who(draft.subject), _who(draft.object)


def _key(draft: Draft) -> object:
    """What makes two drafts the same relation."""
    return (draft.type, *sorted(_pair(draft))) if draft.type in MUTUAL else (draft.type, *_pair(draft))


def _who(side: Side) -> str:
    return side.id or side.text.lower()


def _relation(parsed: Parsed, contents: list[tuple[str, list[tuple[int, int]]]], draft: Draft, number: int) -> Relation:
    evidence = parsed.words((draft.first, draft.last))
    a, b = evidence.spans[0].start, evidence.spans[0].end
    return Relation(
        id=f"r{number}", type=draft.type, subject=draft.subject.participant(), object=draft.object.participant(), evidence=evidence,
        status=draft.status, start=draft.start, end=draft.end,
        claims=tuple(c for c, spans in contents if any(start <= a and b <= end for start, end in spans)),
    )  # fmt: skip


LAYER = Layer(
    name="relations",
    version="1",
    requires=frozenset({"times", "places", "actors", "claims", "predicates"}),
    provides=frozenset({"relations"}),
    run=run,
)
