"""Assertions of different sources that cannot both be true: other figures, another agent, the opposite, another account."""

from __future__ import annotations

from collections.abc import Iterator
from math import log1p

from reportedly.knowledge.answer_words import answer_words
from reportedly.knowledge.dispute_weights import dispute_weights
from reportedly.knowledge.opposites import opposites
from reportedly.layers.disputes.answers import Met, chance
from reportedly.layers.disputes.clues import Clues
from reportedly.layers.disputes.counts import BARE, MONEY, Count, bare_differs, counts, differing, gives_figure, inherited, one_day
from reportedly.layers.disputes.matter import Matter, Matters
from reportedly.layers.disputes.roots import MATTER, lemma, matters_of, root
from reportedly.model import DisputeKind, SourceKind, Stance
from reportedly.text import Token

ASSERTED = frozenset({Stance.ASSERTS, Stance.BELIEVES, Stance.WARNS, Stance.RELAYS})
FARTHEST = 5  # paragraphs apart, unless a heading is one of the two; of 3, 5, 8: F1 0.64, 0.65, 0.65 on our corpus
SAME_MATTER = 0.1  # nearness of two claims on one matter; of 0.05, 0.1, 0.2: F1 0.67, 0.65, 0.66
# Chance from which the encoder and the rules together take two claims to contradict each other. Of 0.15, 0.2, 0.3: F1 in unseen passages
# 0.36, 0.32, 0.28, by the rules alone 0.23.
LEAST_HEARD = 0.15
# From where on the encoder finds the matters of two claims alike, where they share no word and nobody is said to have done anything: F1 in
# unseen passages stays 0.36.
ALIKE = 0.1
FEW = 12  # words of "gave a different account of the fight"


