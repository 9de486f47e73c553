"""Whether a claim denies, by rules and encoder together: what both say of it, and what its words, place and company do."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from reportedly.knowledge.told_weights import told_weights
from reportedly.knowledge.weights import BASE, Weights, weighed
from reportedly.layers.claims.rejoinders import source_key
from reportedly.model import Claim, Stance

Clues = dict[str, float]
# Log-odds from which a claim is taken to deny: to lose a denial does more harm than to find one too many. Of 0, -0.15, -0.3, -0.6:
# F1 of denials held out, weights fitted on seven eighths of it, 0.718, 0.725, 0.725, 0.727; precision 0.787, 0.772, 0.757, 0.734.
DENYING = -0.15
# By how much less does for one that the rules see by its content alone. Of 0, 0.5, 0.75, 1: F1 as above 0.727, 0.730, 0.726, 0.725,
# recall 0.670, 0.679, 0.682, 0.682; 0.75 so that what is told in so many words stays.
IN_DOUBT = 0.75
MOST_LEAD, MOST_DOUBT, MOST_TOLD = 6.0, 6.0, 4.0  # log-odds from which more tells no more
FIRM = frozenset({"word", "certain"})  # grounds on which the rules' denial stands whatever the encoder hears


class Heard(msgspec.Struct, frozen=True):
    """What the encoder makes of a claim: the log chance of each stance, and the log-odds that it answers another."""

    stances: Clues
    answer: float


class Rejoinder(msgspec.Struct, frozen=True):
    """What the rules make of a claim as a denial: the log-odds against one that they do not see, and its clues."""

    doubt: float
    clues: Clues


def denial_clues(
    claims: Sequence[Claim], heard: Sequence[Heard], rejoinders: Sequence[Rejoinder], scores: Sequence[Clues], of: Weights | None = None
) -> list[Clues]:
    """For each claim what speaks for a denial; `scores` are those of its stances, `of` the weights of a rejoinder."""
    weights = told_weights()["rejoinder"] if of is None else of
    rows = zip(claims, heard, rejoinders, scores, strict=True)
    return [_alone(*row, weights) | _company(claims, heard, n) for n, row in enumerate(rows)]


def _alone(claim: Claim, heard: Heard, rejoinder: Rejoinder, scores: Clues, weights: Weights) -> Clues:
    like: Clues = {name: rejoinder.clues[name] for name in ("future", "like propose") if name in rejoinder.clues}
    return {
        BASE: 1.0,
        "rules": float(claim.stance is Stance.DENIES),
        "lead": _within(scores[Stance.DENIES] - max(s for name, s in scores.items() if name != Stance.DENIES), MOST_LEAD),
        "doubt": min(rejoinder.doubt, MOST_DOUBT),
        "rejoinder": _within(weighed(weights, rejoinder.clues), MOST_TOLD),
        "heard asserts": heard.stances[Stance.ASSERTS],
        "answers": heard.answer,
        **like,
    }


def _company(claims: Sequence[Claim], heard: Sequence[Heard], n: int) -> Clues:
    """What is heard of other claims of the same source."""
    same = [m for m, c in enumerate(claims) if m != n and source_key(c) == source_key(claims[n])]
    before = [m for m in same if m < n]
    clues = {"same source after": float(len(before) < len(same))}
    if before:
        chances = heard[before[-1]].stances
        lead = chances[Stance.DENIES] - max(s for name, s in chances.items() if name != Stance.DENIES)
        clues["same source before"] = _within(lead, MOST_TOLD)
        clues["same source answers before"] = max(heard[m].answer for m in before)
    return clues


def _within(value: float, most: float) -> float:
    return max(min(value, most), -most)


def denies(claim: Claim, firm: bool, clues: Clues, odds: float) -> bool:
    """Whether a claim is a denial; `firm` tells that the rules know what they say.

    What nothing ties to another's claim must besides lead by as much as is doubted of it.
    """
    if claim.stance is Stance.DENIES:
        return firm or odds > DENYING - IN_DOUBT
    return odds > DENYING and (clues["doubt"] == 0.0 or clues["lead"] > clues["doubt"])
