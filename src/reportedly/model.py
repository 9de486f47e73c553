"""The nouns of the field as frozen records, and their vocabularies.

Every fact carries `Words`: the spans that prove it and what they slice to. Spans are `[start, end)` in
Unicode code points into `Report.text`, which is the text exactly as received.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

import msgspec

from reportedly.errors import SpanError

GAP = " … "  # stands between the pieces of discontinuous words


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A frozen record; `msgspec.structs.replace` makes a changed copy."""


class Span(msgspec.Struct, frozen=True, array_like=True, order=True, gc=False):
    """A stretch of the report's text: `[start, end)` in code points. SpanError unless 0 <= start <= end."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise SpanError(f"span [{self.start}, {self.end}) is no stretch of text")

    def of(self, text: str) -> str:
        """The words it slices to. SpanError where it reaches past the text."""
        if self.end > len(text):
            raise SpanError(f"span [{self.start}, {self.end}) reaches past a text of {len(text)} characters")
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly within."""
        return self.start <= other.start and other.end <= self.end


class Words(Record, frozen=True, kw_only=True):
    """Evidence: the spans of a phrase, in reading order, and the words themselves."""

    spans: tuple[Span, ...] = ()
    text: str = ""

    def check(self, text: str) -> None:
        """SpanError unless the spans slice to the words."""
        if (found := GAP.join(s.of(text) for s in self.spans)) != self.text:
            raise SpanError(f"spans {[(s.start, s.end) for s in self.spans]} slice to {found!r}, not {self.text!r}")


def words_of(text: str, *spans: Span) -> Words:
    """The words that the spans of a text slice to."""
    return Words(spans=spans, text=GAP.join(s.of(text) for s in spans))


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    GROUP = "group"
    POPULATION = "population"


class MentionForm(StrEnum):
    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    METONYM = "metonym"


class SourceKind(StrEnum):
    NAMED_OFFICIAL = "named official"
    ANONYMOUS_OFFICIAL = "anonymous official"
    NAMED_PERSON = "named person"
    ANONYMOUS_PERSON = "anonymous person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    DOCUMENT = "document"
    MEDIA = "media"
    PUBLIC = "public"
    AUTHOR = "author"


class Stance(StrEnum):
    ASSERTS = "asserts"
    DENIES = "denies"
    BELIEVES = "believes"
    DESIRES = "desires"
    EXPECTS = "expects"
    REQUESTS = "requests"
    PROPOSES = "proposes"
    WARNS = "warns"
    ASKS = "asks"
    RELAYS = "relays"
    DECLINES = "declines to comment"
    NO_ANSWER = "did not respond"
    UNREACHABLE = "unreachable"


SILENCES = frozenset({Stance.DECLINES, Stance.NO_ANSWER, Stance.UNREACHABLE})


