"""How far the words of a source reach: its noun phrase with what says who speaks, without what the report adds."""

from __future__ import annotations

from reportedly.layers.claims.draft import Range
from reportedly.layers.claims.grammar import Tokens, kid
from reportedly.layers.claims.offices import sorts_of
from reportedly.layers.claims.subjects import ATTRIBUTING
from reportedly.text import Parsed, Token

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_HUMAN = frozenset({"person", "public", "fighter", "spoke", "sole", "office", "post", "civic"})
_LEADING = frozenset({"CCONJ", "PUNCT", "ADV", "SCONJ", "SPACE"})
_PARTICIPLES = frozenset({"VBG", "VBN", "VBD"})
_TIMES = frozenset({"DATE", "TIME"})
_DESCRIBING = frozenset("of from in to for at with behind inside within".split())
_MARKS = frozenset({")", '"'})
_QUOTES = frozenset({'"', "'"})
_NAMING = frozenset({"name", "identify", "quote"})
_REACHED = frozenset({"reach", "contact", "telephone"})
_SIGHTING = 24  # tokens looked at for its end; the longest of 5 in our corpus has 10
_SHORT = 5  # tokens of "which runs the cable": our corpus keeps 5 of 6 such clauses about bodies, and 1 of 11 that are longer


def source_range(parsed: Parsed, speaker: Token, head: int) -> Range:
    """The words of the source that turns on `speaker`, of a claim whose cue turns on `head`.

    For "who" they are those of whom it stands for, without the clause itself.
    """
    tokens = parsed.tokens
    meant = antecedent(tokens, speaker)
    if meant.i == speaker.i and speaker.lower in RELATIVES:
        return speaker.i, speaker.i
    first, last = _without_cue(tokens, meant, head)
    last = _without_asides(tokens, meant, last)
    last = _with_tie(tokens, meant, last, head)
    last = _with_sighting(tokens, meant, last)
    first = _without_opening(tokens, meant, first)
    while first < meant.i and tokens[first].pos in _LEADING and not _opens_quote(tokens, first, last):
        first += 1
    while last > meant.i and _ends_outside(tokens, meant, last):
        last -= 1
    if parsed.dateline is not None and tokens[first].start < parsed.dateline.end <= meant.start:
        first = next(t.i for t in tokens[first:] if t.start >= parsed.dateline.end and t.pos not in _LEADING)
    return first, max(first, last)


def _ends_outside(tokens: Tokens, speaker: Token, last: int) -> bool:
    """Whether a phrase ends before its last token: a mark, "and", the "'s" of a possessor."""
    t = tokens[last]
    if t.tag == "POS":
        return t.head == speaker.i and speaker.dep in ("poss", "nmod")
    return t.pos in ("PUNCT", "SPACE", "CCONJ") and t.text not in _MARKS


def _opens_quote(tokens: Tokens, first: int, last: int) -> bool:
    """A mark that another within the phrase closes: '"source close to government"'."""
    return tokens[first].text in _QUOTES and any(t.text == tokens[first].text for t in tokens[first + 1 : last + 1])


def antecedent(tokens: Tokens, word: Token) -> Token:
    """What a relative pronoun stands for; any other word for itself."""
    if word.lower not in RELATIVES or word.pos not in ("PRON", "DET", "SCONJ"):
        return word
    verb = tokens[word.head]
    for _ in range(4):
        if verb.dep == "relcl":
            return _speaking(tokens, tokens[verb.head], word)
        if verb.head == verb.i:
            break
        verb = tokens[verb.head]
    return word


def _speaking(tokens: Tokens, noun: Token, relative: Token) -> Token:
    """Of a phrase's nouns the one that a clause is about: "{members} of a group, who said", "{Roe Gas}, a firm in Oman, which said"."""
    person = relative.lower in ("who", "whom")
    at = noun
    for _ in range(4):
        if person and sorts_of(tokens, at) & _HUMAN or at.ent == "PERSON":
            return at
        above = tokens[tokens[at.head].head]
        if at.dep == "pobj" and above.pos in ("NOUN", "PROPN"):
            at = above
        elif at.dep == "pobj" and above.dep == "acl":
            at = tokens[above.head]
        elif at.dep == "appos" and not person:
            return tokens[at.head]
        else:
            return noun
    return noun


def _without_cue(tokens: Tokens, speaker: Token, head: int) -> Range:
    """The phrase without the clause that holds the cue, and what stands beyond it."""
    first, last = speaker.left, speaker.right
    for k in (k for own in speaker.kids for k in (own, *tokens[own].kids)):
        t = tokens[k]
        if t.left <= head <= t.right and not t.left <= speaker.i <= t.right and tokens[t.head].pos not in ("VERB", "AUX"):
            first, last = (first, min(last, t.left - 1)) if k > speaker.i else (max(first, t.right + 1), last)
    return first, last


def _without_opening(tokens: Tokens, speaker: Token, first: int) -> int:
    """The first token once a participle that opens the sentence is cut off: "{Reached by telephone,} the mayor said"."""
    for k in speaker.kids:
        t = tokens[k]
        if (
            first <= t.left <= k < speaker.i
            and t.tag in ("VBN", "VBG")
            and t.dep in ("acl", "advcl", "amod")
            and tokens[t.right + 1].text == ","
        ):
            return t.right + 2
    return first


