"""Stretches of words that may be names: the model's entities, their edges mended, and capitalised words that it missed."""

from __future__ import annotations

from reportedly.knowledge.actor_phrases import actor_phrases
from reportedly.knowledge.leaders import leaders
from reportedly.layers.actors.bodies import known_body
from reportedly.layers.actors.clues import NAMES, Clues
from reportedly.layers.actors.headlines import is_deed
from reportedly.layers.bodies import long_bodies
from reportedly.text.parsed import Token, joined

NO_NAME = frozenset({"DATE", "TIME", "MONEY", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT"})
NO_START = frozenset({"PRON", "DET", "ADP", "VERB", "AUX", "ADV", "SCONJ", "CCONJ"})
MARKS = frozenset("\"'“”‘’")
LONGEST = 6  # tokens from a mark to its closing one within a name
BREAKS = frozenset(',;:()"')
Run = tuple[int, int]


def runs(clues: Clues) -> list[Run]:
    """The stretches in reading order, as first and last token, both inclusive; no two overlap."""
    return _Runs(clues).find()


def _beside(t: Token) -> bool:
    """Whether a word before a country's name is no part of it: "Neighbouring Niger"."""
    return t.text == "-" or t.lower in actor_phrases().beside


class _Runs:
    def __init__(self, clues: Clues) -> None:
        self.clues, self.tokens, self.frames = clues, clues.tokens, clues.frames
        self.bodies = long_bodies(clues.parsed)
        told = (t for t in clues.tokens if t.para >= clues.parsed.headings)
        self.capitals = {t.lower for t in told if t.pos == "PROPN" and t.text[0].isupper()}

    def find(self) -> list[Run]:
        found, i = [], 0
        while i < len(self.tokens):
            if not self._begins(self.tokens[i]) and i not in self.bodies:
                i += 1
                continue
            last = self.bodies.get(i, i)
            if last > i:
                found.append((i, last))
                i = last + 1
                continue
            goes_on = self._within if self.clues.shouts(self.tokens[i].sent) else self._continues
            while last + 1 < len(self.tokens) and (goes_on(i, last + 1) or self._nickname(last) > last):
                last = max(last + 1, self._nickname(last))
            found.append(self._trimmed(i, self._before_plain(i, last)))
            i = last + 1
        return [run for run in found if not self._plain(self.tokens[run[0]])]

    def _before_plain(self, first: int, last: int) -> int:
        """The last token of a headline's name: the model takes words of what is done into it, for they have a capital too."""
        return next((k - 1 for k in range(first + 1, last + 1) if self._plain(self.tokens[k])), last)

    def _plain(self, t: Token) -> bool:
        """Whether a headline's word says what is done and is nowhere in the body a name: "Talk", "Quit"."""
        return t.para < self.clues.parsed.headings and not t.text.isupper() and t.lower not in self.capitals and is_deed(t)

    def _trimmed(self, first: int, last: int) -> Run:
        """A stretch without prepositions and articles before it and marks after it."""
        while first < last and self._leads_in(self.tokens[first]) and not self._kept(self.tokens[first]):
            first += 1
        while last > first and not self._ends(self.tokens[last]):
            last -= 1
        nation = self.clues.nations.get(last)
        beside = self.tokens[first : nation.first] if nation else ()
        return (nation.first if nation and beside and all(_beside(t) for t in beside) else first), last

    def _kept(self, t: Token) -> bool:
        return self._opens(t) or self._given(t)

    def _leads_in(self, t: Token) -> bool:
        """Whether a word before a name is none of it; "Near" that begins a sentence may be tagged as one."""
        opens = t.i == 0 or self.tokens[t.i - 1].sent != t.sent
        return t.pos in ("ADP", "DET", "PUNCT") or opens and t.lower in self.frames.place.prepositions

    def _begins(self, t: Token) -> bool:
        if not t.text[0].isupper() or t.ent in NO_NAME:
            return self._opens(t)
        if t.pos in NO_START and not t.ent:
            return self._acronym(t) or self._given(t)
        if t.tag == "JJ" and not t.ent:
            return self._leads(t)
        return t.pos == "PROPN" or t.ent in NAMES and (t.iob == 3 or t.pos != "DET")

    def _given(self, t: Token) -> bool:
        """Whether a word that is tagged as a small one is somebody's first name: "To Lam", "its leader, Per Dahl"."""
        if not self._is_name(t.i + 1) or t.pos in ("PRON", "DET") or self.clues.shouts(t.sent):
            return False
        before = self.tokens[t.i - 1]
        within = t.i > 0 and before.sent == t.sent and (before.text == "," or before.text.isalpha())
        return within or leaders().by_name(joined(self.tokens, t.i, t.i + 1)) is not None

    def _acronym(self, t: Token) -> bool:
        """Whether a word that is tagged as a small one is a body's acronym: "fled IS", "the WHO said"."""
        return t.text.isupper() and len(t.text) > 1 and not self.clues.shouts(t.sent) and known_body(self.clues, t.i, t.i) is not None

    def _leads(self, t: Token) -> bool:
        """Whether a capitalised adjective within a sentence belongs to the name after it: "Northern" in "Northern Dawn"."""
        if t.i + 1 >= len(self.tokens) or self.tokens[t.i - 1].sent != t.sent:
            return False
        after = self.tokens[t.i + 1]
        return after.pos == "PROPN" and after.text[0].isupper() and t.head in (after.i, after.head)

    def _opens(self, t: Token) -> bool:
        """Whether a small word opens a name: "al-Qaida", "al Qaeda"."""
        if t.lower not in self.frames.openers or t.i + 2 >= len(self.tokens):
            return False
        after = self.tokens[t.i + 1]
        hyphen = after.text == "-" and after.start == t.end
        if t.pos in ("ADP", "SCONJ") and not hyphen:
            return False  # "known as Abu Bakr", "rallied as Lima fell", but "as-Suwayda"
        named = self.tokens[t.i + 2] if hyphen else after
        return named.text[0].isupper() and named.pos == "PROPN"

    def _ends(self, t: Token) -> bool:
        if not t.text[0].isalnum() or t.tag == "POS":
            return False
        return t.text[0].isupper() or t.lower in self.frames.suffixes or t.ent in NAMES and t.iob == 1 and t.pos != "ADP"

    def _continues(self, first: int, k: int) -> bool:
        """Whether token k goes on with the name that began at `first`."""
        t, before = self.tokens[k], self.tokens[k - 1]
        if before.text == "." and k - 1 > first:
            return self._begins(t)  # "Sgt" "." "Ruiz"
        if k > first and self.clues.after_office(k):
            return False  # "Secretary of the Security Council Leo Ortiz"
        if t.sent != before.sent or t.ent in NO_NAME and not (t.pos == "PROPN" and t.dep == "compound"):
            return False
        if t.text == ".":
            return before.lower in self.clues.titles and self._is_name(k + 1)
        if t.tag == "POS":
            return t.ent in NAMES and t.iob == 1 and not self._owns(first, k - 1)
        if t.ent == "PERSON" and t.iob == 3 and before.ent in ("ORG", "NORP", "GPE") and before.lower not in self.clues.titles:
            return before.ent == "NORP" or self.clues.titled(before)
        return t.ent in NAMES and t.iob == 1 and t.text[0] not in BREAKS or self._joins(t, before)

    def _nickname(self, last: int) -> int:
        """The token after a nickname between marks that follows a given name: "Ruiz" in 'Ana "the Fox" Ruiz'; `last` where none does."""
        opens = last + 1
        if opens + 1 >= len(self.tokens) or self.tokens[opens].text not in MARKS or self.tokens[opens].start == self.tokens[last].end:
            return last
        t = self.tokens[last]
        closes = next((i for i in range(opens + 1, min(len(self.tokens), opens + LONGEST)) if self.tokens[i].text in MARKS), 0)
        inside = self.tokens[opens + 1 : closes]
        given = t.pos == "PROPN" and (t.ent == "PERSON" or t.text in self.clues.given)
        goes_on = given and closes and self._is_name(closes + 1) and self.tokens[closes + 1].ent not in NO_NAME
        return closes + 1 if goes_on and inside and all(self._in_nickname(k) for k in inside) else last

    def _in_nickname(self, t: Token) -> bool:
        return t.text[0].isupper() and t.pos != "PRON" or t.lower == "the" or t.lower in self.frames.particles

    def _within(self, first: int, k: int) -> bool:
        """Whether token k goes on with the model's entity: in a headline, capitals tell nothing."""
        t, before = self.tokens[k], self.tokens[k - 1]
        if k > first and self.clues.after_office(k):
            return False
        if before.lower in self.clues.titles and t.sent == before.sent and self._is_name(k):
            return True  # "Lt. Gen. Ana Ruiz"
        return t.ent in NAMES and t.iob == 1 and t.sent == self.tokens[first].sent and t.tag != "POS" and t.text[0] not in BREAKS

    def _joins(self, t: Token, before: Token) -> bool:
        """Whether a word outside the model's entity belongs to the name before it."""
        if before.lower in self.frames.openers and self._opens(before):
            return True
        if t.text == "-":
            return t.start == before.end and t.i + 1 < len(self.tokens) and self.tokens[t.i + 1].text[0].isupper()
        if before.text == "-":
            return t.start == before.end and t.text[0].isupper()
        if t.lower in self.frames.particles:
            return before.text[0].isupper() and self._is_name(t.i + 1)
        return self._begins(t)

    def _is_name(self, k: int) -> bool:
        return k < len(self.tokens) and self.tokens[k].pos == "PROPN" and self.tokens[k].text[0].isupper()

    def _owns(self, first: int, last: int) -> bool:
        """Whether the words before an 's are a whole name: a country, a titled person, a known person."""
        person = self.clues.types.get(self.tokens[last].lower) == "PERSON"
        return person or self.clues.country(first, last) or any(self.clues.titled(self.tokens[k]) for k in range(first, last + 1))
