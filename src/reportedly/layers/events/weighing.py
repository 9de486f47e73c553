"""The tables' events and the encoder's together: which word tells of which type, and with which status and mode."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf, log

import msgspec

from reportedly.knowledge.act_weights import act_weights
from reportedly.knowledge.event_rows import event_classes
from reportedly.knowledge.status import status_knowledge
from reportedly.knowledge.weights import BASE, strongest, weighed
from reportedly.layers.events.attributing import REAL
from reportedly.layers.events.draft import SAID, Draft, Row
from reportedly.layers.events.drafting import Drafter
from reportedly.layers.events.hearing import LEAST, Act, Acts
from reportedly.layers.events.ruling_out import RuledOut
from reportedly.layers.events.settling import Settler
from reportedly.layers.events.siding import Sides, with_sides_of
from reportedly.layers.heard import odds
from reportedly.model import Event, EventType, Status
from reportedly.text import Parsed, Token

Clues = dict[str, float]

DROPPED = -2.0  # log-odds from which an event that the tables find is not given up
ADDED = (
    0.1  # log-odds from which one that the encoder alone hears is an event: at 0 quiet sentences have 6.9 in 100, at 0.1 5.9, at 0.3 4.9
)
BARE = frozenset({"plan", "failure", "attempt", "desire", "expectation"})  # frames of verbs that are no deed themselves
ABDUCTING = "abduct"
NAMELESS = frozenset({"NOUN", "PROPN", "ADJ"})


class Option(msgspec.Struct, frozen=True):
    """An event that a word may tell of, by the tables or by the encoder alone."""

    row: Row
    act: Act | None
    clues: Clues


class Weigher:
    """Weighs the events of one report."""

    def __init__(self, parsed: Parsed, acts: Acts, settler: Settler, drafter: Drafter) -> None:
        self.parsed, self.acts, self.settler, self.words, self.plover = parsed, acts, settler, drafter.words, drafter.plover
        self.sides, self.rules = Sides(parsed, settler, drafter), RuledOut(parsed, settler.phrases)
        self.weights, self.known = act_weights(), status_knowledge()

    def weighed(self, rows: Iterable[Row]) -> list[Row]:
        """The events that are likelier than not, in the order of their words, with the status and mode that both make likeliest."""
        kept: dict[int, tuple[float, Row]] = {}
        for options in self.options(list(rows)):
            score, best = max(((weighed(self.weights["event"], o.clues), o) for o in options), key=lambda found: found[0])
            stands = score > self._least(best)
            self._note(best, score, stands=stands)
            if stands:
                kept[best.row[0].trigger.i] = (score, self._settled(best))
        better = {i: self._told_beside(i, score, row[1].type, kept) for i, (score, row) in sorted(kept.items())}
        for i, other in better.items():
            if other is not None:
                kept[other] = (kept[other][0], with_sides_of(kept[other][1], kept[i][1]))
        return [row for i, (_, row) in sorted(kept.items()) if better[i] is None]

    def _least(self, option: Option) -> float:
        """The log-odds from which an event is kept; what the tables find and somebody denies is always."""
        if "tables" not in option.clues:
            return ADDED
        return -inf if option.row[1].status is Status.DENIED else DROPPED

    def options(self, rows: list[Row]) -> Iterator[list[Option]]:
        """For every word at which either hears an event, what it may tell of."""
        tabled: dict[int, list[Row]] = {}
        for row in rows:
            tabled.setdefault(row[0].trigger.i, []).append(row)
        folded = {harm.i for draft, _ in rows for harm, _ in draft.harms} | self._carriers(rows)
        self.acts.prepare({*self.acts.seen(), *tabled})
        for i in sorted({*self.acts.seen(), *tabled}):
            token, act, own = self.parsed.tokens[i], self.acts.at(i), tabled.get(i, [])
            made = {event.type for _, event in own}
            found = [*own]
            if act is not None and i not in folded and not self.rules.natural(token):
                governed = (row for k in self._complements(token) for row in tabled.get(k.i, ()))
                unreal = {t for d, e in governed if e.status not in REAL for t in (d.type, e.type)}
                kinds = (kind for kind in act.likeliest() if kind not in made | unreal and not self.rules.impossible(token, kind))
                drafts = [self._drafted(token, act, kind, own) for kind in kinds]
                found += [(draft, self._governing(self.settler.settle(draft), token)) for draft in drafts]
            if found:
                yield [Option(row, act, self._clues(row, act, made, tabled)) for row in found]

    def _carriers(self, rows: list[Row]) -> set[int]:
        """Light verbs whose event a noun names: "paid" in "paid a visit"."""
        return {d.of.i for d, _ in rows if d.of is not None and d.of is not d.trigger}

    def _said(self, token: Token) -> set[str]:
        """The lemmas of a word's sentence."""
        return {t.lemma.lower() for t in self.parsed.sentence(token)}

    def _governing(self, event: Event, token: Token) -> Event:
        """The event; where its word only governs what is yet to be done or was not, that word's status: "failed to stop it"."""
        frame = self.known.frame("VERB", token.lemma)
        if event.status not in REAL or token.lemma in self.words.verbs or frame is None:
            return event
        if frame.name not in BARE and (frame.name != "commitment" or event.type in SAID or event.type is EventType.AGREE):
            return event
        governed = (self.settler.attribution.at(k) for k in self._complements(token))
        unreal = next((p.status for p in governed if p is not None and p.status not in REAL), None)
        return event if unreal is None else msgspec.structs.replace(event, status=unreal)

    def _complements(self, verb: Token) -> Iterator[Token]:
        """The clauses that a verb governs, also through prepositions, and those of its aims; "ruled out recalling" is parsed as one."""
        for k in self.parsed.children(verb, "xcomp", "ccomp", "prep", "advcl"):
            if k.dep == "prep":
                inner = self.parsed.child(k, "prep")  # "talked out of leaving"
                yield from self.parsed.children(inner or k, "pcomp")
            elif k.dep != "advcl" or k.tag == "VBG" or self._is_to_come(k):
                yield k
                yield from (c for c in self.parsed.children(k, "advcl") if self._is_to_come(c))  # "fled before they came to arrest him"

    def _is_to_come(self, clause: Token) -> bool:
        """Whether a clause tells of an aim, or of what was kept from coming: "to", "lest", "before"."""
        return any(k.tag == "TO" or k.lower in {"lest", "before"} for k in self.parsed.children(clause, "aux", "mark"))

    def _drafted(self, token: Token, act: Act, kind: EventType, own: list[Row]) -> Draft:
        """What the encoder alone hears."""
        mode = act.mode(kind, self._said(token))
        verb = token if token.pos == "VERB" else None
        draft = Draft(type=kind, mode=mode, cameo=self._cameo(kind, mode), trigger=token, verb=verb, actor=(), recipient=(), preps={})
        return self.sides.alone(draft, act, own[0][0] if own else None)

    def _cameo(self, kind: EventType, mode: str | None) -> str:
        """The code of a mode where the tables have one, else that of the type."""
        return next((cue.cameo for cue in self.words.modes.get(kind, ()) if cue.mode == mode), self.plover.types[kind].cameo)

    def _clues(self, row: Row, act: Act | None, made: set[EventType], tabled: dict[int, list[Row]]) -> Clues:
        """What speaks for or against an event; `act_weights.csv` says how much."""
        event, token = row[1], row[0].trigger
        own = event.type in made
        heard, happens = (act.heard(event.type), odds(act.happens, LEAST)) if act else (odds(0, LEAST),) * 2
        found: Clues = {BASE: 1.0, "heard": heard, "happens": happens}
        found["tables" if own else "encoder"] = 1.0
        if own:
            found[f"tables {event.type}"] = 1.0
        elif made:
            found["tables differ"] = 1.0
        elif token.lemma in (self.words.verbs if token.pos == "VERB" else self.words.nouns):
            found["tables know the word"] = 1.0
        if len(self.parsed.encoded or ()) > 1:
            found["in a long report"] = 1.0
            found["in a long report, tables" if own else "in a long report, encoder"] = 1.0
        if token.pos in NAMELESS:
            found["noun"] = 1.0
        if event.actor is None and event.recipient is None:
            found["nobody"] = 1.0
        if not own and any(e.type is event.type for i in self._beside(token) for _, e in tabled.get(i, ())):
            found["told beside"] = 1.0
        return found

    def _beside(self, token: Token) -> set[int]:
        """The word above a word, those below it and those below that."""
        return {token.head, *token.kids, *(k for kid in token.kids for k in self.parsed.tokens[kid].kids)} - {token.i}

    def _told_beside(self, word: int, score: float, kind: EventType, kept: dict[int, tuple[float, Row]]) -> int | None:
        """The word above or below that tells of the same event more surely: "carried out a raid"."""
        token = self.parsed.tokens[word]
        near = (i for i in sorted({token.head, *token.kids} - {word}) if i in kept and self._one(token, self.parsed.tokens[i]))
        return next((i for i in near if kept[i][1][1].type is kind and kept[i][0] > score), None)

    def _one(self, a: Token, b: Token) -> bool:
        """Whether a verb and a noun beside it may be one act."""
        return {a.pos, b.pos} in ({"VERB", "NOUN"}, {"AUX", "NOUN"}) and "conj" not in {a.dep, b.dep}

    def _settled(self, option: Option) -> Row:
        """The event with status and mode as both make them likeliest."""
        (draft, event), act = option.row, option.act
        if act is None:
            return option.row
        denied = self.settler.attribution.may_be_denied(draft.trigger)
        status = self._status(
            event.status,
            status_clues(event.status, act, alone="encoder" in option.clues),
            denied=denied,
            presupposed=self._presupposed(draft.trigger),
        )
        mode = act.mode(event.type, self._said(draft.trigger)) if event.mode is None else event.mode
        if mode == ABDUCTING and any(self.settler.phrases.place(t) for t in draft.recipient):
            mode = None  # who captures a town abducts nobody
        told = msgspec.structs.replace(event, status=status, mode=mode, intensity=self.plover.score(event.type, mode))
        return self.sides.filled(draft, told, act)

    def _status(self, tabled: Status, clues: dict[Status, Clues], *, denied: bool, presupposed: bool) -> Status:
        """The likeliest status; nothing that the rules doubt is made a fact, and what they say is denied stays so.

        `denied` says whether the rules see a denial or negation in its clause or in a claim that holds it, `presupposed` whether a verb
        takes it for granted.
        """
        if tabled is Status.DENIED:
            return tabled
        allowed = [s for s in clues if s not in REAL or tabled in REAL]
        if presupposed and tabled in REAL:
            allowed = [s for s in allowed if s in REAL]
        if tabled is not Status.DID_NOT_HAPPEN and (tabled not in REAL or not denied):
            allowed = [
                s for s in allowed if s is not Status.DENIED
            ]  # a wish, a plan or a doubt is denied by nobody unless the rules see who does
        return max(allowed, key=lambda s: weighed(self.weights["status"], clues[s]))

    def _presupposed(self, trigger: Token) -> bool:
        """Whether the act is what somebody condemns, mourns or survives: an attack that is condemned was made."""
        verb = self.parsed.head(trigger)
        return trigger.dep in {"dobj", "nsubjpass"} and verb.pos == "VERB" and verb.lemma in event_classes()["presupposing"]

    def _note(self, option: Option, score: float, *, stands: bool) -> None:
        if self.parsed.notes is None:
            return
        draft, event = option.row
        told = f"{event.type}: {score:+.1f} by both ({strongest(self.weights['event'], option.clues)})"
        self.parsed.notes.add(draft.trigger.start, "event", told if stands else f"passed over: {told}")


def status_clues(tabled: Status, act: Act, *, alone: bool) -> dict[Status, Clues]:
    """What speaks for each status of an event; `alone` where the tables did not find it, whose word on it is worth less then."""
    rules = "tables, alone" if alone else "tables"
    shown: dict[Status, Clues] = {}
    for status, chance in act.statuses.items():
        shown[status] = {"heard": log(max(chance, LEAST)), f"is {status}": 1.0}
        if status is tabled:
            shown[status] |= {rules: 1.0, f"{rules} {status}": 1.0}
    return shown
