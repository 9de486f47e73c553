"""A single article in Word (DOCX): paragraphs and tables in their order; a title style or bold type marks the headline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.formats.base import File, Found
from reportedly.formats.documents.prose import LONGEST_ABOVE, Parts, Properties, exported, may_stand_above, report_of
from reportedly.formats.documents.word import Paragraph, everything, is_word, opened
from reportedly.formats.tables.record import language

if TYPE_CHECKING:
    from docx.document import Document

NAME = "docx"
LONGEST_HEADLINE = 300  # characters
_TITLES = frozenset("title titel titre t\u00edtulo titolo headline".split())
_FIRST_HEADINGS = ("heading 1", "\u00fcberschrift 1", "titre 1", "t\u00edtulo 1", "titolo 1", "kop 1", "heading 2")
_DECKS = ("subtitle", "untertitel", "sous-titre", "subt\u00edtulo", "sottotitolo", "ondertitel", "subhead")


def sniff(file: File) -> float:
    """Likely for any Word document; an archive's own reader is surer of its own."""
    return 0.7 if is_word(file) else 0.0


def read(file: File) -> Iterator[Found]:
    """The report, or those of an archive's export that no reader of its own knew. InputError where the file is broken."""
    document = opened(file)
    found = [p for p in everything(document) if p.text.strip()]
    if (articles := exported("\n\n".join(p.text for p in found))) is not None:
        yield from articles
        return
    yield report_of(_parts(found, document), NAME)


def _parts(found: list[Paragraph], document: Document) -> Parts:
    words = tuple(p.text for p in found)
    head = next((n for n, p in enumerate(found) if _is_title(p, n, words)), None)
    if head is None and len(found) > 1 and found[0].bold and not found[1].bold and len(words[0]) <= LONGEST_ABOVE * 2:
        head = 0
    deck = head + 1 if head is not None and head + 2 < len(found) and found[head + 1].style.casefold() in _DECKS else None
    core = document.core_properties
    known = Properties(title=core.title or None, author=core.author or None, language=language(core.language))
    return Parts(paragraphs=words, headline=head, deck=deck, properties=known)


def _is_title(paragraph: Paragraph, n: int, words: tuple[str, ...]) -> bool:
    titled = paragraph.style.casefold() in (*_TITLES, *_FIRST_HEADINGS) and len(paragraph.text) <= LONGEST_HEADLINE
    return titled and may_stand_above(words[:n])
