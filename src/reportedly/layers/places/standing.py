"""Whether a name stands where only a place can stand, whatever the entity model takes it for."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.knowledge.actor_frames import actor_frames
from reportedly.knowledge.actor_nouns import actor_nouns, given_names
from reportedly.layers.metonymy import literal
from reportedly.text import Parsed, Token

LOCAL = frozenset({"in", "near", "outside", "inside", "into", "throughout"})  # after these a name is a place, if the gazetteer knows it
SURE = frozenset({"near", "outside"})  # and after these even if it does not
AWAY = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "kilometre", "kilometer", "mile", "km"}
)
SETTLED = frozenset({"town", "village", "city", "port", "hamlet", "suburb", "district", "province", "island", "settlement"})
ABOUT = frozenset(
    {"outskirt", "resident", "inhabitant", "townspeople", "villager", "mayor", "vicinity", "environs", "suburb", "countryside"}
)
# what runs between two places: "the road between Goma and Bukavu"
WAYS = frozenset("road highway motorway route flight railway rail train line ferry bridge pipeline pass corridor track distance".split())
INWARD = frozenset({"believe", "belief", "faith", "trust", "confidence", "interest", "share", "stake", "invest", "investment", "deal"})
MODIFIER = frozenset({"compound", "nmod"})
LONGEST = 3  # words of a capital's or palace's name: "Santo Domingo"


class Stands:
    """What grammar tells of the names of one report."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed, self._tokens = parsed, parsed.tokens
        self._frames, self._nouns, self._given = actor_frames(), actor_nouns(), given_names()
        self._surnames = _surnames(parsed.tokens, self._holds)

    def placed(self, first: int, last: int) -> bool:
        """Whether tokens [first, last] are put where a place is: "in Goma", "shelled Goma", "drove to Goma"."""
        t = self._tokens[last]
        if first == last and t.lower in self._surnames or self._owned(t) or t.ent == "DATE":
            return False
        if t.dep == "conj" and self._parsed.head(t).dep == "pobj" and t.ent != "ORG":
            first = last = t.head  # "from Bukavu and Goma": the first tells for both
            t = self._tokens[last]
        if t.dep == "pobj":
            preposition = self._parsed.head(t)
            if preposition.lower in LOCAL:
                return self._parsed.head(preposition).lemma not in INWARD
            return t.ent != "PERSON" and literal(self._parsed, first, last) or self._goes(preposition) or self._lies(preposition)
        alone = first == last or self._tokens[first].text not in self._given
        return t.dep == "dobj" and alone and literal(self._parsed, first, last)

    def surely(self, last: int) -> bool:
        """Whether grammar alone says that a name ends a place, known or not: "near Goma", "south of Goma", "the village of Goma"."""
        t = self._joined(last)
        if t.dep != "pobj" or t.tag not in ("NNP", "NNPS") or t.text.isupper() or self._owned(t) or t.lower in self._surnames:
            return False
        preposition = self._parsed.head(t)
        named = self._nouns.get(t.lower) is None and t.lower not in self._frames.tails
        return named and (preposition.lower in SURE or self._lies(preposition))

    def fronted(self, first: int) -> bool:
        """Whether "Near" begins the sentence before a name: the tagger takes it for a part of the name."""
        before = self._tokens[first - 1] if first else None
        opens = before is not None and (before.i == 0 or self._tokens[before.i - 1].sent != before.sent)
        return before is not None and opens and before.lower in SURE and before.sent == self._tokens[first].sent

    def described(self, t: Token) -> bool:
        """Whether a name is the place of the people or body after it: "the Goma newspaper"."""
        noun = self._tokens[t.head]
        return t.dep in MODIFIER and noun.i > t.i and noun.text[0].islower() and (noun.lower in self._nouns or noun.lemma in self._nouns)

    def governs(self, t: Token) -> bool:
        """Whether a capital's name may be a government's here, and nobody's given name: "asked Lisbon", "Lima's envoy"."""
        if t.lower in self._surnames or self._owned(t):
            return False
        if t.dep == "poss":
            noun = self._nouns.get(self._tokens[t.head].lemma)
            return noun is not None and "GOV" in noun.roles
        return t.text not in self._given and t.dep in ("nsubj", "dobj", "pobj", "agent")

    def run(self, first: int) -> int | None:
        """The last of the capitalised words that begin at a token; None where they go on to the left, or may be somebody's name."""
        last = first
        while last + 1 < len(self._tokens) and self._capital(last + 1) and self._tokens[last + 1].sent == self._tokens[first].sent:
            last += 1
        before = self._tokens[max(0, first - 1)]
        inside = first > 0 and before.text[0].isupper() and before.sent == self._tokens[first].sent and before.pos in ("PROPN", "NOUN")
        personal = self._tokens[first].text in self._given or self._tokens[last].lower in self._surnames and first == last
        return None if inside or personal or last - first >= LONGEST or self._tokens[first].pos == "DET" else last

    def _capital(self, k: int) -> bool:
        return self._tokens[k].text[0].isupper() and self._tokens[k].pos in ("PROPN", "NOUN", "ADJ", "ADP", "DET")

    def lone(self, first: int) -> bool:
        """Whether what the entity model takes for a person is a single word, and no given name nor surname in the report."""
        t, after = self._tokens[first], self._tokens[min(first + 1, len(self._tokens) - 1)]
        alone = t.iob == 3 and (after.iob != 1 or after.i == first)
        return alone and t.text not in self._given and t.lower not in self._surnames

    def person(self, t: Token) -> bool:
        """Whether a name is also a person's of the report, or says or thinks: "Jackson said"."""
        says = t.dep == "nsubj" and t.ent == "PERSON" and self._tokens[t.head].lemma in self._frames.mind
        return says or t.lower in self._surnames

    def _goes(self, preposition: Token) -> bool:
        """ "flew to", "out of": movement to or from the name."""
        governor = self._parsed.head(preposition)
        return preposition.lower in ("to", "from") and governor.pos == "VERB" and governor.lemma in self._frames.place.motion_verbs

    def _lies(self, preposition: Token) -> bool:
        """ "south of", "the village of", "residents of", "the road between", "Ana Ruiz, 34, of"."""
        governor = self._parsed.head(preposition)
        if preposition.lower == "between":
            return governor.lemma in WAYS
        if preposition.lower == "of" and governor.tag == "CD" and self._tokens[preposition.i - 1].text == ",":
            return True
        return preposition.lower == "of" and bool({governor.lower, governor.lemma} & (AWAY | SETTLED | ABOUT))

    def _holds(self, last: int) -> bool:
        """Whether what the entity model takes for a person, of no known given name, stands where a place does: "near Tall Brak"."""
        first = last
        while self._tokens[first].iob == 1:
            first -= 1
        t = self._joined(last)
        if self.fronted(first):
            return True
        if t.dep != "pobj" or self._tokens[first].text in self._given or self._owned(t):
            return False
        preposition = self._parsed.head(t)
        inside = preposition.lower in LOCAL and self._parsed.head(preposition).lemma not in INWARD
        return inside or self._lies(preposition)

    def _joined(self, last: int) -> Token:
        """The last token of a name, or of the first of two that are joined: "near Bukavu and Goma"."""
        t = self._tokens[last]
        return self._parsed.head(t) if t.dep == "conj" else t

    def _owned(self, t: Token) -> bool:
        """Whether an article or a possessor stands before: "in the Senate" is no place."""
        return any(self._tokens[k].dep in ("det", "poss") and k < t.i for k in t.kids)


def _surnames(tokens: tuple[Token, ...], place: Callable[[int], bool]) -> frozenset[str]:
    """The last words of the report's longer names of persons, but for those that stand where a `place` does, one time at least."""
    inner = [t for t in tokens if t.ent == "PERSON" and t.iob == 1]
    ends = [t for t in inner if t.i + 1 >= len(tokens) or tokens[t.i + 1].iob != 1]
    return frozenset(t.lower for t in ends) - {t.lower for t in ends if place(t.i)}
