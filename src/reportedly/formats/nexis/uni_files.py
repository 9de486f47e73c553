"""From the lines of a Nexis Uni file to its documents: file := [cover] document+, each closed by "End of Document"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from reportedly.formats.base import Found, PassedOver, Received, passed_over
from reportedly.formats.compose import compose
from reportedly.formats.nexis import labels
from reportedly.formats.nexis.corrected import kept
from reportedly.formats.nexis.uni import article, is_empty, parse
from reportedly.formats.nexis.uni_lines import Line, Mark, is_body, is_field
from reportedly.formats.nexis.when import dated

LONGEST_END = 6  # words of an end line
COVER_WITHIN = 40  # lines of a segment in which a cover page begins
_COVER = re.compile(
    r"(?:documents?|dokumente?|documenten|documentos|documenti|d\u00f3cumentos) ?\((\d{1,5})\)", re.I
)  # "Documents (10)" alone on its line
_COVER_FIELD = re.compile(
    r"(?:date and time|job number|client/matter|search terms?|search type|narrowed by|content type|user name|datum und uhrzeit"
    r"|auftragsnummer|mandant|suchbegriffe?|suchart|suchtyp|eingegrenzt|inhaltstyp|inhaltsart"
    r"|date et heure|num\u00e9ro (?:de|du)|client/|termes? de"
    r"|type de|datum en tijd|taaknummer|zoektermen|zoektype|fecha y hora|n\u00famero de|t\u00e9rminos|tipo de)\b[^\n]*[:|]",
    re.I,
)
_NOISE = re.compile(
    r"\[\]|\[?(?:image|picture|logo)\]?|LexisNexis\u00ae?|\f|(?:Page|Seite|P\u00e1gina|Pagina) \d+ (?:of|von|de|sur|van|di) \d+", re.I
)


def is_end(line: str) -> bool:
    """Whether a line is "End of Document", in any language."""
    return labels.bare(line) in labels.END


def own_end(lines: Sequence[Line]) -> str | None:
    """The end line in a language that is not known: what stands last in each of several documents that bookmarks begin."""
    starts = [n for n, line in enumerate(lines) if line.mark is Mark.DOCUMENT]
    stretches = zip(starts, [*starts[1:], len(lines)], strict=False)  # without any start nothing
    last = {next((line.text.strip() for line in reversed(lines[a:b]) if _says(line)), "") for a, b in stretches}
    return last.pop() if len(starts) > 1 and len(last) == 1 and len(min(last).split()) <= LONGEST_END else None


def documents(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of one document after another, the cover page with the first: cut at the end lines and at the bookmarks of documents."""
    held: list[Line] = []
    end = own_end(lines)
    for line in lines:
        if line.mark is Mark.DOCUMENT and any(_says(x) for x in held) and not _is_only_cover(held):
            yield held
            held = []
        if is_end(line.text) or line.text.strip() == end:
            if held:
                yield held
            held = []
        elif line.mark or not _NOISE.fullmatch(line.text.strip()):
            held.append(line)
    if any(_says(x) for x in held):
        yield held


def _is_only_cover(held: list[Line]) -> bool:
    """Whether lines are a cover page and no article."""
    return any(_is_cover(x.text) for x in held) and not any(is_body(x) or is_field(x) for x in held)


def _says(line: Line) -> bool:
    return bool(line.text.strip())


def read(lines: Sequence[Line], name: str, format_name: str) -> Iterator[Found]:
    """What the documents of a file hold; and where the cover page gives another number than were found, that."""
    told = got = 0
    for number, held in enumerate(documents(lines), 1):
        cover, rest = split_cover(held, first=number == 1)
        told += announced(cover)
        if rest:
            found = _found(rest, number, format_name)
            got += isinstance(found, Received)
            yield found
    if told and told != got:
        yield miscounted(name, told, got)


def _found(rest: list[Line], number: int, name: str) -> Found:
    document = parse(rest)
    if is_empty(document):
        return passed_over(
            f"document {number}", "no-article", "It has no text, and no date with fields: it is no article. Look it up in Nexis Uni."
        )
    return kept(compose(article(document), name), document.correction())


def miscounted(name: str, told: int, got: int) -> PassedOver:
    """What is told where the cover page's number is another."""
    words = f"The cover page of {name} lists {told} documents, and {got} were found. Export it again to be sure that none is missing."
    return passed_over("the cover page", "count-differs", words)


def announced(cover: Sequence[Line]) -> int:
    """How many documents a cover page says there are; 0 where it does not."""
    return next((int(m[1]) for line in cover if (m := _COVER.fullmatch(labels.bare(line.text)))), 0)


def split_cover(held: list[Line], *, first: bool) -> tuple[list[Line], list[Line]]:
    """The lines of the cover page, and those of the article after it."""
    marked = next((n for n, line in enumerate(held) if line.mark is Mark.DOCUMENT), 0)
    if marked:
        return held[:marked], _told(held[marked:])
    told = _told(held)
    if not first and not any(_COVER.fullmatch(labels.bare(line.text)) for line in told[:COVER_WITHIN]):
        return [], told
    start = _article_start(told)
    return told[:start], told[start:]


def _told(held: list[Line]) -> list[Line]:
    """The lines with words, each with the mark that stood alone before it."""
    kept: list[Line] = []
    waiting: Mark | None = None
    for line in held:
        if not _says(line):
            waiting = line.mark or waiting
            continue
        kept.append(msgspec.structs.replace(line, mark=line.mark or waiting))
        waiting = None
    return kept


def _article_start(told: list[Line]) -> int:
    """Where the first article begins under a cover page: two lines above the last date line before its fields or text."""
    covered = [n for n, line in enumerate(told) if _is_cover(line.text)]
    if not covered:
        return 0
    fields = (n for n, line in enumerate(told) if n > covered[0] and (is_body(line) or is_field(line)))
    end = next(fields, len(told))
    days = [n for n in range(covered[0], end) if dated(told[n].text) and not _is_cover(told[n].text)]
    if days:
        return max(days[-1] - 2, covered[0] + 1)
    return max(n for n in covered if n < end) + 1


def _is_cover(line: str) -> bool:
    line = line.strip()
    return _COVER.fullmatch(labels.bare(line)) is not None or _COVER_FIELD.match(line) is not None
