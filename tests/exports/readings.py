"""Readings written by hand for the tests of the printed forms."""

from __future__ import annotations

from datetime import date
from typing import Any

from reportedly.model import (
    Actor,
    ActorKind,
    Claim,
    Dispute,
    DisputeKind,
    Event,
    EventTime,
    EventType,
    Figure,
    FigureKind,
    MadeBy,
    Manner,
    Mention,
    MentionForm,
    Participant,
    Place,
    PlaceUse,
    Problem,
    Reading,
    Relation,
    RelationType,
    Report,
    Source,
    SourceKind,
    Span,
    Stance,
    Status,
    Time,
    TimeType,
    Words,
    words_of,
)

TEXT = """World News: Minister's Visit Stirs Talk of a Deal --- Palace denies ransom was paid

By Ana Poole
2 March 2020

PORT ELM -- Two people familiar with the talks said the minister, Omar Vane, paid the Dawn Brigade in January to free 12 sailors. They \
said the brigade asked for fuel.

Mr. Vane's ministry denied that any money had changed hands. "Not a cent," its spokeswoman said.

The Dawn Brigade declined to comment on the payment. The ministry hopes that joint patrols will begin in April. Mr. Vane visited Port Elm \
on Sunday."""

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><style>*{display:none}",
    "</title></head><body>",
    "&lt;b&gt; &amp; &",
    "\u202egnp.exe \u2066 turned",
    "مرحبا قال الوزير",
    "👩\u200d👩\u200d👧 e\u0301",
    "zero\u200bwidth\ufeff",
    "nul\x00 esc\x1b[31mred\x07",
    "| *a* _b_ [c](http://d) `e` $f$",
    "lone \ud800 half",
    "</script><svg onload=alert(2)>",
    "' onmouseover='x",
    "# 1. - --- === +",
)


def words(phrase: str, text: str = TEXT, *, after: str = "") -> Words:
    """The words of a phrase at its first place in the text, or after other words."""
    start = text.index(phrase, text.index(after) + len(after) if after else 0)
    return words_of(text, Span(start, start + len(phrase)))


def fields(found: Words) -> dict[str, Any]:
    return {"spans": found.spans, "text": found.text}


def actor(fact: str, name: str, kind: ActorKind, *mentions: tuple[str, Words], **more: Any) -> Actor:
    said = tuple(Mention(start=w.spans[0].start, end=w.spans[0].end, form=MentionForm(form), text=w.text) for form, w in mentions)
    return Actor(id=fact, name=name, kind=kind, mentions=said, **more)


def claim(fact: str, source: Words, cue: Words, content: Words, stance: Stance, kind: SourceKind, who: str, **more: Any) -> Claim:
    anonymous, via = more.get("anonymous", False), more.get("via")
    spoken = Source(**fields(source), kind=kind, actor=who, anonymous=anonymous)
    return Claim(id=fact, source=spoken, cue=cue, content=content, stance=stance, manner=more.get("manner", Manner.INDIRECT), via=via)


def report(**more: Any) -> Report:
    start = TEXT.index("PORT ELM")
    given: dict[str, Any] = {
        "id": "TEST1",
        "text": TEXT,
        "format": "plain",
        "body": Span(start, len(TEXT)),
        "headline": "Minister's Visit Stirs Talk of a Deal",
        "subheadline": "Palace denies ransom was paid",
        "section": "World News",
        "authors": ("Ana Poole",),
        "published": date(2020, 3, 2),
        "publisher": "The Courier",
        "language": "en",
    }
    return Report(**given | more)


def sample() -> Reading:
    """One report with every kind of fact."""
    return Reading(
        report=report(),
        actors=_actors(),
        claims=_claims(),
        events=_events(),
        relations=_relations(),
        times=_times(),
        places=_places(),
        disputes=(
            Dispute(id="d1", kind=DisputeKind.DENIES, claims=("c4", "c1"), about="the payment"),
            Dispute(id="d2", kind=DisputeKind.UNANSWERED, claims=("c6", "c1"), about="the payment"),
            Dispute(id="d3", kind=DisputeKind.CONTRADICTS, claims=("c5", "c2"), about="the payment"),
        ),
        problems=(Problem(code="no-byline", message="The byline could not be read."),),
        made_by=MadeBy(version="0.1.0", model="by hand", layers={}),
    )