class Rivals:
    """The assertions of a report, and which of them contradict each other."""

    def __init__(self, matters: Matters, met: dict[str, Met]) -> None:
        self._matters = matters
        self._met = {(a.id, m.id) for a in matters.all for m in met.get(a.id, ())}
        self._denials = [(a, m) for a in matters.all for m in met.get(a.id, ()) if a.claim.stance is Stance.DENIES]
        self._counts: dict[str, tuple[Count, ...]] = inherited({m.id: counts(matters.parsed, m) for m in matters.all}, matters.all)
        self._agents = {m.id: _agents(matters, m) for m in matters.all}

    def contradicting(self) -> Iterator[tuple[Matter, Matter]]:
        """Every two claims that contradict each other, the later first."""
        found = [pair for pair in self.pairs() if self._contradict(*pair)]
        ids = {(a.id, b.id) for a, b in found}
        inner = {(outer, b) for a, b in found for outer in a.within if (outer, b.id) in ids}
        yield from ((a, b) for a, b in found if (a.id, b) not in inner)

    def _contradict(self, later: Matter, earlier: Matter) -> bool:
        shown = self.heard_clues(later, earlier)
        if shown is None:
            return self._has_grounds(later, earlier)
        return chance(dispute_weights()["contradiction heard"], shown) >= LEAST_HEARD and self._are_tied(later, earlier, shown)

    def _are_tied(self, later: Matter, earlier: Matter, shown: Clues) -> bool:
        """Whether anything but the chance heard ties two claims: "flour was short" does not contradict "two men had died"."""
        if not shown["nothing shared"] or shown["grounds"] or shown["one side"] or later.alleges or earlier.alleges:
            return True
        return self._matters.alike(later, earlier) >= ALIKE

    def _settled_by_figures(self, later: Matter, earlier: Matter) -> bool:
        """Whether the rules alone know best: both give figures, of one thing or of several, and the encoder cannot compare them."""
        one, other = self._counts[later.id], self._counts[earlier.id]
        if not one or not other:
            return gives_figure(later) or gives_figure(earlier)
        named = not any(c.of == BARE for c in (*one, *other)) or bool({c.of for c in one} & {c.of for c in other} - {BARE})
        return named or not (bare_differs(one, other) or bare_differs(other, one))

    def _has_grounds(self, later: Matter, earlier: Matter) -> bool:
        return next(self.grounds(later, earlier), None) is not None

    def heard_clues(self, later: Matter, earlier: Matter) -> Clues | None:
        """The rules' word on two claims and the encoder's, either way round; None where the rules alone decide."""
        one, other = (self._matters.heard(DisputeKind.CONTRADICTS, *pair) for pair in ((later, earlier), (earlier, later)))
        if one is None or other is None or self._settled_by_figures(later, earlier):
            return None
        near = self._matters.nearness(later, earlier)
        return {
            "heard": max(one, other),
            "heard, the other way": min(one, other),
            "grounds": float(self._has_grounds(later, earlier)),
            "near": near,
            "nothing shared": float(near == 0),
            "claims between": log1p(self._between(later, earlier)),
            "paragraphs": log1p(abs(later.paragraph - earlier.paragraph)),
            "one side": float(bool(later.side & earlier.side)),
        }

    def pairs(self) -> Iterator[tuple[Matter, Matter]]:
        """Every two claims that could."""
        said = [m for m in self._matters.all if m.claim.stance in ASSERTED or m.claim.stance is Stance.DENIES]
        for n, later in enumerate(said):
            yield from ((later, earlier) for earlier in said[:n] if self._may(later, earlier))

    def _may(self, later: Matter, earlier: Matter) -> bool:
        if self._matters.one_voice(later, earlier) or later.id in earlier.within or earlier.id in later.within:
            return False
        if later.claim.stance is Stance.DENIES or {(later.id, earlier.id), (earlier.id, later.id)} & self._met:
            return False
        return abs(later.paragraph - earlier.paragraph) <= FARTHEST or later.heading or earlier.heading

    def grounds(self, later: Matter, earlier: Matter) -> Iterator[str]:
        """Why two claims cannot both be true, in the words of this module."""
        between = self._between(later, earlier)
        if earlier.claim.stance is not Stance.DENIES:
            yield from self._figures(later, earlier, between)
            yield from self._instead(later, earlier)
            yield from self._matter(later, earlier, between)
        elif between == 0 and not earlier.heading and later.sentence - earlier.sentence <= 1 and self._answers_back(later, earlier):
            yield "answers a denial"
        if later.heading == earlier.heading and self._is_next(later, earlier) and self._gives_another_account(later):
            yield "another account"

    def _between(self, later: Matter, earlier: Matter) -> int:
        """Statements of others between the two; those nested in one of the two are no others."""
        return sum(
            not m.within and not self._matters.one_voice(m, later) and not self._matters.one_voice(m, earlier)
            for m in self._matters.all[earlier.number + 1 : later.number]
        )

    def _is_next(self, later: Matter, earlier: Matter) -> bool:
        """Whether the earlier is the last statement before the later one that stands on its own."""
        before = [m for m in self._matters.all[: later.number] if not m.within and not self._matters.one_voice(m, later)]
        return bool(before) and before[-1] is earlier

    def _figures(self, later: Matter, earlier: Matter, between: int) -> Iterator[str]:
        one, other = self._counts[later.id], self._counts[earlier.id]
        on_matter = self._matters.nearness(later, earlier) >= SAME_MATTER
        kinds = differing(one, other)
        given = gives_figure(later) or gives_figure(earlier)
        people = kinds - {MONEY} and (on_matter or given or between <= 1) and one_day(later, earlier)
        money = MONEY in kinds and between <= 1 and (on_matter or given)
        alone = between <= 1 and (gives_figure(later) or len(later.tokens) < FIGURE_ALONE) and bare_differs(one, other)
        if people or money or alone:
            yield "figures"

    def _instead(self, later: Matter, earlier: Matter) -> Iterator[str]:
        """Who denies a claim tells at once how it was instead: "denied it and blamed the rebels"."""
        if later.claim.stance not in (Stance.ASSERTS, Stance.BELIEVES):
            return
        for denial, denied in self._denials:
            if denied is not earlier or not self._matters.one_voice(denial, later) or not 0 <= later.sentence - denial.sentence <= 1:
                continue
            at_once = later.sentence == denial.sentence and any(t.tag == "VBG" for t in later.cue)
            blames = bool(later.cue_lemmas & answer_words()["blaming"])
            if at_once or blames or self._other_agent(later, earlier) or self._opposed(later, earlier):
                yield "told instead"

    def _matter(self, later: Matter, earlier: Matter, between: int) -> Iterator[str]:
        near = self._matters.nearness(later, earlier) >= SAME_MATTER
        if near and self._opposed(later, earlier) and self._share_a_thing(later, earlier):
            yield "opposites"
        mutual = bool(later.side & earlier.speaks_of) and bool(earlier.side & later.speaks_of)
        if between <= 1 and (self._blames_another(later, earlier) or (mutual and self._other_agent(later, earlier, HARM))):
            yield "another agent"
        verbs = later.root_verbs & earlier.root_verbs
        opposed = verbs and self._negated(later, verbs) != self._negated(earlier, verbs)
        if between <= 1 and near and opposed and self._share_a_thing(later, earlier):
            yield "one says no"

    def _answers_back(self, later: Matter, denial: Matter) -> bool:
        """Whether a third voice upholds what was denied: "records, however, show", "but a witness said"."""
        sides = [m for a, m in self._denials if a is denial]
        if self._matters.one_state(later, denial) or self._matters.one_voice(later, denial):
            return False
        if not later.negative and denial.negative and later.root_verbs & denial.root_verbs and later.things & denial.things:
            return True
        if later.side & denial.side:
            return False
        upheld = any(self._matters.nearness(later, m) >= SAME_MATTER for m in [*sides, denial])
        return bool(self._around(later) & answer_words()["contrasting"]) or (later.claim.source.kind is SourceKind.DOCUMENT and upheld)

    def _gives_another_account(self, later: Matter) -> bool:
        words = answer_words()
        told = self._around(later) | (later.lemmas if len(later.tokens) < FEW else frozenset())
        return bool(later.cue_lemmas & words["countering"]) or bool(told & words["differing"] and told & words["differed"])

    def _opposed(self, later: Matter, earlier: Matter) -> bool:
        return any((a, b) in opposites() for a in later.lemmas for b in earlier.lemmas)

    def _share_a_thing(self, later: Matter, earlier: Matter) -> bool:
        return bool(later.things & earlier.things)

    def _other_agent(self, later: Matter, earlier: Matter, deeds: frozenset[str] | None = None) -> bool:
        one, other = self._agents[later.id], self._agents[earlier.id]
        shared = one.keys() & other.keys() if deeds is None else one.keys() & other.keys() & deeds
        return any(not one[deed] & other[deed] for deed in shared)

    def _blames_another(self, later: Matter, earlier: Matter) -> bool:
        """Whether both say who is to blame for one thing, and do not blame the same."""
        blaming = answer_words()["blaming"]
        if not (later.cue_lemmas & blaming and earlier.cue_lemmas & blaming and later.things & earlier.things):
            return False
        one, other = ({root(lemma(t)) for t in m.tokens if t.dep == "dobj"} for m in (later, earlier))
        return bool(one and other) and not one & other

    def _negated(self, matter: Matter, verbs: frozenset[str]) -> bool:
        heads = [t for t in matter.tokens if t.pos == "VERB" and root(lemma(t)) in verbs]
        return any(k.dep == "neg" or k.lower in NOBODY for t in heads for k in self._kin(t))

    def _kin(self, verb: Token) -> list[Token]:
        parsed = self._matters.parsed
        named = [w for k in parsed.children(verb, "nsubj", "nsubjpass", "dobj") for w in parsed.subtree(k)]
        return [*parsed.children(verb), *named]

    def _around(self, matter: Matter) -> frozenset[str]:
        """The words of the sentence before the cue and its content that may set it against another."""
        if matter.first is None:
            return frozenset()
        inside = {t.i for t in matter.tokens}
        return frozenset(lemma(t) for t in self._matters.parsed.sentence(matter.first) if t.i not in inside)


