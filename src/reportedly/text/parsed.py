"""What the layers read: a report's tokens, sentences, paragraphs and quotations, each with its place in the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from reportedly.model import Problem, Record, Report, Span, Words, words_of
from reportedly.text.notes import Notes
from reportedly.text.quotes import Quotation

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from reportedly.text.encoding import Encoded, Vectors


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word or mark. `start` and `end` are offsets into the received text; `text` is the cleaned word.

    `head` is the token's governor (itself for a root), `kids` its dependents in order, `left` and `right` the first
    and last token of its subtree: all indices into `Parsed.tokens`. `ent` is the model's entity type, "" for none;
    `iob` is 3 where an entity begins, 1 where it goes on, else 2.
    """

    i: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    ent: str
    iob: int
    sent: int
    para: int
    left: int
    right: int
    kids: tuple[int, ...]


def joined(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words of tokens [first, last] as printed, with a space only where the text has one."""
    words = tokens[first].text
    for k in range(first + 1, last + 1):
        words += (" " if tokens[k].start > tokens[k - 1].end else "") + tokens[k].text
    return words


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """Tokens `[first, last]`, both inclusive, and the root among them."""

    i: int
    first: int
    last: int
    root: int
    para: int


class Parsed(Record, frozen=True, kw_only=True, dict=True, gc=True):
    """A report made ready for the layers. Token indices run through the whole report; parses never cross a sentence.

    The first `headings` paragraphs are headline and deck, the rest is the body. `model` and `encoder` name what read it,
    `encoder` "" where the rules alone are wanted. `notes` take down the layers' reasons where somebody asks for them.
    `coming` is the encoder's work on it where that was begun in another thread.
    """

    report: Report
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Span, ...]
    quotations: tuple[Quotation, ...] = ()
    dateline: Span | None = None
    headings: int = 0
    problems: tuple[Problem, ...] = ()
    model: str = ""
    encoder: str = ""
    notes: Notes | None = None
    coming: Future[tuple[Encoded, ...]] | None = None

    def noting(self, notes: Notes) -> Parsed:
        """The same report, with somewhere to take reasons down."""
        return msgspec.structs.replace(self, notes=notes)

    @property
    def text(self) -> str:
        """The text as received."""
        return self.report.text

    def head(self, token: Token) -> Token:
        """The token's governor; itself for a root."""
        return self.tokens[token.head]

    def children(self, token: Token, *deps: str) -> list[Token]:
        """The token's dependents in order, only those with one of the labels where labels are given."""
        kids = [self.tokens[k] for k in token.kids]
        return [k for k in kids if k.dep in deps] if deps else kids

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first dependent with one of the labels."""
        for k in token.kids:
            if self.tokens[k].dep in deps:
                return self.tokens[k]
        return None

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The governors of a token, nearest first, up to the root of its sentence."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """The tokens from the first to the last of its subtree."""
        return self.tokens[token.left : token.right + 1]

    def sentence(self, token: Token) -> tuple[Token, ...]:
        """The tokens of the token's sentence."""
        s = self.sentences[token.sent]
        return self.tokens[s.first : s.last + 1]

    def span(self, first: int, last: int) -> Span:
        """The stretch of received text from token `first` to token `last`, both inclusive."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def words(self, *ranges: tuple[int, int]) -> Words:
        """Words of inclusive token ranges, one piece each."""
        return words_of(self.text, *(self.span(a, b) for a, b in ranges))

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that begin within a span of the received text."""
        return self.tokens[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def token_at(self, offset: int) -> Token | None:
        """The token that covers a received offset."""
        k = bisect_right(self._starts, offset) - 1
        return self.tokens[k] if k >= 0 and offset < self.tokens[k].end else None

    def quotation_at(self, token: Token) -> Quotation | None:
        """The quotation whose marks stand about a token, the outermost where they nest."""
        n = self._quoted.get(token.i)
        return None if n is None else self.quotations[n]

    @cached_property
    def encoded(self) -> tuple[Encoded, ...] | None:
        """The tokens as vectors, by window; None where no encoder is wanted. ModelError where it cannot be loaded."""
        from reportedly.text.encoding import encode  # heavy: loaded when first needed

        if not self.encoder:
            return None
        return encode(self) if self.coming is None else self.coming.result()

    @cached_property
    def vectors(self) -> Vectors | None:
        """The vectors [tokens, 384] of all tokens; None where no encoder is wanted. ModelError where it cannot be loaded."""
        import numpy as np

        from reportedly.text.encoding import SIZE

        encoded = self.encoded
        if encoded is None:
            return None
        found: Vectors = np.concatenate([e.vectors for e in encoded]) if encoded else np.zeros((0, SIZE), np.float32)
        return found

    def ahead(self, worker: Executor) -> Parsed:
        """The same report, its encoding begun in a thread of that worker; what goes wrong there is raised by `encoded`."""
        from reportedly.text.encoding import encode

        return msgspec.structs.replace(self, coming=worker.submit(encode, self)) if self.encoder else self

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.tokens]

    @cached_property
    def _quoted(self) -> dict[int, int]:
        return {t.i: n for n, q in enumerate(self.quotations) for t in self.tokens_in(q.span)}
