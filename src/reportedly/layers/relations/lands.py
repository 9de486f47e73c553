"""What is controlled or lived in: towns, provinces, "much of the east"; a place is no actor, so it is a side without id."""

from __future__ import annotations

from reportedly.knowledge.relations import RelationWords
from reportedly.layers.relations.sides import RELATIVE, Side, Sides
from reportedly.model import ActorKind
from reportedly.text import Parsed, Token

COUNTRY = frozenset({"country", "nation", "state", "republic"})
PLACING = frozenset({"of", "in", "around", "north", "south", "along", "between", "near"})  # "the coast north of X"
LIMIT = 6  # links in "most of the east of the north of"; a bound for texts that are no prose


class Lands:
    """Tells territories from other objects."""

    def __init__(self, parsed: Parsed, sides: Sides, words: RelationWords) -> None:
        self.parsed, self.tokens, self.sides = parsed, parsed.tokens, sides
        self.territory, self.parts = words.lists["territory"], words.lists["part"]

    def named(self, t: Token) -> bool:
        """Whether a noun names a place."""
        return t.start in self.sides.places or self.tokens[t.left].start in self.sides.places or t.pos == "PROPN"

    def holds(self, t: Token) -> bool:
        """Whether a noun stands for a territory: a place, a town, or part of one."""
        noun, is_part = self._meant(t), False
        for _ in range(LIMIT):
            if noun.lower in self.territory or noun.lemma in self.territory or (is_part and noun.lower in COUNTRY):
                return True
            if noun.lower not in self.parts and noun.lemma not in self.parts:
                break
            of = next((p for p in self.parsed.children(noun, "prep") if p.lower in ("of", "in")), None)
            whole = self.parsed.child(of, "pobj") if of else None
            if whole is None:
                return False
            noun, is_part = whole, True
        found = self.sides.mention(noun)
        if found is not None and found[0].kind is not ActorKind.COUNTRY:
            return False
        return found is not None or noun.start in self.sides.places or self.tokens[noun.left].start in self.sides.places

    def side(self, t: Token) -> Side:
        """A territory as object: its words without a relative clause."""
        t = self._meant(t)
        last = t.i
        for k in t.kids:
            kid = self.tokens[k]
            if k > t.i and kid.dep in ("prep", "compound") and kid.left == last + 1 and kid.lower in PLACING:
                last = self._end(kid)
        broken = any(k < t.i and self.tokens[k].dep in ("relcl", "punct") for k in t.kids)
        words = self.parsed.words((first := t.i if broken else t.left, last))
        return Side(spans=words.spans, text=words.text, first=first, last=last, named=True)

    def _meant(self, t: Token) -> Token:
        antecedent = self.sides.antecedent(t) if t.tag in RELATIVE else None
        return antecedent or t

    def _end(self, prep: Token) -> int:
        """The last token of what a preposition leads to, through further "of"."""
        last = prep.i
        for _ in range(LIMIT):
            noun = self.parsed.child(prep, "pobj")
            if noun is None:
                return last
            last = noun.i
            of = next((p for p in self.parsed.children(noun, "prep") if p.lower == "of" and p.i > noun.i), None)
            if of is None:
                return last
            prep = of
        return last
