"""Report -> Parsed: paragraphs are cleaned and parsed one by one, so that the cost of a report grows with its length alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from reportedly.model import Problem, Report, Span
from reportedly.text.clean import Cleaned, clean
from reportedly.text.headline import sentence_case
from reportedly.text.language import language_problem
from reportedly.text.paragraphs import paragraphs
from reportedly.text.parsed import Parsed, Sentence, Token
from reportedly.text.pipeline import model_name, pipeline
from reportedly.text.quotes import quotations

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LONGEST_BODY = 400_000  # characters analysed a report: about a minute on one core; no news report comes near it
BATCH = 32  # reports parsed together; larger batches measured no faster and hold more memory
_COLUMNS = ("LEMMA", "LOWER", "POS", "TAG", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB", "SENT_START", "IDX", "LENGTH")


def parse(reports: Iterable[Report]) -> Iterator[Parsed]:
    """Parse reports in order, in batches. ModelError where the language model cannot be loaded."""
    name = model_name()
    stream = iter(reports)
    while batch := list(islice(stream, BATCH)):
        yield from _parse_batch(batch, pipeline(name), name)


def _parse_batch(batch: list[Report], nlp: Language, model: str) -> Iterator[Parsed]:
    prepared = [_prepare(report) for report in batch]
    docs = nlp.pipe(chain.from_iterable((c.text for c in cleaned) for _, cleaned, _, _ in prepared))
    for report, (spans, cleaned, dateline, problems) in zip(batch, prepared, strict=True):
        builder = _Builder(nlp)
        for n, (doc, source) in enumerate(zip(islice(docs, len(cleaned)), cleaned, strict=True)):
            builder.add(doc, source, n)
        yield Parsed(
            report=report, headings=sum(s.end <= report.body.start for s in spans), tokens=tuple(builder.tokens), sentences=tuple(builder.sentences), paragraphs=tuple(spans),
            quotations=quotations(report.text, spans), dateline=dateline, problems=tuple(problems), model=model,
        )  # fmt: skip


def _prepare(report: Report) -> tuple[list[Span], list[Cleaned], Span | None, list[Problem]]:
    """The paragraphs to parse, without the dateline, their clean copies, the dateline's span, and what stood in the way."""
    text, body, problems = report.text, report.body, []
    if body.end - body.start > LONGEST_BODY:
        body = Span(body.start, text.rfind(" ", body.start, body.start + LONGEST_BODY) + 1 or body.start + LONGEST_BODY)
        problems.append(Problem(
            code="too-long", spans=(Span(body.end, report.body.end),),
            message=f"Only the first {LONGEST_BODY:,} characters were analysed. Split the file into its reports and read it again.",
        ))  # fmt: skip
    if problem := language_problem(text, body, report.language):
        problems.append(problem)
        if problem.code == "not-english":
            return [], [], None, problems
    spans = paragraphs(text, body, tuple(b for b in report.breaks if body.holds(b)))
    dateline = _dateline(text, spans, report.dateline)
    if dateline:
        spans[0] = Span(dateline.end + _gap(text, dateline.end, spans[0].end), spans[0].end)
    headings = [s for s in (report.headline_at, report.subheadline_at) if s and s.end <= body.start]
    cleaned = [*(_heading(report, s) for s in headings), *(clean(text, s.start, s.end) for s in spans)]
    return headings + spans, cleaned, dateline, problems


def _heading(report: Report, span: Span) -> Cleaned:
    copy = clean(report.text, span.start, span.end)
    return Cleaned(text=sentence_case(copy.text, report.body.of(report.text)), origin=copy.origin)


def _dateline(text: str, spans: list[Span], dateline: str | None) -> Span | None:
    """Where the dateline stands at the head of the first paragraph."""
    if not dateline or not spans or not text.startswith(dateline, spans[0].start):
        return None
    return Span(spans[0].start, spans[0].start + len(dateline))


def _gap(text: str, start: int, end: int) -> int:
    """How many characters of dash and space part the dateline from the first sentence."""
    at = start
    while at < end and (text[at].isspace() or text[at] in "-\u2013\u2014:_"):
        at += 1
    return at - start


class _Builder:
    """Turns spaCy docs into our tokens; indices run through the whole report."""

    def __init__(self, nlp: Language) -> None:
        self._strings = nlp.vocab.strings
        self._seen: dict[int, str] = {0: ""}
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []

    def _string(self, key: int) -> str:
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = self._strings[key]
        return found

    def add(self, doc: Doc, source: Cleaned, para: int) -> None:
        """Add the tokens of one paragraph, white space left out."""
        rows = doc.to_array(list(_COLUMNS)).tolist()
        kept = [k for k, row in enumerate(rows) if not source.text[row[9] : row[9] + row[10]].isspace()]
        base, place = len(self.tokens), {k: n for n, k in enumerate(kept)}
        heads = [place.get(k + _signed(rows[k][5]), n) for n, k in enumerate(kept)]
        starts = _sentence_starts(rows, kept)
        edges = _edges(heads)
        kids = _kids(heads)
        string, text = self._string, source.text
        sent = len(self.sentences) - 1
        for n, k in enumerate(kept):
            lemma, lower, pos, tag, dep, _, ent, iob, _, at, length = rows[k]
            sent += n in starts
            self.tokens.append(Token(
                base + n, text[at : at + length], string(lower), string(lemma), string(pos), string(tag), string(dep),
                base + heads[n], source.start(at), source.end(at + length), string(ent), iob, sent, para,
                base + edges[n][0], base + edges[n][1], tuple(base + c for c in kids[n]),
            ))  # fmt: skip
        self._add_sentences(sorted(starts), base, len(kept), heads, para)

    def _add_sentences(self, starts: list[int], base: int, count: int, heads: list[int], para: int) -> None:
        for first, end in zip(starts, [*starts[1:], count], strict=True):
            root = next((n for n in range(first, end) if heads[n] == n), first)
            self.sentences.append(Sentence(len(self.sentences), base + first, base + end - 1, base + root, para))


def _signed(value: int) -> int:
    """spaCy stores head offsets as unsigned 64-bit numbers."""
    return value - (1 << 64) if value >= 1 << 63 else value


def _sentence_starts(rows: list[list[int]], kept: list[int]) -> set[int]:
    """Which kept tokens begin a sentence; a start that fell on white space moves to the next word."""
    starts, pending = set(), True
    position = {k: n for n, k in enumerate(kept)}
    for k, row in enumerate(rows):
        pending = pending or row[8] == 1
        if pending and k in position:
            starts.add(position[k])
            pending = False
    return starts


def _edges(heads: list[int]) -> list[list[int]]:
    """First and last token of each token's subtree."""
    edges = [[n, n] for n in range(len(heads))]
    for n in range(len(heads)):
        at = n
        while heads[at] != at:
            at = heads[at]
            low, high = edges[at]
            if low <= n <= high:
                continue
            edges[at] = [min(low, n), max(high, n)]
    return edges


def _kids(heads: list[int]) -> list[list[int]]:
    kids: list[list[int]] = [[] for _ in heads]
    for n, h in enumerate(heads):
        if h != n:
            kids[h].append(n)
    return kids
