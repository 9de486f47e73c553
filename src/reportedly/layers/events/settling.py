"""Drafts to events: what the other facts of a report say about each."""

from __future__ import annotations

import msgspec

from reportedly.knowledge.event_words import event_words
from reportedly.knowledge.plover import Plover
from reportedly.layers.base import Facts
from reportedly.layers.events.attributing import REAL, Attribution
from reportedly.layers.events.contesting import contested
from reportedly.layers.events.contexts import contexts_of
from reportedly.layers.events.draft import COOPERATIVE, SAID, Draft, Heads
from reportedly.layers.events.figures import Counter
from reportedly.layers.events.phrases import Phrases
from reportedly.layers.events.placing import Circumstances
from reportedly.model import Event, EventTime, EventType, Participant, Status, Words
from reportedly.text import Parsed, Token

SEVERAL = 2
FUTURE = frozenset({Status.PLANNED, Status.EXPECTED})


class Settler:
    """Turns the drafts of one report into events."""

    def __init__(self, parsed: Parsed, facts: Facts, phrases: Phrases, counter: Counter, plover: Plover) -> None:
        self.parsed, self.phrases, self.counter, self.plover = parsed, phrases, counter, plover
        self.modes = event_words().modes
        self.attribution = Attribution(parsed, facts)
        self.circumstances = Circumstances(parsed, facts, phrases, plover)
        self._contexts: dict[int, tuple[str, ...]] = {}

    def settle(self, told: Draft) -> Event:
        """The event of a draft."""
        verb = self.circumstances.verb(told)
        time = self.circumstances.time(told, verb)
        status = self._committed(told, verb, time)
        draft = self._agreed(told, status)
        actor = self.phrases.participant(draft.actor)
        towards = draft.recipient or self._stand_in(draft)
        recipient = None if self._at_home(draft, actor, towards) else self._hosted(told, self.phrases.participant(towards))
        mode, cameo = self._mode(draft)
        return Event(
            id="",
            type=draft.type,
            mode=mode,
            contexts=self._context(draft.trigger),
            cameo=cameo,
            trigger=self.parsed.words((draft.trigger.i, draft.trigger.i)),
            evidence=self._evidence(draft, verb),
            status=status,
            actor=actor,
            recipient=None if _same(actor, recipient) else recipient,
            time=time,
            place=self.circumstances.place(draft, verb),
            figures=self.counter.figures(draft),
            claims=self.attribution.claims(draft.trigger),
            intensity=self.plover.score(draft.type, mode),
        )

    def _stand_in(self, draft: Draft) -> Heads:
        """The place that stands for a recipient who is not named; where several act together it is only where they met."""
        return self.circumstances.stand_in(draft) if len(draft.actor) < SEVERAL else ()

    def _committed(self, draft: Draft, verb: Token | None, time: EventTime | None) -> Status:
        """What the report commits to: nothing that is yet to come by its date, nothing that the sentence itself says is denied."""
        status = self.attribution.status(draft, verb)
        if self.parsed.notes is not None and status is Status.POSSIBLE and (why := self.attribution.doubt(draft)):
            self._note(draft, "status", why)
        if status not in REAL:
            return status
        published = self.parsed.report.published
        if draft.verb is None and published is not None and time is not None and time.start is not None and time.start > published:
            self._note(draft, "status", f"planned: it is to come on {time.start}, after publication")
            return Status.PLANNED  # "a summit in December"; a verb's own tense says it for verbs
        if draft.type not in SAID and contested(self.parsed, draft.trigger):
            self._note(draft, "status", "possible: the rest of its sentence says that somebody denies it")
            return Status.POSSIBLE
        return status

    def _note(self, draft: Draft, about: str, because: str) -> None:
        if self.parsed.notes is not None:
            self.parsed.notes.add(draft.trigger.start, about, because)

    def _agreed(self, draft: Draft, status: Status) -> Draft:
        """What is planned to be done together is an agreement to do it (PLOVER: future CONSULT, SUPPORT, COOPERATE, AID)."""
        if status not in FUTURE or draft.type not in COOPERATIVE or not draft.actor:
            return draft
        self._note(draft, "event", f"what is {status} to be done together is an agreement to do it (PLOVER)")
        return draft.become(self.plover.under("agree", draft.type))

    def _hosted(self, draft: Draft, recipient: Participant | None) -> Participant | None:
        """A town that is visited stands for the country that it lies in."""
        if recipient is None or recipient.ids or draft.mode != "visit":
            return recipient
        host = self.phrases.host(draft.recipient)
        return recipient if host is None else msgspec.structs.replace(recipient, id=host, ids=(host,))

    def _at_home(self, draft: Draft, actor: Participant | None, towards: Heads) -> bool:
        """Whether forces are only moved about in their own country: "moved a battalion to Pemba" is aimed at nobody there."""
        own = self.phrases.facts.actor(actor.id) if actor is not None and draft.type is EventType.MOBILIZE else None
        if own is None or own.country is None or any(self.phrases.actor_id(t) for t in towards):
            return False
        host = self.phrases.facts.actor(self.phrases.host(towards))
        return host is not None and host.country == own.country

    def _mode(self, draft: Draft) -> tuple[str | None, str]:
        """The mode and code of the frame, else those of the first cue that stands with the trigger or the actor."""
        if draft.mode is not None or draft.type not in self.modes:
            return draft.mode, draft.cameo
        here = {t.lemma.lower() for head in (draft.trigger, *draft.actor) for t in self.parsed.subtree(head)}
        found = next((cue for cue in self.modes[draft.type] if here & cue.words), None)
        return (None, draft.cameo) if found is None else (found.mode, found.cameo)

    def _context(self, trigger: Token) -> tuple[str, ...]:
        """The contexts of the trigger's paragraph."""
        if (found := self._contexts.get(trigger.para)) is None:
            known = 0 <= trigger.para < len(self.parsed.paragraphs)
            tokens = self.parsed.tokens_in(self.parsed.paragraphs[trigger.para]) if known else self.parsed.sentence(trigger)
            found = self._contexts[trigger.para] = contexts_of(self.parsed, tokens)
        return found

    def _evidence(self, draft: Draft, verb: Token | None) -> Words:
        """The clause, without the marks about it."""
        head, tokens = verb or draft.trigger, self.parsed.tokens
        left, right = min(head.left, draft.trigger.left), max(head.right, draft.trigger.right)
        while right > left and tokens[right].pos == "PUNCT":
            right -= 1
        while left < right and tokens[left].pos == "PUNCT":
            left += 1
        return self.parsed.words((left, right))


def _same(actor: Participant | None, recipient: Participant | None) -> bool:
    """Whether the recipient is the actor again."""
    if actor is None or recipient is None:
        return False
    return actor.spans == recipient.spans or (bool(recipient.ids) and set(recipient.ids) <= set(actor.ids))
