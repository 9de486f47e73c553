"""Names of persons and organisations: what each stretch of name words is, by knowledge, titles, grammar and the model's type."""

from __future__ import annotations

from calendar import month_name

from reportedly.knowledge.actor_nouns import ActorNoun
from reportedly.knowledge.actor_phrases import actor_phrases
from reportedly.knowledge.leaders import leaders
from reportedly.layers.actors.bodies import known_body, organisation
from reportedly.layers.actors.clues import Clues, capital_plural
from reportedly.layers.actors.found import Found
from reportedly.layers.actors.joins import NAMED
from reportedly.layers.actors.nations import Sort
from reportedly.layers.actors.persons import person
from reportedly.layers.actors.placed import places_named, places_taken
from reportedly.layers.actors.runs import Run, runs
from reportedly.layers.metonymy import literal
from reportedly.model import ActorKind
from reportedly.text.parsed import joined

ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "appos"})
ACTING = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "appos"})  # where a name of unknown type is taken for an organisation's
QUOTES = frozenset("\"'")
FIELDED = frozenset({"minister", "secretary"})  # offices that the field before them tells apart
PEOPLE = ("man", "woman")  # how nouns for one of a people end that are no adjectives
PERSON = 3  # words of a person's name in capitals
MONTHS = frozenset(name.lower() for name in month_name if name)


