"""The nouns that tie, as they stand in the text: which tokens, after what words, called of whom."""

from __future__ import annotations

from reportedly.knowledge.relations import RelationWords, Tie
from reportedly.layers.relations.sides import Side, Sides
from reportedly.model import ActorKind, MentionForm, Record, RelationType
from reportedly.text import Parsed, Token

R = RelationType
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "nummod", "det", "case", "punct", "npadvmod", "appos", "advmod", "predet"})
LONGEST = 4  # tokens before the last of a noun of the table: "editor-in-chief"
IN_LAW = ["-", "in", "-", "law"]
EITHER = frozenset({R.RIVAL_OF, R.ALLIED_WITH, R.OPPOSES, R.SUPPORTS, R.PART_OF})  # bodies and persons alike are called so
CALLED = frozenset({ActorKind.PERSON, ActorKind.GROUP})


class Phrase(Record, frozen=True, kw_only=True):
    """A tie noun in tokens [first, last] under `head`; its phrase begins at `left`, with the words `before`.

    `title` is the head of the name that it stands before, `subject` who is called so.
    """

    head: Token
    first: int
    last: int
    left: int
    before: frozenset[str]
    subject: Side
    title: Token | None
    ties: tuple[Tie, ...]

    @property
    def heads(self) -> list[Token]:
        """The tokens on which a possessor or preposition may hang."""
        return [self.head, self.title] if self.title is not None else [self.head]


class Phrases:
    """Finds the tie nouns of one report."""

    def __init__(self, parsed: Parsed, sides: Sides, words: RelationWords) -> None:
        self.parsed, self.tokens, self.sides, self.words = parsed, parsed.tokens, sides, words
        self.nouns, self.ones = words.ties["noun"], words.ties["one"]

    def at(self, t: Token) -> Phrase | None:
        """The tie noun that ends at a token."""
        entry = self._entry(t)
        if entry is None:
            return None
        first, ties = entry
        head = self._head(t, first)
        called = self._called(t, head, ties)
        if called is None or (first == t.i and self._goes_on(t)):
            return None
        subject, title = called
        left = self._left(self.tokens[first], title)
        before = frozenset(self.tokens[k].lower for k in range(left, first))
        return Phrase(head=head, first=first, last=t.i, left=left, before=before, subject=subject, title=title, ties=ties)

    def _entry(self, t: Token) -> tuple[int, tuple[Tie, ...]] | None:
        """The first token of the longest noun of the table that ends at a token, and its ties."""
        found = None
        for word in (t.lower, t.lemma.lower()):
            if ties := self.nouns.get(word) or self.ones.get(word):
                found = t.i, ties
                break
        if t.lower not in self.words.joined and t.lemma not in self.words.joined:
            return found
        text, k = "", t.i - 1
        while k >= 0 and t.i - k <= LONGEST and self.tokens[k].sent == t.sent:
            text = self.tokens[k].lower + ("" if self.tokens[k].end == self.tokens[k + 1].start else " ") + text
            if ties := self.nouns.get(text + t.lower) or self.nouns.get(text + t.lemma.lower()):
                found = k, ties
            k -= 1
        return found

    def _goes_on(self, t: Token) -> bool:
        """Whether a longer noun of the table begins here: "chief of staff"."""
        return " ".join(k.lower for k in self.tokens[t.i : t.i + 3]) in self.nouns

    def _head(self, t: Token, first: int) -> Token:
        """The noun's head: "head of state" hangs on its first word, "brother-in-law" on one or the other."""
        if first < t.i and self.tokens[first + 1].lower == "of":
            return self.tokens[first]
        after = self.tokens[t.i + 1 : t.i + 5]
        in_law = t.dep in ("compound", "nmod") and [w.lower for w in after] == IN_LAW and t.head == after[3].i
        return after[3] if in_law else t

    def _called(self, t: Token, head: Token, ties: tuple[Tie, ...]) -> tuple[Side, Token | None] | None:
        """Who is called by the noun, and the head of the name before which it is a title."""
        if head.dep == "attr" and self.parsed.head(head).pos in ("AUX", "VERB"):
            subject = self._subject(self.parsed.head(head))
            side = self.sides.at(subject or head)
            return (side, None) if side and (subject or side.id) else None
        found = self.sides.facts.mention_at(t.start)
        if found and found[1].form is MentionForm.NAME:
            name = self.tokens[self.sides.head(found[1])]
            return (self.sides.of(*found), name) if found[0].kind in CALLED and self._is_title(t, found[1].end) else None
        for partner in self._equals(t, ties):
            if self.sides.mention(partner) and (side := self.sides.at(partner)):
                return side, None
        side = self.sides.at(head)
        return (side, None) if side and side.id else None

    def _is_title(self, t: Token, end: int) -> bool:
        """Whether a noun within a name is the last of its titles, not part of the name or of "Chief Petty Officer"."""
        later = [k for k in self.tokens[t.i + 1 : t.i + 4] if k.start < end]
        return bool(later) and not any(k.lower in self.words.ends for k in later[:2])

    def _equals(self, t: Token, ties: tuple[Tie, ...]) -> list[Token]:
        """The nouns set beside one that persons and bodies alike are called by."""
        if "one" in ties[0].traits:
            of = self.parsed.child(t, "prep")
            whole = self.parsed.child(of, "pobj") if of else None
            listed = self.sides.partners(whole) if whole else []  # "one of the captives, X": parses set X beside "captives"
            return self.sides.partners(t) + [k for k in listed if k.pos == "PROPN" and k.i > t.i]
        return self.sides.partners(t) if any(tie.type in EITHER for tie in ties) else []

    def _subject(self, verb: Token) -> Token | None:
        subject = self.parsed.child(verb, "nsubj", "nsubjpass")
        if subject is None and verb.dep == "conj":
            subject = self.parsed.child(self.parsed.head(verb), "nsubj", "nsubjpass")
        return subject

    def _left(self, t: Token, title: Token | None) -> int:
        """The first token of the noun's phrase."""
        if title is not None:
            return min(title.left, t.left)
        left = t.i
        while left > 0 and self.tokens[left - 1].sent == t.sent and self._modifies(self.tokens[left - 1], t, left):
            left -= 1
        return left

    def _modifies(self, k: Token, t: Token, left: int) -> bool:
        return k.dep in MODIFIERS and k.text != "," and (k.head in (t.i, t.head) or left <= k.head <= t.i)