def _without_asides(tokens: Tokens, speaker: Token, last: int) -> int:
    """The last token once what the report adds after a comma, and dates, are cut off."""
    for t in tokens[speaker.i + 1 : last + 1]:
        if t.i > last or t.left <= speaker.i or tokens[t.left - 1].text != ",":
            continue
        if t.dep == "relcl" and not _identifies(tokens, speaker, t):
            return t.left - 2
        if t.dep in ("acl", "advcl") and t.tag in _PARTICIPLES and not _shown(tokens, speaker, t):
            return t.left - 2
        if t.dep == "appos" and t.head == speaker.i and speaker.ent == "GPE":
            return t.left - 2
        if t.dep == "prep" and t.head == speaker.i and tokens[t.left].lower not in ("of", "with"):
            return t.left - 2
    for k in speaker.kids:
        t = tokens[k]
        if k > speaker.i and t.dep == "prep" and any(tokens[o].dep == "pcomp" for o in t.kids):
            return t.left - 1  # "accused by the union of lying"
        if k > speaker.i and t.right == last and t.tag != "CD" and _dates(tokens, t):
            return t.left - 1
    return last


def _dates(tokens: Tokens, t: Token) -> bool:
    return t.ent in _TIMES or (t.dep == "prep" and bool(t.kids) and tokens[t.kids[-1]].ent in _TIMES)


def _identifies(tokens: Tokens, speaker: Token, clause: Token) -> bool:
    """Whether a clause after a comma says who or what speaks, not what else happened.

    "The mayor, who founded the party" does; "Mr. Roe, who left in June", a clause with a claim of its own, and a longer one
    about a state or a body do not.
    """
    opening = {t.lower for t in tokens[clause.left : clause.i + 1]}
    if not opening & RELATIVES or clause.head != speaker.i and tokens[clause.head].dep != "appos":
        return False
    if _hides_name(tokens, clause):
        return True
    if clause.lemma in ATTRIBUTING or any(tokens[k].dep == "ccomp" for k in clause.kids):
        return False
    if speaker.pos == "NOUN" and speaker.tag == "NN" and clause.tag == "VBN" and "which" in opening:
        return True  # "a memorandum, a copy of which was seen by this newspaper"
    if opening & {"who", "whose"}:
        had = any(tokens[k].dep == "aux" and tokens[k].lower in ("had", "has", "have") for k in clause.kids)
        known = speaker.pos == "PROPN" and not _introduced(tokens, speaker)
        return not known and not (had and clause.tag == "VBN")
    return clause.right - clause.left <= _SHORT and speaker.ent != "GPE" and clause.head == speaker.i


def _hides_name(tokens: Tokens, clause: Token) -> bool:
    """ "who asked {not to be named}", "who requested {anonymity}"."""
    words = tokens[clause.i : clause.right + 1]
    unnamed = any(t.lemma in _NAMING and kid(tokens, t, "neg") is not None and kid(tokens, t, "auxpass") is not None for t in words)
    return unnamed or any(t.lemma == "anonymity" for t in words)


def _introduced(tokens: Tokens, name: Token) -> bool:
    """Whether a name is given in full: not "Mr. Roe", "Roe"."""
    before = [tokens[k] for k in name.kids if k < name.i and tokens[k].dep in ("compound", "amod", "nmod", "flat")]
    return any(t.lower.rstrip(".") not in ("mr", "mrs", "ms", "miss", "dr") for t in before)


def _shown(tokens: Tokens, speaker: Token, participle: Token) -> bool:
    """Whether a participle tells how a document was seen or a person reached: "sent by the embassy", "reached by radio"."""
    if speaker.pos != "NOUN" or participle.tag != "VBN":
        return False
    if "document" not in sorts_of(tokens, speaker):
        return participle.lemma in _REACHED
    return any(tokens[k].dep == "agent" or tokens[k].lower in ("by", "to") for k in participle.kids)


def _with_sighting(tokens: Tokens, speaker: Token, last: int) -> int:
    """The last token with how a document was seen, wherever the parse hung it: "a memo, a copy of which was read to Roe Press"."""
    after = last + 1
    if after >= len(tokens) or tokens[after].text != "," or "document" not in sorts_of(tokens, speaker):
        return last
    opening = [t.lower for t in tokens[after + 1 : after + 5]]
    if "which" not in opening or "of" not in opening:
        return last
    rest = [t for t in tokens[after + 1 : after + _SIGHTING] if t.sent == speaker.sent]
    return next((t.i - 1 for t in rest if t.text in (",", ".")), last)


def _with_tie(tokens: Tokens, speaker: Token, last: int, head: int) -> int:
    """The last token with a phrase that the parse hung on the verb: "quoted an aide {to the minister} as saying"."""
    after = last + 1
    if speaker.pos != "NOUN" or after >= len(tokens) or tokens[after].sent != speaker.sent or last != speaker.i:
        return last
    t = tokens[after]
    if speaker.dep in ("dobj", "nsubj") and t.dep == "prep" and t.head == speaker.head and t.lower == "to" and t.kids:
        return t.right if t.head < speaker.i and not t.left <= head <= t.right else last
    posted = t.dep == "ccomp" and t.tag == "VBN" and t.left == after and tokens[min(t.right + 1, len(tokens) - 1)].text == ","
    return t.right if posted and not t.left <= head <= t.right else last