def _actors() -> tuple[Actor, ...]:
    return (
        actor(
            "a1",
            "people familiar with the talks",
            ActorKind.GROUP,
            ("nominal", words("Two people familiar with the talks")),
            ("pronoun", words("They")),
        ),
        actor(
            "a2",
            "Omar Vane",
            ActorKind.PERSON,
            ("name", words("Omar Vane")),
            ("name", words("Mr. Vane visited")),
            roles=("GOV",),
            description="the minister",
        ),
        actor(
            "a3",
            "Dawn Brigade",
            ActorKind.ORGANISATION,
            ("name", words("Dawn Brigade")),
            ("nominal", words("the brigade")),
            country="MOZ",
            roles=("REB",),
        ),
        actor("a4", "ministry of Omar Vane", ActorKind.ORGANISATION, ("nominal", words("Mr. Vane's ministry")), ("pronoun", words("its"))),
        actor("a5", "Palace", ActorKind.COUNTRY, ("metonym", words("Palace"))),
        actor("a6", "spokeswoman", ActorKind.PERSON, ("nominal", words("its spokeswoman"))),
    )


def _claims() -> tuple[Claim, ...]:
    return (
        claim(
            "c1",
            words("Two people familiar with the talks"),
            words("said the", after="talks "),
            words("the minister, Omar Vane, paid the Dawn Brigade in January to free 12 sailors"),
            Stance.ASSERTS,
            SourceKind.ANONYMOUS_PERSON,
            "a1",
            anonymous=True,
        ),
        claim(
            "c2",
            words("They"),
            words("said", after="They "),
            words("the brigade asked for fuel"),
            Stance.ASSERTS,
            SourceKind.ANONYMOUS_PERSON,
            "a1",
            anonymous=True,
        ),
        claim("c3", words("the brigade"), words("asked for"), words("fuel"), Stance.REQUESTS, SourceKind.ORGANISATION, "a3", via="c2"),
        claim(
            "c4",
            words("Mr. Vane's ministry"),
            words("denied"),
            words("that any money had changed hands"),
            Stance.DENIES,
            SourceKind.GOVERNMENT,
            "a4",
        ),
        claim(
            "c5",
            words("its spokeswoman"),
            words("said", after="its spokeswoman "),
            words('"Not a cent,"'),
            Stance.ASSERTS,
            SourceKind.ANONYMOUS_OFFICIAL,
            "a6",
            manner=Manner.DIRECT,
            anonymous=True,
        ),
        claim(
            "c6",
            words("The Dawn Brigade"),
            words("declined"),
            words("to comment on the payment"),
            Stance.DECLINES,
            SourceKind.ORGANISATION,
            "a3",
        ),
        claim(
            "c7",
            words("The ministry", after="payment. "),
            words("hopes"),
            words("that joint patrols will begin in April"),
            Stance.DESIRES,
            SourceKind.GOVERNMENT,
            "a4",
        ),
        claim("c8", words("Palace"), words("denies"), words("ransom was paid"), Stance.DENIES, SourceKind.GOVERNMENT, "a5"),
    )


def _side(found: Words, *ids: str) -> Participant:
    return Participant(**fields(found), id=ids[0], ids=ids)


