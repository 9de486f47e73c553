"""Who stands on a side of a tie: tokens to participants, by mention, relative pronoun, apposition or country."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reportedly.knowledge.countries import countries
from reportedly.knowledge.leaders import leaders
from reportedly.layers.base import Facts
from reportedly.model import Actor, ActorKind, Mention, MentionForm, Participant, Words
from reportedly.text import Parsed, Token

LONGEST = 4  # tokens in a country's name
RELATIVE = frozenset({"WDT", "WP", "WP$"})
NAMING = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM"})
INDEFINITE = frozenset({"a", "an", "another", "one", "some", "several"})
DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their"})
SAYS = (MentionForm.NAME, MentionForm.METONYM, MentionForm.NOMINAL, MentionForm.PRONOUN)  # which mention says best who is meant
PEOPLE = frozenset({ActorKind.PERSON, ActorKind.POPULATION})
FIRST_PERSON = frozenset({"i", "we", "you", "my", "our", "your"})
OURS = frozenset({"we", "you", "our", "your"})  # may be anybody; "my" is the speaker


class Side(Participant, frozen=True, kw_only=True):
    """A participant, the tokens [first, last] that say it here (-1 where only its country implies it), and its kind."""

    first: int = -1
    last: int = -1
    kind: ActorKind | None = None
    named: bool = False

    def participant(self) -> Participant:
        """What the relation keeps of it."""
        return Participant(id=self.id, ids=self.ids, spans=self.spans, text=self.text)


class Sides:
    """Resolves the sides of one report."""

    def __init__(self, parsed: Parsed, facts: Facts) -> None:
        self.parsed, self.tokens, self.facts = parsed, parsed.tokens, facts
        self.states = {
            a.country: a for a in reversed(facts.actors) if a.kind is ActorKind.COUNTRY and a.country and nation_code(a.name) == a.country
        }
        self.named = {a.id for a in facts.actors if any(m.form is MentionForm.NAME for m in a.mentions)}
        self._by_words: dict[str, list[tuple[Actor, Mention]]] | None = None
        self.places = {s.start for p in facts.places for s in p.spans}

    def mention(self, t: Token) -> tuple[Actor, Mention] | None:
        """The mention that a token heads, or the name that it belongs to."""
        found = self.facts.mention_at(t.start)
        if found is None or found[1].form in (MentionForm.NAME, MentionForm.METONYM) or self.head(found[1]) == t.i:
            return found
        return None

    def head(self, mention: Mention) -> int:
        """The token of a mention whose governor stands outside it."""
        inside = self.parsed.tokens_in(mention.span)
        first, last = (inside[0].i, inside[-1].i) if inside else (-1, -1)
        return next((t.i for t in reversed(inside) if not first <= t.head <= last or t.head == t.i), last)

    def at(self, t: Token) -> Side | None:
        """The actor that a token stands for, or a described one where no actor is known; None for no side at all."""
        if t.tag in RELATIVE:
            antecedent = self.antecedent(t)
            if antecedent is None or antecedent.tag in RELATIVE:
                return None
            t = antecedent
        if found := self.mention(t):
            return self._best(t, *found)
        if t.pos not in ("NOUN", "PROPN", "NUM"):
            return None
        return next((side for k in self.partners(t) if (m := self.mention(k)) and (side := self.of(*m))), None) or self.described(t.i, t)

    def all(self, t: Token) -> Iterator[Side]:
        """The side at a token and those joined to it by "and"."""
        waiting = [t]
        while waiting:
            t = waiting.pop()
            if side := self.at(t):
                yield side
            waiting += [k for k in reversed(self.parsed.children(t, "conj")) if k.pos in NAMING]

    def of(self, actor: Actor, mention: Mention) -> Side:
        """The side that a mention stands for."""
        inside = self.parsed.tokens_in(mention.span)
        first, last = (inside[0].i, inside[-1].i) if inside else (-1, -1)
        return Side(
            id=actor.id, ids=(actor.id,), spans=(mention.span,), text=mention.text, first=first, last=last,
            kind=actor.kind, named=actor.id in self.named,
        )  # fmt: skip

    def described(self, first: int, head: Token) -> Side:
        """A side that no mention stands for here: the words up to its head without an article."""
        first = min(first, self._left(head))
        while first < head.i and self.tokens[first].pos in ("ADP", "DET", "PUNCT"):
            first += 1
        words = self.parsed.words((first, head.i))
        if actor := self.called(words.text, head.lower):
            return self.spoken(actor, words, first, head.i)
        return Side(spans=words.spans, text=words.text, first=first, last=head.i, named=head.pos == "PROPN")

    def spoken(self, actor: Actor, words: Words, first: int, last: int) -> Side:
        """An actor under the words that stand for it here."""
        named = actor.id in self.named
        return Side(id=actor.id, ids=(actor.id,), spans=words.spans, text=words.text, first=first, last=last, kind=actor.kind, named=named)

    def country(self, code: str, words: Words | None = None, first: int = -1, last: int = -1) -> Side | None:
        """The government of a country by its code: an actor of the report, or only the words that name it."""
        actor = self.states.get(code)
        if actor is None:
            return Side(spans=words.spans, text=words.text, first=first, last=last, kind=ActorKind.COUNTRY, named=True) if words else None
        if words is None:
            mention = min(actor.mentions, key=lambda m: (SAYS.index(m.form), m.start))
            words = Words(spans=(mention.span,), text=mention.text)
        return Side(id=actor.id, ids=(actor.id,), spans=words.spans, text=words.text, first=first, last=last, kind=actor.kind, named=True)

    def nation(self, first: int, last: int, words: Words | None = None) -> Side | None:
        """The government of the country that tokens [first, last] name or are the adjective of."""
        words = words or self.parsed.words((first, last))
        code = nation_code(" ".join(words.text.split()))
        return self.country(code, words, first, last) if code else None

    def own_country(self, actor_id: str | None) -> Side | None:
        """The government of an actor's own country, where the report speaks of it and the actor's own words say which it is."""
        actor = self.facts.actor(actor_id)
        return self.country(actor.country) if actor and actor.country and self._says_country(actor) else None

    def _says_country(self, actor: Actor) -> bool:
        """Whether a mention names the actor's country or is owned by it, knowledge has it for a leader, or it is the dateline's."""
        leader = leaders().by_name(actor.name, self.parsed.report.published)
        if leader is not None and leader.country == actor.country or self._datelines() == {actor.country}:
            return True
        return any(self._names(m, actor.country) for m in actor.mentions if m.form is not MentionForm.PRONOUN)

    def _datelines(self) -> set[str | None]:
        """The country from which the report is written: of whom it says no other, it writes at home."""
        line = self.parsed.dateline
        return {p.country for p in self.facts.places if p.country and line and line.holds(p.spans[0])}

    def _names(self, mention: Mention, code: str | None) -> bool:
        """Whether the words of a mention, or the possessor before them, name a country."""
        inside = self.parsed.tokens_in(mention.span)
        first, last = (inside[0].i, inside[-1].i) if inside else (0, -1)
        if first > 1 and self.tokens[first - 1].tag == "POS":
            first = self.tokens[first - 2].left
        ranges = ((a, b) for a in range(first, last + 1) for b in range(a, min(last + 1, a + LONGEST)))
        return any(self.tokens[a].text[0].isupper() and nation_code(self.parsed.words((a, b)).text) == code for a, b in ranges)

    def antecedent(self, t: Token) -> Token | None:
        """What a relative pronoun stands for: what the relative clause about it modifies."""
        for above in (t, *self.parsed.ancestors(t)):
            if above.dep == "relcl":
                return self.parsed.head(above)
        return None

    def called(self, words: str, body: str = "") -> Actor | None:
        """The actor that a mention calls by these words, else the only organisation whose mentions end in `body`."""
        if self._by_words is None:
            self._by_words = {}
            for actor in self.facts.actors:
                for m in actor.mentions:
                    if m.form is not MentionForm.PRONOUN:
                        folded = fold(m.text)
                        self._by_words.setdefault(folded, []).append((actor, m))
                        if actor.kind is ActorKind.ORGANISATION and " " in folded:
                            self._by_words.setdefault(f"… {folded.rpartition(' ')[2]}", []).append((actor, m))
        if found := self._by_words.get(fold(words)):
            return found[0][0]
        last = {a.id: a for a, _ in self._by_words.get(f"… {body}", ())}
        return next(iter(last.values())) if len(last) == 1 else None

    def _best(self, t: Token, actor: Actor, mention: Mention) -> Side | None:
        """The mention's actor, or the named one that it is set beside."""
        word = mention.text.lower()
        if word in OURS or (word in FIRST_PERSON and actor.id not in self.named):
            return None
        if actor.id not in self.named and mention.form is MentionForm.NOMINAL:
            for partner in self.partners(t):
                other = self.mention(partner)
                if other and other[0].id in self.named and (other[0].kind in PEOPLE) == (actor.kind in PEOPLE):
                    return self.of(*other)
        return self.of(actor, mention)

    def partners(self, t: Token) -> list[Token]:
        """The nouns that a noun is set beside."""
        above = [self.parsed.head(t)] if t.dep == "appos" else []
        return above + self.parsed.children(t, "appos")

    def _left(self, head: Token) -> int:
        """The first word of a noun phrase, without an article or possessor."""
        first = head.i
        for k in reversed(head.kids):
            kid = self.tokens[k]
            if k < head.i and kid.dep in ("compound", "amod", "nmod", "nummod") and kid.right == first - 1:
                first = kid.left
        return first


def fold(words: str) -> str:
    """Words for comparison: lower case, one space, no article or possessor."""
    first, _, rest = " ".join(words.lower().split()).partition(" ")
    return rest if rest and first in DETERMINERS else f"{first} {rest}".strip()


@lru_cache(maxsize=4096)
def nation_code(words: str) -> str | None:
    """The alpha-3 of a country by name, adjective or capital as metonym. Cached: reports repeat their names."""
    if not words[:1].isupper():
        return None
    known = countries()
    country = known.by_name(words) or known.by_adjective(words) or known.by_metonym(words)
    return country.country if country else None
