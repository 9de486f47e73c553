"""Countries and the words that stand for governments, where they are meant as actors."""

from __future__ import annotations

from reportedly.knowledge.organisations import organisations
from reportedly.layers.actors.clues import Clues
from reportedly.layers.actors.found import Found
from reportedly.layers.actors.nations import Nation, Sort
from reportedly.layers.metonymy import literal
from reportedly.model import ActorKind, MentionForm
from reportedly.text.parsed import joined

SEATED = frozenset({"based", "born", "bound", "educated", "headquartered", "listed", "registered"})


def states(clues: Clues, covered: set[int]) -> list[Found]:
    """The mentions of governments, and of organisations that a place stands for ("Brussels"); names in `covered` left out."""
    once = {n.first: n for n in clues.nations.values() if n.sort is not Sort.ADJECTIVE and n.first not in covered}
    return [_state(clues, n) for n in once.values() if not (literal(clues.parsed, n.first, n.last) or _seat(clues, n))]


def _seat(clues: Clues, nation: Nation) -> bool:
    """Whether a hyphen makes of a name where somebody is or comes from: "Lima-based", not "Lima-led"."""
    hyphen, after = (clues.tokens[min(nation.last + k, len(clues.tokens) - 1)] for k in (1, 2))
    return hyphen.text == "-" and after.lower in SEATED


def _state(clues: Clues, nation: Nation) -> Found:
    first, head = clues.article(nation.first), clues.head(nation.first, nation.last)
    if nation.sort is Sort.NAME:
        return _country(nation, first, head, MentionForm.NAME)
    words = joined(clues.tokens, nation.first, nation.last)
    core = tuple(words.lower().split())
    if body := organisations().by_metonym(words):
        return Found(
            first=first, last=nation.last, head=head, form=MentionForm.METONYM, kind=ActorKind.ORGANISATION, core=core,
            country=body.country, roles=body.roles, known=body,
        )  # fmt: skip
    if nation.role != "GOV":  # "the Pentagon" is an organisation of its own
        return Found(
            first=first, last=nation.last, head=head, form=MentionForm.NAME, kind=ActorKind.ORGANISATION, core=core,
            country=nation.code, roles=(nation.role,),
        )  # fmt: skip
    return _country(nation, first, head, MentionForm.METONYM)


def _country(nation: Nation, first: int, head: int, form: MentionForm) -> Found:
    return Found(first=first, last=nation.last, head=head, form=form, kind=ActorKind.COUNTRY, country=nation.code, core=(nation.key,))