def _events() -> tuple[Event, ...]:
    paid = "the minister, Omar Vane, paid the Dawn Brigade in January to free 12 sailors"
    sailors = Figure(**fields(words("12 sailors")), kind=FigureKind.PRESENT, low=12, high=None)
    return (
        Event(
            id="e1",
            type=EventType.AID,
            mode="money",
            trigger=words("paid the"),
            evidence=words(paid),
            status=Status.POSSIBLE,
            cameo="071",
            actor=_side(words("Omar Vane"), "a2"),
            recipient=_side(words("Dawn Brigade"), "a3"),
            time=EventTime(id="t1", start=date(2020, 1, 1), end=date(2020, 1, 31)),
            figures=(sailors,),
            claims=("c1",),
        ),
        Event(
            id="e2",
            type=EventType.AID,
            trigger=words("paid"),
            evidence=words("ransom was paid"),
            status=Status.DENIED,
            actor=_side(words("Palace"), "a5"),
            recipient=_side(words("Dawn Brigade"), "a3"),
            claims=("c8",),
        ),
        Event(
            id="e3",
            type=EventType.CONSULT,
            mode="visit",
            trigger=words("visited"),
            evidence=words("Mr. Vane visited Port Elm"),
            status=Status.HAPPENED,
            actor=_side(words("Mr. Vane visited"), "a2"),
            time=EventTime(id="t3", start=date(2020, 3, 1), end=date(2020, 3, 1)),
            place="p2",
        ),
        Event(
            id="e4",
            type=EventType.COOPERATE,
            trigger=words("patrols"),
            evidence=words("joint patrols will begin in April"),
            status=Status.PLANNED,
            contexts=("military",),
            actor=_side(words("The ministry", after="payment. "), "a4", "a3"),
            time=EventTime(id="t2", start=date(2020, 4, 1), end=date(2020, 4, 30)),
            claims=("c7",),
        ),
        Event(
            id="e5",
            type=EventType.REQUEST,
            trigger=words("asked for"),
            evidence=words("the brigade asked for fuel"),
            status=Status.HAPPENED,
            actor=_side(words("the brigade"), "a3"),
            recipient=_side(words("the minister"), "a2"),
            claims=("c2", "c3"),
        ),
    )


def _relations() -> tuple[Relation, ...]:
    return (
        Relation(
            id="r1",
            type=RelationType.REPRESENTS,
            subject=_side(words("its spokeswoman"), "a6"),
            object=_side(words("its"), "a4"),
            evidence=words("its spokeswoman"),
            status=Status.ONGOING,
        ),
        Relation(
            id="r2",
            type=RelationType.LEADS,
            subject=_side(words("Mr. Vane", after="fuel."), "a2"),
            object=_side(words("Mr. Vane's ministry"), "a4"),
            evidence=words("Mr. Vane's ministry"),
            status=Status.ONGOING,
            end=date(2020, 3, 9),
        ),
    )


def _times() -> tuple[Time, ...]:
    return (
        Time(id="t1", **fields(words("January")), type=TimeType.DATE, value="2020-01", start=date(2020, 1, 1), end=date(2020, 1, 31)),
        Time(id="t2", **fields(words("April")), type=TimeType.DATE, value="2020-04", start=date(2020, 4, 1), end=date(2020, 4, 30)),
        Time(id="t3", **fields(words("Sunday")), type=TimeType.DATE, value="2020-03-01", start=date(2020, 3, 1), end=date(2020, 3, 1)),
    )


def _places() -> tuple[Place, ...]:
    return (
        Place(id="p1", **fields(words("PORT ELM")), name="Port Elm", use=PlaceUse.LITERAL, lat=-12.97, lon=40.52, country="MOZ"),
        Place(id="p2", **fields(words("Port Elm")), name="Port Elm", use=PlaceUse.LITERAL, lat=-12.97, lon=40.52, country="MOZ"),
    )


def hostile() -> Reading:
    """A report in which every field tries to break out of its place."""
    lines = [f"{h} said that {h} denied it on {h}." for h in HOSTILE]
    text = "\n\n".join(lines)
    made = [_hostile_facts(text, n, h) for n, h in enumerate(HOSTILE)]
    actors, claims, events, relations, times, places = zip(*made, strict=True)
    disputes = tuple(
        Dispute(id=f"d{n}", kind=list(DisputeKind)[n % 3], claims=(f"c{n}", f"c{n - 1}")[: 2 if n % 4 else 1], about=HOSTILE[n])
        for n in range(1, len(HOSTILE))
    )
    head = Report(
        id=HOSTILE[0],
        text=text,
        format="plain",
        body=Span(0, len(text)),
        headline=" ".join(HOSTILE[:6]),
        subheadline=HOSTILE[10],
        section=HOSTILE[2],
        authors=(HOSTILE[1],),
        publisher=HOSTILE[14],
        dateline=HOSTILE[12],
        language='en"><script>',
        page=HOSTILE[1],
    )
    return Reading(
        report=head,
        actors=actors,
        claims=claims,
        events=events,
        relations=relations,
        times=times,
        places=places,
        disputes=disputes,
        problems=(Problem(code=HOSTILE[0], message=HOSTILE[9]),),
        made_by=MadeBy(version=HOSTILE[0], model=HOSTILE[9], layers={}),
    )


