"""Report -> Parsed: paragraphs are cleaned and parsed one by one, so that the cost of a report grows with its length alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from reportedly.model import Problem, Report, Span
from reportedly.text.capitals import capitals_problem
from reportedly.text.clean import Cleaned, clean
from reportedly.text.encoding import load_encoder
from reportedly.text.headline import sentence_case
from reportedly.text.language import language_problem
from reportedly.text.paragraphs import paragraphs
from reportedly.text.parsed import Parsed, Sentence, Token
from reportedly.text.pipeline import model_name, pipeline
from reportedly.text.quotes import quotations
from reportedly.text.rows import rows, rows_problem
from reportedly.text.threads import one_thread

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LONGEST_BODY = 400_000  # characters analysed a report: about a minute on one core; no news report comes near it
LONGEST_JUDGE = 50_000  # characters of the body that tell how a headline's words are written
BATCH = 32  # reports parsed together; larger batches measured no faster and hold more memory
_COLUMNS = ("LEMMA", "LOWER", "POS", "TAG", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB", "SENT_START", "IDX", "LENGTH")
_HALF, _WHOLE = 1 << 63, 1 << 64  # spaCy stores head offsets as unsigned 64-bit numbers


def parse(reports: Iterable[Report], *, fast: bool = False) -> Iterator[Parsed]:
    """Parse reports in order, in batches; with `fast` the layers do without the encoder. ModelError where a model cannot be loaded."""
    name, encoder = model_name(), "" if fast else load_encoder()
    stream = iter(reports)
    while batch := list(islice(stream, BATCH)):
        yield from _parse_batch(batch, pipeline(name), name, encoder)


def _parse_batch(batch: list[Report], nlp: Language, model: str, encoder: str) -> Iterator[Parsed]:
    prepared = [_prepare(report) for report in batch]
    with one_thread():
        docs = iter(list(nlp.pipe(chain.from_iterable((c.text for c in cleaned) for _, cleaned, _, _ in prepared))))
    strings = _Strings(nlp)
    for report, (spans, cleaned, dateline, problems) in zip(batch, prepared, strict=True):
        builder = _Builder(strings)
        for n, (doc, source) in enumerate(zip(islice(docs, len(cleaned)), cleaned, strict=True)):
            builder.add(doc, source, n)
        yield Parsed(
            report=report,
            headings=sum(s.end <= report.body.start for s in spans),
            tokens=tuple(builder.tokens),
            sentences=tuple(builder.sentences),
            paragraphs=tuple(spans),
            quotations=quotations(report.text, spans),
            dateline=dateline,
            problems=tuple(problems),
            model=model,
            encoder=encoder,
        )


def _prepare(report: Report) -> tuple[list[Span], list[Cleaned], Span | None, list[Problem]]:
    """The paragraphs to parse, without the dateline, their clean copies, the dateline's span, and what stood in the way."""
    text, body, problems = report.text, report.body, []
    if body.end - body.start > LONGEST_BODY:
        body = Span(body.start, text.rfind(" ", body.start, body.start + LONGEST_BODY) + 1 or body.start + LONGEST_BODY)
        problems.append(
            Problem(
                code="too-long",
                spans=(Span(body.end, report.body.end),),
                message=f"Only the first {LONGEST_BODY:,} characters were analysed. Split the file into its reports and read it again.",
            )
        )
    if problem := language_problem(text, body, report.language):
        problems.append(problem)
        if problem.code == "not-english":
            return [], [], None, problems
    if problem := capitals_problem(text, body):
        problems.append(problem)
    breaks = tuple(b for b in report.breaks if body.holds(b))
    cells = tuple(row for row in rows(text, body) if not any(b.start < row.end and row.start < b.end for b in breaks))
    problems += [problem] if (problem := rows_problem(cells)) else []
    spans = paragraphs(text, body, tuple(sorted((*breaks, *cells))))
    headings = [s for s in (report.headline_at, report.subheadline_at) if s and s.end <= body.start]
    dateline = _dateline(text, spans, report.dateline) or _above(text, body, headings, report.dateline)
    if dateline and spans[0].holds(dateline):
        spans[0] = Span(dateline.end + _gap(text, dateline.end, spans[0].end), spans[0].end)
    cleaned = [*(_heading(report, s) for s in headings), *(clean(text, s.start, s.end) for s in spans)]
    return headings + spans, cleaned, dateline, problems


def _heading(report: Report, span: Span) -> Cleaned:
    copy = clean(report.text, span.start, span.end)
    return Cleaned(text=sentence_case(copy.text, report.text[report.body.start : report.body.end][:LONGEST_JUDGE]), origin=copy.origin)


