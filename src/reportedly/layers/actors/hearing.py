"""What the encoder makes of actors: which country each is of, weighed beside what the rules say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from reportedly.knowledge.acting_weights import acting_weights
from reportedly.knowledge.heads import heads
from reportedly.knowledge.weights import strongest, weighed
from reportedly.layers.actors.abroad import abroad
from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.found import Found
from reportedly.layers.actors.lands import Lands, View
from reportedly.layers.actors.standing import of_several
from reportedly.layers.heard import Range, odds
from reportedly.layers.paired import Paired
from reportedly.model import ActorKind, MentionForm
from reportedly.text import Parsed
from reportedly.text.encoding import Encoded

Clues = dict[str, float]
HOMELESS = ""  # the country of those who have none
HOME = 1  # the part in which a word that tells of its country stands to a mention
LEAST = 0.005  # no chance is taken to be smaller
MANY = 5  # countries that are told of, beyond which nothing is told apart
BODIES = frozenset({"IGO", "NGO"})  # what stands in place of a country for those who have none


class Hearing:
    """What the encoder hears about the actors of one report."""

    def __init__(self, parsed: Parsed, lands: Mapping[int, str], told: Lands) -> None:
        """`lands` are the tokens that tell of a country, each with its code; `told` how they stand to each other."""
        self._parsed, self._told = parsed, told
        self.long = len(parsed.encoded or ()) > 1
        self._lands = lands
        known = sorted(lands.items())
        self._windows = [_Window(e, known) for e in parsed.encoded or () if e.tokens]
        self._homes: dict[Range, dict[str, float]] = {}  # by mention

    def settle(self, entities: Sequence[Entity]) -> None:
        """Give each actor the country that both make likeliest."""
        weights = acting_weights()
        open_ = [e for e in entities if not (_is_sure(e) or of_several(self._parsed, e))]
        self._prepare(open_)
        for entity in open_:
            homes = self.homes(entity)
            best = max(homes.keys() - entity.abroad, key=lambda code: (weighed(weights["home"], homes[code]), code))
            if best != (entity.country or HOMELESS):
                self._note(entity, f"country {best or 'none'}: by both ({strongest(weights['home'], homes[best])})")
                entity.country = best or None

    def _note(self, entity: Entity, told: str) -> None:
        if self._parsed.notes is not None:
            self._parsed.notes.add(self._parsed.tokens[entity.mentions[0].head].start, "actor", told)

    def homes(self, entity: Entity) -> dict[str, Clues]:
        """What speaks for each country that an actor may be of."""
        return home_clues(entity, self.countries(entity), self._told.about(entity), long=self.long)

    def countries(self, entity: Entity) -> dict[str, float]:
        """The chance that a country named in the windows of an actor's mentions is its own, by country."""
        self._prepare([entity])
        unlike: dict[str, float] = {}
        away = abroad(self._parsed, entity)
        near = {code for k, code in self._lands.items() if k not in away}  # told of elsewhere too than in what it says or where it goes
        for found in _spoken(entity):
            for code, chance in self._homes[found.first, found.last].items():
                if code in near:
                    unlike[code] = unlike.get(code, 1.0) * (1 - chance)
        return {code: 1 - chance for code, chance in unlike.items()}

    def _prepare(self, entities: Iterable[Entity]) -> None:
        """Ask where the mentions of actors are at home, those of a window together: asked one by one it costs three times as much."""
        asked = dict.fromkeys((m.first, m.last) for e in entities for m in _spoken(e))
        by_window: dict[int, list[Range]] = {}
        for mention in asked.keys() - self._homes.keys():
            by_window.setdefault(bisect_left(self._windows, mention[0], key=lambda w: w.last), []).append(mention)
        for n, mentions in by_window.items():
            self._homes |= zip(mentions, self._windows[n].homes(mentions), strict=True)


def _is_sure(entity: Entity) -> bool:
    """A country is of its own; where a leader whom knowledge has, an office, or a body of many lands is of needs no hearing."""
    known = entity.country and (entity.leader is not None or entity.seated)
    return bool(entity.country in BODIES or entity.of_many_lands or entity.kind is ActorKind.COUNTRY or known)


class _Window:
    """A window with its words that tell of countries."""

    def __init__(self, encoded: Encoded, lands: list[tuple[int, str]]) -> None:
        self.first, self.last, self._vectors = encoded.tokens[0], encoded.tokens[-1], encoded.vectors
        here = [(k - self.first, code) for k, code in lands if self.first <= k <= self.last]
        self._codes = [code for _, code in here]
        self._paired = Paired(encoded.vectors, heads().actor, [k for k, _ in here]) if here else None

    def homes(self, mentions: Sequence[Range]) -> list[dict[str, float]]:
        """For each mention the chance that a country is its own, by the word that tells so most clearly."""
        if self._paired is None:
            return [{} for _ in mentions]
        return [self._clearest(row) for row in self._paired.chances([self._place(m) for m in mentions])[HOME].tolist()]

    def _clearest(self, chances: list[float]) -> dict[str, float]:
        best: dict[str, float] = {}
        for code, chance in zip(self._codes, chances, strict=True):
            best[code] = max(best.get(code, 0.0), chance)
        return best

    def _place(self, mention: Range) -> Range:
        """A mention as places within the window, cut at its end."""
        return mention[0] - self.first, min(mention[1], self.last) - self.first


def _spoken(entity: Entity) -> Iterable[Found]:
    """The mentions that say something of an actor: names and nominals, where it has any."""
    told = [m for m in entity.mentions if m.form is not MentionForm.PRONOUN]
    return told or entity.mentions


def home_clues(entity: Entity, heard: dict[str, float], view: View, *, long: bool) -> dict[str, Clues]:
    """What speaks for each country that an actor may be of, and for none; of a `long` report the encoder sees a part at a time."""
    own = entity.country or HOMELESS
    codes = sorted({own, *heard, *view.codes} - {HOMELESS})
    shown = {code: _clues(entity, heard.get(code), view.clues(code), own=code == own, long=long) for code in codes}
    return {HOMELESS: _none(entity, heard, len(shown), view, long=long)} | shown


def _clues(entity: Entity, heard: float | None, named: Clues, *, own: bool, long: bool) -> Clues:
    """What speaks for a country, of which the encoder may have seen no word; `own` is the one that the rules give."""
    clues = named | ({"unheard": 1.0} if heard is None else {"heard": odds(heard, LEAST)})
    if own:
        clues["rules"] = 1.0
        if any(m.country == entity.country for m in entity.mentions):
            clues["rules, its own words"] = 1.0
        elif any(owner.country == entity.country for owner in entity.owners):
            clues["rules, whose it is"] = 1.0
    told = clues | {f"{name}, {entity.sort}": strength for name, strength in clues.items()}
    return told | {f"{name}, long": clues[name] for name in ("heard", "rules") if long and name in clues}


def _none(entity: Entity, heard: dict[str, float], others: int, view: View, *, long: bool) -> Clues:
    """What speaks for no country."""
    sort, form = entity.sort, entity.form
    marks = {
        "none": True, f"none, {sort}": True, f"none, {form}": True, f"none, {form} {sort}": True, "none, long": long,
        "none, rules": entity.country is None, f"none, rules, {sort}": entity.country is None,
        "none, nothing before": view.nothing_before,
    }  # fmt: skip
    told = {"none, heard": odds(max(heard.values(), default=0.0), LEAST), "none, others": min(others, MANY) / MANY}
    return told | {name: 1.0 for name, so in marks.items() if so}
