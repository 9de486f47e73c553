"""How certainty composes: a frame under a governor that itself may not hold, and negation."""

from __future__ import annotations

from reportedly.knowledge.status import Frame, Standing, StatusKnowledge
from reportedly.model import Status

HOLDS = 1.5  # from this certainty on a governor counts as having happened; UW rows of "did" and "may" part here
OPPOSED = frozenset({Status.DENIED, Status.DID_NOT_HAPPEN})
REAL = frozenset({Status.HAPPENED, Status.ONGOING})


def under(outer: Standing, frame: Frame) -> Standing:
    """What a frame's complement is where the frame's governor stands as `outer`."""
    if outer.status is Status.DENIED:
        return Standing(Status.DENIED, min(outer.certainty, frame.negative.certainty)) if frame.positive.certainty > 0 else frame.negative
    if outer.status is Status.DID_NOT_HAPPEN:
        return frame.negative
    if outer.status in REAL:
        return frame.positive if outer.certainty >= HOLDS else Standing(frame.positive.status, weaker(outer, frame.positive))
    if frame.name == "factive":
        return frame.positive
    if frame.positive.status in REAL or outer.status is Status.CONDITIONAL:
        return outer  # "if they plan to attack": the attack too hangs on the condition
    if frame.positive.certainty < 0:
        return Standing(Status.POSSIBLE, frame.positive.certainty / 3)
    return Standing(frame.positive.status, weaker(outer, frame.positive))


def weaker(a: Standing, b: Standing) -> float:
    """The certainty of the less certain of two."""
    return min(a.certainty, b.certainty, key=abs)


def negated(outer: Standing, knowledge: StatusKnowledge) -> Standing:
    """A negated clause where the same clause unnegated would stand as `outer`; a denial stays one."""
    if outer.status is Status.DENIED:
        return outer
    plain = knowledge.plain["negated"]
    if outer.status in REAL:
        return plain
    if outer.certainty < 0:
        return Standing(Status.POSSIBLE, -outer.certainty / 2)
    return Standing(plain.status, plain.certainty / 2)


def real(standing: Standing) -> bool:
    """Whether the standing is that of something that happened or goes on."""
    return standing.status in REAL and standing.certainty >= HOLDS


def by_denial(known: StatusKnowledge, standing: Standing) -> Standing:
    """What a denied clause becomes, whatever it was."""
    return Standing(Status.DENIED, known.frames["denial"].positive.certainty) if standing.status is not Status.DENIED else standing