def _dateline(text: str, spans: list[Span], dateline: str | None) -> Span | None:
    """Where the dateline stands at the head of the first paragraph."""
    if not dateline or not spans or not text.startswith(dateline, spans[0].start):
        return None
    return Span(spans[0].start, spans[0].start + len(dateline))


def _above(text: str, body: Span, headings: list[Span], dateline: str | None) -> Span | None:
    """Where a dateline stands between headline and body, as "Ankara, 12 May 2018" does."""
    if not dateline:
        return None
    words = re.compile(rf"(?<!\w){re.escape(dateline)}(?!\w)")
    found = (Span(*m.span()) for m in words.finditer(text, 0, body.start))
    return next((s for s in found if not any(h.holds(s) for h in headings)), None)


def _gap(text: str, start: int, end: int) -> int:
    """How many characters of dash and space part the dateline from the first sentence."""
    at = start
    while at < end and (text[at].isspace() or text[at] in "-\u2013\u2014:_."):
        at += 1
    return at - start


class _Strings(dict[int, str]):
    """spaCy's strings by their keys, each looked up once."""

    def __init__(self, nlp: Language) -> None:
        super().__init__({0: ""})
        self._store = nlp.vocab.strings

    def __missing__(self, key: int) -> str:
        found = self[key] = str(self._store[key])
        return found


class _Builder:
    """Turns spaCy docs into our tokens; indices run through the whole report. Written for speed: it runs for every token."""

    def __init__(self, strings: _Strings) -> None:
        self._strings = strings
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []

    def add(self, doc: Doc, source: Cleaned, para: int) -> None:
        """Add the tokens of one paragraph, white space left out."""
        lemmas, lowers, parts, tags, deps, offsets, ents, iobs, opens, ats, lengths = doc.to_array(list(_COLUMNS)).T.tolist()
        text, origin, base, tokens, string = source.text, source.origin, len(self.tokens), self.tokens, self._strings
        words = [text[at : at + length] for at, length in zip(ats, lengths, strict=True)]
        kept = [k for k, word in enumerate(words) if not word.isspace()]
        place = {k: n for n, k in enumerate(kept)}
        heads = [place.get(k + (offsets[k] if offsets[k] < _HALF else offsets[k] - _WHOLE), n) for n, k in enumerate(kept)]
        starts = _sentence_starts(opens, place)
        lefts, rights = _edges(heads)
        kids = _kids(heads, base)
        sent = len(self.sentences) - 1
        for n, k in enumerate(kept):
            if n in starts:
                sent += 1
            at = ats[k]
            tokens.append(
                Token(
                    base + n,
                    words[k],
                    string[lowers[k]],
                    string[lemmas[k]],
                    string[parts[k]],
                    string[tags[k]],
                    string[deps[k]],
                    base + heads[n],
                    origin[at],
                    origin[at + lengths[k] - 1] + 1,
                    string[ents[k]],
                    iobs[k],
                    sent,
                    para,
                    base + lefts[n],
                    base + rights[n],
                    kids[n],
                )
            )
        self._add_sentences(sorted(starts), base, len(kept), heads, para)

    def _add_sentences(self, starts: list[int], base: int, count: int, heads: list[int], para: int) -> None:
        if not count:  # a paragraph of control characters alone
            return
        for first, end in zip(starts, [*starts[1:], count], strict=True):
            root = next((n for n in range(first, end) if heads[n] == n), first)
            self.sentences.append(Sentence(len(self.sentences), base + first, base + end - 1, base + root, para))


def _sentence_starts(opens: list[int], place: dict[int, int]) -> set[int]:
    """Which kept tokens begin a sentence; a start that fell on white space moves to the next word."""
    starts, pending = set(), True
    for k, mark in enumerate(opens):
        pending = pending or mark == 1
        if pending and k in place:
            starts.add(place[k])
            pending = False
    return starts


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """First and last token of each token's subtree.

    A token that a governor's stretch holds already lies within the stretches of all its governors too, so the walk ends there.
    """
    lefts, rights = list(range(len(heads))), list(range(len(heads)))
    for n, head in enumerate(heads):
        last, at = n, head
        while at != last:
            if n < lefts[at]:
                lefts[at] = n
            elif n > rights[at]:
                rights[at] = n
            else:
                break
            last, at = at, heads[at]
    return lefts, rights


def _kids(heads: list[int], base: int) -> list[tuple[int, ...]]:
    """Each token's dependents, as indices into the report's tokens."""
    kids: dict[int, list[int]] = {}
    for n, h in enumerate(heads):
        if h != n:
            kids.setdefault(h, []).append(base + n)
    return [tuple(kids[n]) if n in kids else () for n in range(len(heads))]
