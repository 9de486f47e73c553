"""Silences about a matter: "did not explain the delay", "has not spoken of the raid", "neither confirmed nor denied it"."""

from __future__ import annotations

from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.draft import Draft, Range
from reportedly.layers.claims.grammar import Tokens, cue_of, is_passive, kid, negation
from reportedly.layers.claims.questions import question_of
from reportedly.layers.claims.silent import ABOUT, Silence, complement, did_not, is_day, is_perfect, silence_at, whole_cue, yet_to
from reportedly.layers.claims.speakers import meets_press, speaks
from reportedly.layers.claims.subjects import subject
from reportedly.model import Stance
from reportedly.text import Token

_NEUTRAL = frozenset({"confirm", "deny"})
_AFFIRMING = frozenset("confirm admit acknowledge endorse claim accept own affirm concede support corroborate".split())
_DENYING = frozenset("deny dispute disclaim refute reject contradict disown dismiss disavow exclude rebut challenge".split())
_NONE = frozenset({"no", "none", "neither", "nothing"})
_BODIES = frozenset({"it", "that", "which"})
_AUDIENCES = frozenset("nation meeting rally conference audience gathering summit session public mourner press congress forum".split())
_SELF = frozenset({"he", "she", "it", "they"})
_MATTER = ABOUT | {"of"}