# Matters in which two sides accuse each other.
HARM = frozenset(
    MATTER + m for m in "kill wound shoot shell bomb attack beat start sink cross capture cut burn hack crash use open poison".split()
)
NOBODY = frozenset({"no", "nobody", "none", "nothing", "not", "never", "neither"})
FIGURE_ALONE = 5  # words of a content that gives but a figure: "spoke of five"


def _agents(matters: Matters, matter: Matter) -> dict[str, frozenset[str]]:
    """Who does what in a claim: deeds and matters to the roots of their subjects."""
    found: dict[str, frozenset[str]] = {}
    for t in matter.tokens:
        if t.pos != "VERB":
            continue
        named = [w for s in _doers(matters, t) for w in matters.parsed.subtree(s) if w.pos in {"NOUN", "PROPN", "ADJ"}]
        who = frozenset(root(lemma(w)) for w in ([w for w in named if w.text[0].isupper()] or named))
        if who:
            done = [t, *matters.parsed.children(t, "dobj")]
            found |= dict.fromkeys((root(lemma(t)), *(m for d in done for m in matters_of(lemma(d)))), who)
    return found


def _doers(matters: Matters, verb: Token) -> list[Token]:
    """Its subjects; of a passive who did it; of "accused the army of shelling" the army."""
    parsed = matters.parsed
    if (by := parsed.child(verb, "agent")) is not None:
        return parsed.children(by, "pobj")
    if verb.dep == "pcomp" and parsed.head(verb).lower in {"of", "for"}:
        return parsed.children(parsed.head(parsed.head(verb)), "dobj")
    return parsed.children(verb, "nsubj")
