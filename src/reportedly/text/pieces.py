"""A report cut into windows of word pieces, as the encoder reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from reportedly.errors import ModelError
from reportedly.text.parsed import Parsed, Sentence

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FILES = Path(__file__).parent / "encoder"
LONGEST = 254  # word pieces a window, its two marks counted: what the encoder was trained with


class Window(msgspec.Struct, frozen=True, gc=False):
    """Word pieces with [CLS] and [SEP]; `firsts[k]` is the place of the first piece of token `tokens[k]` among them."""

    pieces: tuple[int, ...]
    tokens: tuple[int, ...]
    firsts: tuple[int, ...]


@cache
def tokenizer() -> Tokenizer:
    """The word pieces of the encoder (those of BERT uncased)."""
    from tokenizers import Tokenizer  # heavy: loaded when first needed

    found = Tokenizer.from_file(str(FILES / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


def sign(name: str) -> int:
    """The number of one of the encoder's own signs."""
    found = tokenizer().token_to_id(name)
    if found is None:
        raise ModelError(f"the encoder's word pieces have no {name}. Install reportedly again.")
    return found


def windows(parsed: Parsed, paragraphs: frozenset[int] | None = None) -> list[Window]:
    """Whole sentences of the report, or of those paragraphs, in order, as many a window as fit.

    Every token of them is in one window; a sentence longer than a window is cut.
    """
    chosen = [s for s in parsed.sentences if paragraphs is None or s.para in paragraphs]
    return list(_packed(_pieces(parsed, chosen)))


Pieces = list[tuple[int, list[int]]]  # a token and its word pieces


def _pieces(parsed: Parsed, sentences: Iterable[Sentence]) -> Iterator[Pieces]:
    """The sentences' tokens with their word pieces; a token that has none, such as a stray sign, gets [UNK]."""
    chosen = list(sentences)
    words = [[t.text for t in parsed.tokens[s.first : s.last + 1]] for s in chosen]
    unknown = sign("[UNK]")
    for s, encoded in zip(chosen, tokenizer().encode_batch(words, is_pretokenized=True, add_special_tokens=False), strict=True):
        pieces: Pieces = [(i, []) for i in range(s.first, s.last + 1)]
        for word, piece in zip(encoded.word_ids, encoded.ids, strict=True):
            if word is not None:
                pieces[word][1].append(piece)
        yield [(i, found or [unknown]) for i, found in pieces]


def _packed(sentences: Iterable[Pieces]) -> Iterator[Window]:
    held: Pieces = []
    size = 2
    for sentence in sentences:
        for piece in _fitting(sentence):
            more = sum(len(p) for _, p in piece)
            if held and size + more > LONGEST:
                yield _window(held)
                held, size = [], 2
            held += piece
            size += more
    if held:
        yield _window(held)


def _fitting(sentence: Pieces) -> Iterator[Pieces]:
    """The sentence, in pieces where it is longer than a window."""
    held: Pieces = []
    size = 2
    for token, pieces in sentence:
        if held and size + len(pieces) > LONGEST:
            yield held
            held, size = [], 2
        held.append((token, pieces[: LONGEST - 2]))
        size += len(pieces)
    yield held


def _window(held: Pieces) -> Window:
    firsts, at = [], 1
    for _, pieces in held:
        firsts.append(at)
        at += len(pieces)
    return Window((sign("[CLS]"), *(p for _, pieces in held for p in pieces), sign("[SEP]")), tuple(t for t, _ in held), tuple(firsts))