def unspoken_of(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """The silence of somebody who leaves a matter unsaid, by a negated verb; None where it tells of none."""
    if (other := _other_half(tokens, verb)) is not None:
        return _neither(tokens, verb, other)
    return _leaves_unsaid(tokens, verb, words)


def has_not_spoken(tokens: Tokens, verb: Token) -> Silence | None:
    """ "has not spoken about the raid", "has yet to speak in public", of somebody who could."""
    who = subject(tokens, verb)
    if not (is_perfect(tokens, verb) or yet_to(tokens, verb)) or who < 0 or not speaks(tokens[who]) or not meets_press(tokens, verb):
        return None
    about = next((t for k in verb.kids if (t := tokens[k]).lower in _MATTER and not is_day(tokens, t) and k > verb.i), None)
    openly = next((tokens[k] for k in verb.kids if k > verb.i and tokens[k].lower in ("publicly", "openly")), None)
    public = next((tokens[k] for k in verb.kids if tokens[k].lower == "in" and tokens[k + 1].lower == "public"), None)
    if about is None and openly is None and public is None:
        return None
    cue = whole_cue(tokens, verb)
    last = max(cue[1], openly.i) if openly is not None and openly.i == cue[1] + 1 else cue[1]
    told = about or public
    return Draft(verb.i, "silence", who, (cue[0], last), ((told.left, told.right),) if told is not None else ()), Stance.DECLINES


def _other_half(tokens: Tokens, verb: Token) -> Token | None:
    """The second verb of "neither confirmed nor denied", "neither endorses nor disputes"."""
    other = kid(tokens, verb, "conj")
    if other is None:
        return None
    if verb.lemma in _NEUTRAL and other.lemma in _NEUTRAL:
        return other
    no = negation(tokens, verb)
    apart = (verb.lemma in _AFFIRMING and other.lemma in _DENYING) or (verb.lemma in _DENYING and other.lemma in _AFFIRMING)
    return other if apart and no is not None and no.lower == "neither" else None


def _neither(tokens: Tokens, verb: Token, other: Token) -> Silence:
    """ "neither confirmed nor denied the report", "neither claimed the rocket nor disclaimed it"."""
    own = complement(tokens, verb)
    last = other if own is None or own[0] > other.i else verb
    draft, stance = silence_at(tokens, verb, complement(tokens, other) if last is other else own, Stance.DECLINES)
    return Draft(draft.head, draft.shape, draft.speaker, (cue_of(tokens, verb)[0], last.i), draft.content), stance


def _leaves_unsaid(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "did not explain the delay", "has not confirmed the toll", "has yet to name a suspect": of others than the one who speaks."""
    told = verb.lemma in words["unsaid"] or (verb.lemma == "say" and kid(tokens, verb, "dobj", "ccomp", "xcomp") is None)
    if not told or is_passive(tokens, verb) or not did_not(tokens, verb) or _tells_of_self(tokens, verb):
        return None
    who, matter = subject(tokens, verb), _unsaid_matter(tokens, verb)
    if (
        (matter is None and question_of(tokens, verb) is None)
        or who < 0
        or not (speaks(tokens[who]) or tokens[who].lower in _BODIES or tokens[who].lemma in words["written"])
    ):
        return None
    return silence_at(tokens, verb, matter, Stance.DECLINES)


def _unsaid_matter(tokens: Tokens, verb: Token) -> Range | None:
    """What was not said: a thing or a clause, not the crowd that was not addressed, nor what somebody was not named to be."""
    thing = kid(tokens, verb, "dobj")
    if kid(tokens, verb, "oprd") is not None or (thing is not None and _is_no_matter(tokens, verb, thing)):
        return None
    noun = tokens[verb.head]
    if verb.dep == "relcl" and thing is not None and thing.lower in ("that", "which") and noun.pos == "NOUN":
        return noun.left, tokens[thing.left].i - 1 if tokens[thing.left - 1].text != "," else thing.left - 2
    if thing is not None and (thing.lower.endswith(("self", "selves")) or thing.i < verb.i):
        return None
    return complement(tokens, verb)


def _is_no_matter(tokens: Tokens, verb: Token, thing: Token) -> bool:
    """A crowd that was not addressed, a nominee not confirmed, a successor not named, a body or a cause not identified."""
    if verb.lemma == "address":
        return speaks(thing) or thing.lemma in _AUDIENCES
    if verb.lemma == "confirm":
        return speaks(thing) or any(tokens[k].lower == "as" for k in verb.kids)
    if thing.pos == "PRON":
        return verb.lemma in ("name", "identify")
    article = kid(tokens, thing, "det")
    if verb.lemma == "name":
        return speaks(thing) and article is not None and article.lower in ("a", "an")
    return verb.lemma == "identify" and not (speaks(thing) and not is_perfect(tokens, verb))


def keeps_nothing_back(tokens: Tokens, verb: Token) -> bool:
    """ "has not named a successor", "did not address the crowd", "said he had not named the donor": no silence, whatever it sounds like."""
    if verb.lemma not in silence_words()["unsaid"] or negation(tokens, verb) is None or not did_not(tokens, verb):
        return False
    thing = kid(tokens, verb, "dobj")
    return _tells_of_self(tokens, verb) or (thing is not None and thing.i > verb.i and _is_no_matter(tokens, verb, thing))


def _tells_of_self(tokens: Tokens, verb: Token) -> bool:
    """ "He said he had not named the man", "I did not explain it": somebody tells what he did not do."""
    while verb.dep == "conj" and verb.head != verb.i and kid(tokens, verb, "nsubj") is None:
        if any(tokens[k].lower == "but" for k in tokens[verb.head].kids):
            return False  # "said it rejoiced but did not explain": the report tells that
        verb = tokens[verb.head]
    who = kid(tokens, verb, "nsubj")
    reported = verb.dep == "ccomp" and tokens[verb.head].lemma in silence_words()["replying"] | {"tell", "add", "deny", "insist"}
    return who is not None and (who.lower in ("i", "we", "you") or (reported and who.lower in _SELF))


def none_of(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "answered no calls", "answered none of the letters", "would confirm neither the date nor the place", "explained none of it"."""
    thing = kid(tokens, verb, "dobj")
    if thing is None or thing.i < verb.i:
        return None
    no = next((t for t in tokens[verb.i + 1 : thing.i + 1] if t.lower in _NONE), None)
    if no is None or (who := subject(tokens, verb)) < 0 or not (speaks(tokens[who]) or tokens[who].lower in _BODIES):
        return None
    answers = verb.lemma in words["answering"] | {"take", "acknowledge"}
    if verb.lemma == "take" and (thing.i == no.i and thing.right == thing.i or no.lower == "nothing"):
        return None  # "will take nothing less"
    if not answers and verb.lemma not in words["withholding"] | words["unsaid"]:
        return None
    asked = thing if thing.i != no.i else next((t for t in tokens[no.i + 1 : thing.right + 1] if t.dep == "pobj"), None)
    if answers and asked is not None and asked.lemma not in words["asked"]:
        return None
    if not answers and no.lower in ("no", "nothing"):
        return None  # "said nothing", "confirmed no deaths"
    last = no.i + (tokens[no.i + 1].lower == "of")
    content = ((last + 1, thing.right),) if thing.right > last else ()
    first = min([k for k in verb.kids if tokens[k].dep == "aux" and verb.i - 3 <= k < verb.i], default=verb.i)
    stance = Stance.NO_ANSWER if answers and asked is not None else Stance.DECLINES
    return Draft(verb.i, "silence", who, (first, last), content), stance