class Manner(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class EventType(StrEnum):
    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """What the report commits to."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    EXPECTED = "expected"
    REQUESTED = "requested"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    DID_NOT_HAPPEN = "did not happen"


class RelationType(StrEnum):
    SUPPORTS = "supports"
    OPPOSES = "opposes"
    ALLIED_WITH = "allied with"
    AT_WAR_WITH = "at war with"
    LEADS = "leads"
    MEMBER_OF = "member of"
    PART_OF = "part of"
    REPRESENTS = "represents"
    CONTROLS = "controls"
    LOCATED_IN = "located in"
    RIVAL_OF = "rival of"
    SANCTIONS = "sanctions"
    FAMILY_OF = "family of"
    KNOWS = "knows"


class TimeType(StrEnum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class PlaceUse(StrEnum):
    LITERAL = "literal"
    ASSOCIATIVE = "associative"


class FigureKind(StrEnum):
    DEAD = "dead"
    INJURED = "injured"
    ARRESTED = "arrested"
    DISPLACED = "displaced"
    PRESENT = "present"
    MONEY = "money"
    OTHER = "other"


class DisputeKind(StrEnum):
    DENIES = "denies"
    CONTRADICTS = "contradicts"
    UNANSWERED = "unanswered"


class Report(Record, frozen=True, kw_only=True):
    """One report as received. What is unknown is None; `text` is never altered; `body` is where the prose stands.

    `headline_at` and `subheadline_at` are where they stand in the text; `breaks` are marks of the layout within the
    body (a field label) that are no prose. `partial` reports are a summary or the beginning of one: no event is coded from them.
    `byte_range` is where the report stands in its file, `[start, end)` in bytes, and `member` that file's path within archives;
    `fingerprint` is the same for the same words of headline and body, whatever format they came in.
    """

    id: str
    text: str
    format: str
    body: Span
    headline: str | None = None
    subheadline: str | None = None
    section: str | None = None
    authors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    dateline: str | None = None
    published: date | None = None
    publisher: str | None = None
    publisher_code: str | None = None
    edition: str | None = None
    page: str | None = None
    language: str | None = None
    word_count: int | None = None
    copyright: str | None = None
    accession: str | None = None
    url: str | None = None
    headline_at: Span | None = None
    subheadline_at: Span | None = None
    breaks: tuple[Span, ...] = ()
    partial: bool = False
    byte_range: tuple[int, int] | None = None
    member: str | None = None
    fingerprint: str | None = None

    def __post_init__(self) -> None:
        self.body.of(self.text)


class Problem(Record, frozen=True, kw_only=True):
    """Something that could not be read as it should: a code, what happened and what to do next, and where."""

    code: str
    message: str
    spans: tuple[Span, ...] | None = None


class Mention(Record, frozen=True, kw_only=True):
    """Words that stand for an actor."""

    start: int
    end: int
    form: MentionForm
    text: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Actor(Record, frozen=True, kw_only=True):
    """Who acts or speaks. `country` is ISO 3166-1 alpha-3, IGO or NGO; `roles` are PLOVER sectors."""

    id: str
    name: str
    kind: ActorKind
    mentions: tuple[Mention, ...]
    country: str | None = None
    roles: tuple[str, ...] = ()
    description: str | None = None
    wikidata: str | None = None


class Time(Words, frozen=True, kw_only=True):
    """A time expression with its TIMEX3 type and value; `start` and `end` are the first and last day it covers."""

    id: str
    type: TimeType
    value: str
    start: date | None = None
    end: date | None = None


class Place(Words, frozen=True, kw_only=True):
    """A named place and where it lies (WGS84 degrees). `confidence` is 0 to 1."""

    id: str
    name: str
    use: PlaceUse
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    feature: str | None = None
    confidence: float = 0.0


class Source(Words, frozen=True, kw_only=True):
    """Who makes a claim; no spans where the report itself speaks."""

    kind: SourceKind
    anonymous: bool = False
    actor: str | None = None


class Claim(Record, frozen=True, kw_only=True):
    """What somebody says, believes, wants, denies or will not say. `via` is the claim that it is nested in."""

    id: str
    source: Source
    cue: Words
    content: Words
    stance: Stance
    manner: Manner
    via: str | None = None


class Participant(Words, frozen=True, kw_only=True):
    """A side of an event or relation: `id` is its first actor, `ids` all of them."""

    id: str | None = None
    ids: tuple[str, ...] = ()


class Figure(Words, frozen=True, kw_only=True):
    """A count that belongs to an event; `low` and `high` are equal unless the report gives a range."""

    kind: FigureKind
    low: float | None = None
    high: float | None = None


class EventTime(Record, frozen=True, kw_only=True):
    """When an event is placed: the Time in its sentence, or without an id the story's present, from its day to publication."""

    id: str | None = None
    start: date | None = None
    end: date | None = None


class Event(Record, frozen=True, kw_only=True):
    """What PLOVER codes, with the status that the report gives it and the claims that carry it."""

    id: str
    type: EventType
    trigger: Words
    evidence: Words
    status: Status
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    actor: Participant | None = None
    recipient: Participant | None = None
    time: EventTime | None = None
    place: str | None = None
    figures: tuple[Figure, ...] = ()
    claims: tuple[str, ...] = ()
    intensity: float | None = None


class Relation(Record, frozen=True, kw_only=True):
    """A lasting tie between two actors."""

    id: str
    type: RelationType
    subject: Participant
    object: Participant
    evidence: Words
    status: Status
    start: date | None = None
    end: date | None = None
    claims: tuple[str, ...] = ()


class Dispute(Record, frozen=True, kw_only=True):
    """Claims that cannot stand together, or a question that got no answer; `about` says over what."""

    id: str
    kind: DisputeKind
    claims: tuple[str, ...]
    about: str
    events: tuple[str, ...] = ()


class Predicate(Words, frozen=True, kw_only=True):
    """A clause head with the status that the text gives it; `certainty` runs from -3 (did not) to 3 (did)."""

    lemma: str
    status: Status
    certainty: float


class MadeBy(Record, frozen=True, kw_only=True):
    """What made a Reading: the version of reportedly, the language model, the version of each layer.

    `knowledge` is the fingerprint of what a user added to the knowledge of reportedly, and stands only where there is some.
    """

    version: str
    model: str
    layers: dict[str, str]
    knowledge: str | msgspec.UnsetType = msgspec.UNSET


class Reading(Record, frozen=True, kw_only=True, omit_defaults=False):
    """What one report says happened, who says so, who disputes it, and the words that prove it."""

    report: Report
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    problems: tuple[Problem, ...] = ()
    made_by: MadeBy | None = None
    predicates: tuple[Predicate, ...] | msgspec.UnsetType = msgspec.UNSET

    def to_json(self, *, indent: int = 0) -> str:
        """The Reading as JSON in the shape of `reportedly schema`; one line where indent is 0."""
        raw = msgspec.json.encode(self)
        return (msgspec.json.format(raw, indent=indent) if indent else raw).decode()

    def check(self) -> None:
        """SpanError unless every span in the Reading slices to its words."""
        for words in _all_words(self):
            words.check(self.report.text)
        for actor in self.actors:
            for m in actor.mentions:
                Words(spans=(m.span,), text=m.text).check(self.report.text)


def _all_words(record: Any) -> list[Words]:
    """Every Words in a record, at any depth."""
    if isinstance(record, tuple):
        return [w for part in record for w in _all_words(part)]
    if not isinstance(record, msgspec.Struct):
        return []
    own = [record] if isinstance(record, Words) else []
    return own + [w for name in record.__struct_fields__ for w in _all_words(getattr(record, name))]


def schema() -> dict[str, Any]:
    """The JSON Schema of a Reading."""
    return msgspec.json.schema(Reading)
