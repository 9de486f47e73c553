"""What a reporter could not check: "Reuters could not independently verify the report" is no claim, and nobody keeps silent."""

from __future__ import annotations

from reportedly.knowledge.organisations import organisations
from reportedly.layers.claims.grammar import Tokens, is_passive, kid
from reportedly.text import Token
from reportedly.text.parsed import joined

_CHECKING = frozenset({"verify", "corroborate", "authenticate", "substantiate", "geolocate"})
_CONFIRMING = frozenset({"confirm", "establish", "determine", "assess"})  # an official who cannot confirm keeps silent
_PROOF = frozenset({"confirmation", "verification", "corroboration", "proof"})
_MODAL = frozenset({"can", "could"})
_ABLE, _IMPOSSIBLE = frozenset({"able", "possible"}), frozenset({"impossible"})
_NEVER = frozenset({"not", "n't", "never", "neither"})
_LITTLE = frozenset({"aux", "auxpass", "neg", "advmod", "det"})  # what a cue may be cut to: "could", "no"
_PRESS = "JRN"


def is_unchecked(tokens: Tokens, head: Token) -> bool:
    """Whether a word tells that somebody who looked into it could not find out whether a report is true."""
    if head.dep in _LITTLE:
        head = tokens[head.head]
    if head.pos == "NOUN":
        return _is_no_proof(tokens, head)
    verb = _verb(tokens, head)
    if verb is None or verb.lemma not in _CHECKING | _CONFIRMING or not _cannot(tokens, verb):
        return False
    alone = any(tokens[k].lower == "independently" for k in verb.kids)
    return verb.lemma in _CHECKING or alone or is_passive(tokens, verb) or _is_press(tokens, verb)


def _is_no_proof(tokens: Tokens, noun: Token) -> bool:
    """ "There was no independent confirmation": nobody is asked, and nobody says so."""
    there = kid(tokens, tokens[noun.head], "expl")
    return noun.lemma in _PROOF and there is not None and any(tokens[k].lower == "no" for k in noun.kids)


def _verb(tokens: Tokens, head: Token) -> Token | None:
    """The verb of checking that a word or "impossible" leads to."""
    state = kid(tokens, head, "acomp") or head
    if state.lemma in _ABLE | _IMPOSSIBLE:
        return kid(tokens, state, "xcomp") or kid(tokens, tokens[state.head], "xcomp")  # "it was not possible to verify"
    return head if head.pos in ("VERB", "AUX") else None


def _cannot(tokens: Tokens, verb: Token) -> bool:
    modal = any(tokens[k].dep == "aux" and tokens[k].lemma in _MODAL for k in verb.kids)
    if modal and _negated(tokens, verb):
        return True
    above = tokens[verb.head] if verb.dep == "xcomp" else verb
    state = kid(tokens, above, "acomp") or above
    return state.lemma in _IMPOSSIBLE or state.lemma in _ABLE and (_negated(tokens, state) or _negated(tokens, tokens[state.head]))


def _negated(tokens: Tokens, word: Token) -> bool:
    subject = kid(tokens, word, "nsubj", "nsubjpass")
    return any(tokens[k].lower in _NEVER for k in word.kids) or subject is not None and tokens[subject.left].lower == "neither"


def _is_press(tokens: Tokens, verb: Token) -> bool:
    """Whether who could not confirm it is a newspaper, an agency or a broadcaster."""
    above = tokens[verb.head] if verb.dep == "xcomp" else verb
    subject = kid(tokens, verb, "nsubj") or kid(tokens, above, "nsubj") or kid(tokens, tokens[above.head], "nsubj")
    if subject is None:
        return False
    known = organisations().by_name(joined(tokens, subject.left, subject.i))
    return known is not None and _PRESS in known.roles
