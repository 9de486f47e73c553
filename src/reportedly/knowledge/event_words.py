"""The words that tell of events: event_verbs.csv, event_nouns.csv, light_verbs.csv, event_operators.csv, event_modes.csv."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reportedly.knowledge.event_rows import NOUN_TERMS, VERB_TERMS, Condition, Path, condition, paths
from reportedly.knowledge.plover import EFFECTS, plover
from reportedly.knowledge.tables import HERE, Row, rows
from reportedly.model import EventType, Record

FRAME_COLUMNS = ("lemmas", "when", "type", "mode", "cameo", "actor", "recipient")
CAMEO = re.compile(r"\d{2,4}$")
COMPLEMENTS = frozenset({"to", "that", "ing"})
OPERATIONS = EFFECTS | {"pass", "vow", "plan", "order", "stop", "warn", "want"}
CONTROLLING = frozenset({"request", "order", "permit"})
LIGHT = EFFECTS | {"do", "none", "undergo", "ask"}


class EventFrame(Record, frozen=True, kw_only=True):
    """What a verb or noun tells of where its condition holds, and where its participants stand."""

    when: Condition
    type: EventType
    mode: str | None
    cameo: str
    actor: tuple[Path, ...]
    recipient: tuple[Path, ...]
    row: str = ""  # the file and line that say so, and the condition as written
    specific: bool = False  # its condition names words that the object must be


class LightVerb(Record, frozen=True, kw_only=True):
    """What a verb does to the event noun that is its object: `types` are those it can do it to, all where empty."""

    effect: str
    types: frozenset[str]


class Operator(Record, frozen=True, kw_only=True):
    """What a verb or adjective does to the event in its complement."""

    complement: str
    effect: str


class ModeCue(Record, frozen=True, kw_only=True):
    """Words that tell a type's mode where its verb does not."""

    mode: str
    cameo: str
    words: frozenset[str]


class EventWords(Record, frozen=True, kw_only=True):
    """All tables by lemma; frames, light verbs and operators in the order in which they are tried."""

    verbs: dict[str, tuple[EventFrame, ...]]
    nouns: dict[str, tuple[EventFrame, ...]]
    light: dict[str, tuple[LightVerb, ...]]
    operators: dict[tuple[str, str], tuple[Operator, ...]]
    modes: dict[EventType, tuple[ModeCue, ...]]
    controllers: frozenset[str]  # verbs that make their object do what follows


@cache
def event_words() -> EventWords:
    """The tables that come with reportedly, read once. KnowledgeError says file, line and what is wrong."""
    operators = _operators()
    return EventWords(
        verbs=_frames("event_verbs.csv", VERB_TERMS),
        nouns=_frames("event_nouns.csv", NOUN_TERMS),
        light=_light(),
        operators=operators,
        modes=_modes(),
        controllers=frozenset(lemma for (lemma, _), found in operators.items() if any(o.effect in CONTROLLING for o in found)),
    )


def _by_lemma[T](entries: Iterator[tuple[Row, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for row, entry in entries:
        row.text("lemmas")
        for lemma in row.several("lemmas"):
            found.setdefault(lemma, []).append(entry)
    return {lemma: tuple(entries) for lemma, entries in found.items()}


def _frames(name: str, kinds: frozenset[str]) -> dict[str, tuple[EventFrame, ...]]:
    return _by_lemma((row, frame(row, kinds)) for row in rows(HERE / name, FRAME_COLUMNS))


def frame(row: Row, kinds: frozenset[str]) -> EventFrame:
    """The frame in a row. KnowledgeError where its type, mode, code, condition or paths are wrong."""
    event_type = EventType(row.one_of("type", frozenset(t.value for t in EventType)))
    if (mode := row.optional("mode")) is not None and mode not in plover().types[event_type].modes:
        raise row.wrong(f"{mode!r} is no mode of {event_type}")
    if not CAMEO.match(row.text("cameo")):
        raise row.wrong(f"cameo is {row.text('cameo')!r}, which is not 2 to 4 digits")
    when = condition(row, "when", kinds)
    return EventFrame(
        when=when,
        row=f"{row.file} line {row.line}" + (f", where {row.cells['when']}" if row.cells["when"] else ""),
        specific=any(term.kind == "obj" and term.words is not None and bool(term.words.lemmas) for terms in when for term in terms),
        type=event_type,
        mode=mode,
        cameo=row.text("cameo"),
        actor=paths(row, "actor"),
        recipient=paths(row, "recipient"),
    )


def _light() -> dict[str, tuple[LightVerb, ...]]:
    types = frozenset(t.value for t in EventType)
    table = rows(HERE / "light_verbs.csv", ("lemmas", "effect", "types"))
    return _by_lemma((r, LightVerb(effect=r.one_of("effect", LIGHT), types=frozenset(r.all_of("types", types)))) for r in table)


def _operators() -> dict[tuple[str, str], tuple[Operator, ...]]:
    found: dict[tuple[str, str], list[Operator]] = {}
    for row in rows(HERE / "event_operators.csv", ("lemmas", "pos", "when", "effect")):
        operator = Operator(complement=row.one_of("when", COMPLEMENTS), effect=row.one_of("effect", OPERATIONS))
        for lemma in row.several("lemmas"):
            found.setdefault((lemma, row.one_of("pos", frozenset({"VERB", "ADJ"}))), []).append(operator)
    return {key: tuple(operators) for key, operators in found.items()}


def _modes() -> dict[EventType, tuple[ModeCue, ...]]:
    found: dict[EventType, list[ModeCue]] = {}
    for row in rows(HERE / "event_modes.csv", ("type", "mode", "cameo", "words")):
        event_type = EventType(row.one_of("type", frozenset(t.value for t in EventType)))
        mode = row.one_of("mode", frozenset(plover().types[event_type].modes))
        found.setdefault(event_type, []).append(ModeCue(mode=mode, cameo=row.text("cameo"), words=frozenset(row.several("words"))))
    return {event_type: tuple(cues) for event_type, cues in found.items()}
