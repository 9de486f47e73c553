"""What knowledge and grammar tell of the words of one report: which are titles, role nouns, countries, and whose types."""

from __future__ import annotations

from collections import Counter

from reportedly.knowledge.actor_frames import ActorFrames, actor_frames
from reportedly.knowledge.actor_nouns import ActorNoun, Title, actor_nouns, actor_titles, given_names
from reportedly.layers.actors.nations import Nation, Sort
from reportedly.model import ActorKind
from reportedly.text import Parsed
from reportedly.text.parsed import Token

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})  # entity types of names
INSIDE = frozenset({"compound", "amod", "nmod", "punct", "advmod", "npadvmod", "appos"})  # how role words hang on a name
HEADLINE, CAPITALS, SMALL = 5, 0.8, 3  # a headline has 5 or more words of over 3 letters, and 8 of 10 have a capital
MODIFIES = INSIDE - {"appos"}


class Clues:
    """The clues of one report. `types` has the entity type of each capitalised word; names that tell more overrule it."""

    def __init__(self, parsed: Parsed, nations: dict[int, Nation]) -> None:
        self.parsed, self.tokens, self.nations = parsed, parsed.tokens, nations
        self.nouns: dict[str, ActorNoun] = actor_nouns()
        self.titles: dict[str, Title] = actor_titles()
        self.given: dict[str, str] = given_names()
        self.frames: ActorFrames = actor_frames()
        self.types = _types(parsed.tokens)
        self._shouting: dict[int, bool] = {}

    def shouts(self, sentence: int) -> bool:
        """Whether a sentence is written like a headline, nearly every word with a capital."""
        if sentence not in self._shouting:
            s = self.parsed.sentences[sentence]
            words = [t.text[0].isupper() for t in self.tokens[s.first : s.last + 1] if len(t.text) > SMALL]
            prose = self.tokens[s.last].text == "."  # which names may fill
            self._shouting[sentence] = not prose and len(words) >= HEADLINE and sum(words) >= CAPITALS * len(words)
        return self._shouting[sentence]

    def titled(self, t: Token) -> bool:
        """Whether a word is a title or a noun for a person."""
        return t.lower in self.titles or self.is_kind(t, ActorKind.PERSON)

    def is_kind(self, t: Token, *kinds: ActorKind) -> bool:
        """Whether a word is a head noun of one of these kinds."""
        noun = self.nouns.get(t.lower)
        return noun is not None and noun.kind in kinds

    def noun(self, t: Token) -> ActorNoun | None:
        """The entry of a head noun, by its form or its lemma."""
        return self.nouns.get(t.lower) or self.nouns.get(t.lemma.lower()) or capital_plural(t)

    def entry(self, t: Token) -> ActorNoun | None:
        """The same, with the word before it where the two have one: "civil defence"."""
        two = self.nouns.get(f"{self.tokens[t.i - 1].lower}-{t.lower}") if t.i > 0 and self.tokens[t.i - 1].head == t.i else None
        return two or self.noun(t)

    def head(self, first: int, last: int) -> int:
        """The token of a stretch whose governor lies outside it."""
        for k in range(last, first - 1, -1):
            if not first <= self.tokens[k].head <= last or self.tokens[k].head == k:
                return k
        return last

    def country(self, first: int, last: int) -> bool:
        """Whether a stretch is the name of a country, or its people's."""
        nation = self.nations.get(last)
        return nation is not None and nation.first <= first

    def owner(self, first: int) -> int | None:
        """The token of the possessor right before a stretch: "Peru" in "Peru's army"."""
        if first < 2 or self.tokens[first - 1].tag != "POS" or self.tokens[first - 2].sent != self.tokens[first].sent:
            return None
        return first - 2

    def bracketed(self, last: int) -> Nation | None:
        """The country that stands alone in brackets after a name: "Ana Ruiz (Peru)"."""
        nation = self.nations.get(last + 2) if self.tokens[min(last + 1, len(self.tokens) - 1)].text == "(" else None
        end = nation.last + 1 if nation and nation.sort is Sort.NAME else len(self.tokens)
        return nation if end < len(self.tokens) and self.tokens[end].text == ")" else None

    def after_office(self, k: int) -> bool:
        """Whether a person's name begins at token k, right after the body whose officer he is: "Secretary of the Council Leo Ortiz"."""
        if self.tokens[k].text not in self.given or k + 1 >= len(self.tokens) or not self._named(self.tokens[k + 1]):
            return False
        at = k - 1
        while at > 1 and (self._named(self.tokens[at]) or self.tokens[at].pos == "DET"):
            at -= 1
        return 0 < at < k - 1 and self.tokens[at].lower in ("of", "for") and self.titled(self.tokens[at - 1])

    def _named(self, t: Token) -> bool:
        return t.pos == "PROPN" and t.text[0].isupper()

    def article(self, first: int) -> int:
        """The first token with "the" before it taken in."""
        if first > 0 and self.tokens[first - 1].lower == "the" and self.tokens[first - 1].sent == self.tokens[first].sent:
            return first - 1
        return first

    def before(self, first: int, *kinds: ActorKind) -> Token | None:
        """The role noun right before a name that belongs to it: "spokeswoman" before "Ana Ruiz"."""
        if first == 0 or self.tokens[first - 1].sent != self.tokens[first].sent:
            return None
        t = self.tokens[first - 1]
        return t if t.pos in ("NOUN", "PROPN", "ADJ") and self.is_kind(t, *kinds) and self._inside(t, first) else None

    def _inside(self, t: Token, first: int) -> bool:
        return t.head >= first and t.dep in INSIDE or self.tokens[first].head == t.i or first <= self.tokens[t.head].i

    def role_start(self, first: int, last: int, *kinds: ActorKind) -> int:
        """The first of the role words right before a name, without a possessor: "former" in "Peru's former judge Ana Ruiz"."""
        if self.before(first, *kinds) is None:
            return first
        k, sentence = first - 1, self.parsed.sentences[self.tokens[first].sent].first
        while k > sentence and self._modifies(self.tokens[k - 1], last):
            k -= 1
        while self.tokens[k].text[0] in "-,":
            k += 1
        return k

    def _modifies(self, t: Token, last: int) -> bool:
        return t.dep in MODIFIES and t.i < t.head <= last and (t.dep != "punct" or t.text == "-")


def capital_plural(t: Token) -> ActorNoun | None:
    """The entry of a noun for persons in the plural that has a capital, and so is a name to the tagger: "the Ministers"."""
    plural = t.pos == "PROPN" and t.text[0].isupper() and t.lower.endswith("s") and len(t.text) > SMALL
    noun = actor_nouns().get(t.lower[:-1]) if plural and not t.ent.startswith("PERS") else None
    return noun if noun is not None and noun.kind is ActorKind.PERSON and noun.roles else None


def _types(tokens: tuple[Token, ...]) -> dict[str, str]:
    """The entity type that the model gives most often to each capitalised word."""
    counts: dict[str, Counter[str]] = {}
    for t in tokens:
        if t.ent in NAMES and t.text[0].isupper():
            counts.setdefault(t.lower, Counter())[t.ent] += 1
    return {word: max(sorted(c), key=c.__getitem__) for word, c in counts.items()}