def _hostile_facts(text: str, n: int, evil: str) -> tuple[Actor, Claim, Event, Relation, Time, Place]:
    who = words(evil, text, after=HOSTILE[n - 1] + ".\n\n" if n else "")
    start, cut = who.spans[0].start, who.spans[0].end
    cue, content = words_of(text, Span(cut + 1, cut + 5)), words_of(text, Span(cut + 6, cut + 18 + len(evil)))
    one, other = Participant(**fields(who), id=f"a{n}", ids=(f"a{n}",)), Participant(id=f"a{n * 7 % 15}", ids=(f"a{n * 7 % 15}",))
    evidence = words_of(text, Span(start, cut + 20))
    source = Source(**fields(who), kind=SourceKind.MEDIA, actor=f"a{n}" if n % 2 else None, anonymous=bool(n % 3))
    return (
        actor(f"a{n}", evil, list(ActorKind)[n % 5], ("name", who), country=evil[:3], roles=(evil[:5],), description=evil + "x"),
        Claim(
            id=f"c{n}",
            source=source,
            cue=cue,
            content=content,
            stance=list(Stance)[n % 13],
            manner=Manner.MIXED,
            via=f"c{n - 1}" if n % 4 == 3 else None,
        ),
        Event(
            id=f"e{n}",
            type=list(EventType)[n],
            mode=evil,
            trigger=cue,
            evidence=evidence,
            status=list(Status)[n % 9],
            actor=one,
            recipient=other,
            claims=(f"c{n}",),
            time=EventTime(id=f"t{n}"),
            figures=(Figure(**fields(who), kind=FigureKind.OTHER),),
        ),
        Relation(id=f"r{n}", type=list(RelationType)[n % 14], subject=one, object=other, evidence=evidence, status=Status.ONGOING),
        Time(id=f"t{n}", **fields(who), type=TimeType.DATE, value=evil),
        Place(id=f"p{n}", **fields(who), name=evil, use=PlaceUse.LITERAL, lat=1.0, lon=-2.0, country=evil[:2]),
    )


def long(count: int = 200) -> Reading:
    """A report of so many paragraphs with half as many claims again, events among them."""
    lines = [
        f'The minister said the army attacked town {n} on Monday. The army denied that it had. "No," it said of town {n}.'
        for n in range(count)
    ]
    text = "\n\n".join(lines)
    claims, events, at = [], [], 0
    for n, line in enumerate(lines):
        piece = lambda a, b, at=at: words_of(text, Span(at + a, at + b))  # noqa: E731
        source = Source(**fields(piece(0, 12)), kind=SourceKind.ANONYMOUS_OFFICIAL, anonymous=True)
        claims.append(
            Claim(id=f"c{2 * n}", source=source, cue=piece(13, 17), content=piece(18, 45), stance=Stance.ASSERTS, manner=Manner.INDIRECT)
        )
        if n % 2:
            claims.append(
                Claim(
                    id=f"c{2 * n + 1}",
                    source=source,
                    cue=piece(60, 66),
                    content=piece(70, 85),
                    stance=Stance.DENIES,
                    manner=Manner.INDIRECT,
                    via=f"c{2 * n}",
                )
            )
        events.append(
            Event(
                id=f"e{n}",
                type=EventType.ASSAULT,
                trigger=piece(27, 35),
                evidence=piece(18, 55),
                status=Status.HAPPENED,
                claims=(f"c{2 * n}",),
            )
        )
        at += len(line) + 2
    disputes = tuple(
        Dispute(id=f"d{n}", kind=DisputeKind.DENIES, claims=(f"c{2 * n + 1}", f"c{2 * n}"), about="the attack") for n in range(1, count, 2)
    )
    return Reading(
        report=report(text=text, body=Span(0, len(text)), headline_at=None), claims=tuple(claims), events=tuple(events), disputes=disputes
    )