class Names:
    """Finds the names of one report; `literal` are the tokens of names that the places layer takes for places."""

    def __init__(self, clues: Clues, literal: frozenset[int]) -> None:
        self.clues, self.tokens, self.literal = clues, clues.tokens, literal
        self.places, self.taken = places_named(clues), places_taken(clues)

    def find(self) -> list[Found]:
        """The names in reading order. Countries and their metonyms are not among them."""
        stretches = runs(self.clues)
        for first, last in stretches:
            self._learn(first, last)
        found = {run: name for run in stretches if (name := self._name(*run))}
        organisations = [name for name in found.values() if name.kind is ActorKind.ORGANISATION]
        bodies = {name.core[:n] for name in organisations for n in range(1, len(name.core))}
        bodies |= {name.core for name in organisations if len(name.core) == 1 and self.tokens[name.last].text.isupper()}
        people = {name.core[-1] for name in found.values() if name.kind is ActorKind.PERSON and name.core}
        for run in [*stretches, *self._missed({core[0] for core in bodies if len(core) == 1} | people, stretches)]:
            if run not in found and (name := self._second(*run, bodies, people)):
                found[run] = name
        return sorted(found.values(), key=lambda f: (f.first, -f.last))

    # First: what tells the type of a word for the whole report

    def _learn(self, first: int, last: int) -> None:
        """Let a title or an apposition overrule the model's type."""
        word = self.tokens[last].lower
        if self.clues.country(first, last) or word in self.clues.nouns:
            return
        if self._articled(first, last) and self.clues.types.get(word) == "PERSON":
            self.clues.types[word] = "ORG"
        if kind := self._beside(first, last):
            self.clues.types[word] = "PERSON" if kind is ActorKind.PERSON else "ORG"
        elif word not in self.clues.frames.tails and (self._surely_person(first, last) or self._speaks_in_capitals(first, last)):
            self.clues.types[word] = "PERSON"

    def _surely_person(self, first: int, last: int) -> bool:
        """Whether a title, a role noun or knowledge of leaders says a person."""
        if self._title(first, last) >= first or self.clues.before(first, ActorKind.PERSON):
            return True
        if first < last and self.clues.after_office(first):
            return True
        return first < last and bool(leaders().by_name(joined(self.tokens, first, last)))

    def _speaks_in_capitals(self, first: int, last: int) -> bool:
        """Whether two or three words in capitals are of a country or speak, as records print persons: "ANA RUIZ (Peru) said"."""
        words = self.tokens[first : last + 1]
        if not 1 < len(words) <= PERSON or not all(t.text.isupper() and t.text.isalpha() for t in words):
            return False
        if any(t.lower in self.clues.nouns for t in words) or "the" in (self.tokens[first - 1].lower, words[0].lower):
            return False
        if self.clues.shouts(words[0].sent) or known_body(self.clues, first, last):
            return False
        head = self.tokens[self.clues.head(first, last)]
        speaks = head.dep == "nsubj" and self.tokens[head.head].lemma in self.clues.frames.mind
        return speaks or self.clues.bracketed(last) is not None

    def _beside(self, first: int, last: int) -> ActorKind | None:
        """The kind of the noun that a name is set beside: person for "its leader, Ana Ruiz"."""
        head = self.tokens[self.clues.head(first, last)]
        beside = [self.tokens[k] for k in head.kids if self.tokens[k].dep == "appos"]
        if head.dep == "appos":
            beside.append(self.tokens[head.head])
        named = self.tokens[head.head]
        if head.dep == "nsubj" and named.lemma == "be":
            beside += self.clues.parsed.children(named, "attr")
        if head.dep == "oprd" and named.dep == "acl" and named.lemma in NAMED:
            beside.append(self.tokens[named.head])
        for t in beside:
            noun = self.clues.nouns.get(t.lower)
            if noun and t.pos == "NOUN" and noun.kind in (ActorKind.PERSON, ActorKind.ORGANISATION):
                return noun.kind
            nation = self.clues.nations.get(t.i)
            if nation is not None and nation.sort is Sort.ADJECTIVE and t.tag in ("NN", "NNP"):
                return ActorKind.PERSON  # "a Peruvian named Leo Ortiz"
        return None

    def _articled(self, first: int, last: int) -> bool:
        """Whether one word has "the" before it and no title, as persons' names have not: "the Duma"."""
        t = self.tokens[last]
        the = first == last and first > 0 and self.tokens[first - 1].lower == "the" and self.tokens[first - 1].head == t.i
        return the and t.tag == "NNP" and t.dep not in ("compound", "nmod", "amod") and not any(k > last for k in t.kids if self._limits(k))

    def _limits(self, k: int) -> bool:
        """Whether what follows a name tells one bearer from another: "the Ruiz of old", "the Ana Ruiz who left"."""
        return self.tokens[k].dep in ("relcl", "prep", "acl")

    def _feature(self, last: int) -> bool:
        """Whether a name is a place's by the noun after it: "the Lachin corridor", not "the Lachin camp said"."""
        t = self.tokens[last]
        noun = self.tokens[last + 1] if last + 1 < len(self.tokens) else t
        if noun.lower not in actor_phrases().features or t.head not in (noun.i, noun.head) or t.dep not in ("compound", "nmod", "amod"):
            return False
        return not (noun.dep == "nsubj" and self.tokens[noun.head].lemma in self.clues.frames.mind)

    # Then: what each stretch is

    def _name(self, first: int, last: int) -> Found | None:
        clues, title = self.clues, self._title(first, last)
        nation = clues.nations.get(last)
        if nation and nation.first <= first and nation.sort is Sort.NAME:
            return None  # "Soviet Union"
        if first == last and self.tokens[last].lower in MONTHS and clues.types.get(self.tokens[last].lower) != "PERSON":
            return None
        noun = clues.noun(self.tokens[last])
        if noun and (first == last or noun.kind is ActorKind.PERSON and not self._personal(first, last)):
            return None  # "the Council", "Prime Minister": nominals
        if title < first and known_body(clues, first, last) or self._says_body(first, last, noun):
            return organisation(clues, first, last)
        if title < first and (self._feature(last) or self._undertaken(first, last) or self._thing(first, last)):
            return None
        core = (max(title + 1, first), last)
        if clues.country(*core):
            return None
        placed = self._placed(first, last)
        if title >= first or clues.before(first, ActorKind.PERSON) or self._personal(*core) and not placed:
            return person(clues, first, core)
        return organisation(clues, first, last) if not placed and self._body(first, last) and not self._field(first, last) else None

    def _title(self, first: int, last: int) -> int:
        """The last token of the titles that a stretch begins with; first - 1 where there is none."""
        for k in range(last - 1, first - 1, -1):
            if (self.clues.titled(self.tokens[k]) or self._compatriot(k, last)) and self.tokens[k].text not in self.clues.given:
                return k
        return first - 1

    def _compatriot(self, k: int, last: int) -> bool:
        """Whether a noun for one of a people stands before a person's name: "Dutchman Piet Hoorn"."""
        nation = self.clues.nations.get(k)
        noun = nation is not None and nation.sort is Sort.ADJECTIVE and self.tokens[k].tag in ("NN", "NNP")
        return noun and k + 1 < last and self.tokens[k].lower.endswith(PEOPLE) and self._personal(k + 1, last)

    def _says_body(self, first: int, last: int, noun: ActorNoun | None) -> bool:
        """Whether the words themselves say an organisation: "Foreign Ministry", "Bank of Peru", "Basin Times"."""
        if noun and noun.kind not in (ActorKind.PERSON, ActorKind.COUNTRY):
            return True
        if first == last:
            return False
        if self.tokens[first + 1].lower in ("of", "for") and self.clues.is_kind(self.tokens[first], ActorKind.ORGANISATION):
            return True
        return self.tokens[last].lower in self.clues.frames.tails

    def _personal(self, first: int, last: int) -> bool:
        """Whether a stretch without a title is a person's name, by its type in the whole report or its given name."""
        said = self.clues.types.get(self.tokens[last].lower)
        return said == "PERSON" or said is None and last > first and self.tokens[first].text in self.clues.given

    def _body(self, first: int, last: int) -> bool:
        """Whether a stretch that says nothing itself is taken for an organisation."""
        t = self.tokens[last]
        said = self.clues.types.get(t.lower)
        if said == "NORP":
            return last not in self.clues.nations and t.tag == "NNP" and t.dep not in ("amod", "compound")
        return said == "ORG" or said is None and t.dep in ACTING and t.pos == "PROPN" and not self._quoted(first, last)

    def _undertaken(self, first: int, last: int) -> bool:
        """Whether a name is that of what somebody does or agreed on, and does not speak: "Operation Iron Broom"."""
        head = self.tokens[self.clues.head(first, last)]
        speaks = head.dep == "nsubj" and self.tokens[head.head].lemma in self.clues.frames.mind
        return first < last and self.tokens[first].lower in actor_phrases().undertakings and not speaks

    def _thing(self, first: int, last: int) -> bool:
        """Whether a word is an acronym of what is nobody, in one number or the other: "GDP", "UAVs"."""
        t = self.tokens[last]
        return first == last and t.text.rstrip("s").isupper() and bool({t.lower, t.lower.removesuffix("s")} & actor_phrases().things)

    def _field(self, first: int, last: int) -> bool:
        """Whether a word says of what somebody is minister, and so is no body: "Defence Minister Leo Ortiz"."""
        after = self.tokens[min(last + 1, len(self.tokens) - 1)]
        return first == last and after.lower in FIELDED and self.tokens[last].head in (after.i, after.head)

    def _placed(self, first: int, last: int) -> bool:
        """Whether the report uses a name as a place: "in Sabah", without an article."""
        t = self.tokens[last]
        if t.dep not in ("nsubj", "poss") and all(k in self.literal for k in range(first, last + 1)):
            return True
        return first == last and (t.lower in self.taken or t.lower in self.places and not t.text.isupper())

    def _quoted(self, first: int, last: int) -> bool:
        """Whether quotation marks stand about just these words."""
        before, after = self.tokens[max(0, first - 1)].text, self.tokens[min(len(self.tokens) - 1, last + 1)].text
        return before in QUOTES and after in (*QUOTES, ",", ".")

    # Last: what the names found say of the rest

    def _missed(self, words: set[str], stretches: list[Run]) -> list[Run]:
        """Capitalised words outside the stretches that a name already found has too: the tagger took them for common nouns."""
        taken = {k for first, last in stretches for k in range(first, last + 1)}
        capital = (t for t in self.tokens if t.lower in words and t.text[0].isupper() and t.i not in taken)
        acts = (t for t in capital if t.dep in ARGUMENTS or t.dep == "compound" and t.text.isupper())
        return [(t.i, t.i) for t in acts if t.pos in ("NOUN", "VERB") and t.lower not in self.clues.nouns]

    def _second(self, first: int, last: int, bodies: set[tuple[str, ...]], people: set[str]) -> Found | None:
        """A stretch that is a part of a name found in full, or that speaks."""
        if self.clues.country(first, last) or self.tokens[last].lower in self.clues.nouns and not self._surname(first, last, people):
            return None
        if first == last and capital_plural(self.tokens[last]) or self._undertaken(first, last) or self._thing(first, last):
            return None
        if self.tokens[last].lower in people:
            return person(self.clues, first, (first, last))
        head = self.tokens[self.clues.head(first, last)]
        speaks = head.dep == "nsubj" and self.tokens[head.head].lemma in self.clues.frames.mind
        words = tuple(t.lower for t in self.tokens[first : last + 1] if t.text[0].isalnum())
        part = words in bodies and head.tag != "JJ" and not self._placed(first, last) and not self._where(first, last)
        return organisation(self.clues, first, last) if speaks or part else None

    def _surname(self, first: int, last: int, people: set[str]) -> bool:
        """Whether a noun for persons is somebody's last name: "Miller" after "Ana Miller", but not "the miller"."""
        t = self.tokens[last]
        alone = first == last and t.tag == "NNP" and t.text[0].isupper() and t.lower in people
        return alone and not any(self.tokens[k].dep in ("det", "poss", "amod") for k in t.kids)

    def _where(self, first: int, last: int) -> bool:
        """Whether the model takes a stretch for a place, and its grammar too: "in New York" is no New York Times."""
        return self.clues.types.get(self.tokens[last].lower) == "GPE" and literal(self.clues.parsed, first, last)
