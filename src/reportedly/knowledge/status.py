"""What cues do to the status of what they govern: status.toml (frames and their certainties), status_cues.csv (cues)."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from reportedly.errors import KnowledgeError
from reportedly.knowledge.tables import HERE, rows
from reportedly.model import Record, Status

FRAMES, CUES = HERE / "status.toml", HERE / "status_cues.csv"
COLUMNS = ("cue", "pos", "frame")
LOCAL = frozenset({"negation", "few", "continuing", "lasting"})  # what a word does to its own clause: no frame
CERTAIN = 3  # the ends of the scale
KINDS = frozenset({"VERB", "PHRASAL", "NOUN", "ADJ", "AMOD", "ADV", "MARK", "PREP", "DET", "PRON", "LASTING"})


class Standing(NamedTuple):
    """A status with its certainty, -3 (certainly did not happen) to 3 (certainly happened)."""

    status: Status
    certainty: float


class Frame(NamedTuple):
    """What a governor does to its complement: where it holds itself, and where it is negated."""

    name: str
    positive: Standing
    negative: Standing


class StatusKnowledge(Record, frozen=True, kw_only=True):
    """`cues` maps (kind, word) to a frame's name or to one of LOCAL."""

    plain: dict[str, Standing]
    frames: dict[str, Frame]
    modals: dict[str, str]
    cues: dict[str, dict[str, str]]
    phrasal: frozenset[str] = frozenset()  # verbs that make a cue with a particle

    def frame(self, kind: str, word: str) -> Frame | None:
        """The frame that a word of that kind opens."""
        return self.frames.get(self.cues[kind].get(word, ""))


@cache
def status_knowledge() -> StatusKnowledge:
    """The frames and cues that come with reportedly, read once."""
    return load()


def load(frames: Path = FRAMES, cues: Path = CUES) -> StatusKnowledge:
    """The frames of a TOML file with the cues of a table. KnowledgeError says the file and what is wrong in it."""
    try:
        table = tomllib.loads(frames.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(frames.name, None, str(error)) from error
    plain = {name: _standing(frames, name, pair) for name, pair in table["plain"].items()}
    found = {name: _frame(frames, name, row) for name, row in table["frames"].items()}
    for modal, name in table["modals"].items():
        if name not in found:
            raise KnowledgeError(frames.name, None, f"the modal {modal!r} names no frame: {name!r}")
    words = _cues(cues, found)
    phrasal = frozenset(cue.split()[0] for cue in words["PHRASAL"])
    return StatusKnowledge(plain=plain, frames=found, modals=table["modals"], cues=words, phrasal=phrasal)


def _frame(file: Path, name: str, row: dict[str, Any]) -> Frame:
    return Frame(name, _standing(file, name, row.get("positive")), _standing(file, name, row.get("negative")))


def _standing(file: Path, name: str, pair: Any) -> Standing:
    try:
        standing = Standing(Status(pair[0]), float(pair[1]))
    except (ValueError, IndexError, TypeError) as error:
        raise KnowledgeError(file.name, None, f"{name}: {pair!r} is no [status, certainty]") from error
    if not -CERTAIN <= standing.certainty <= CERTAIN:
        raise KnowledgeError(file.name, None, f"{name}: certainty {standing.certainty} lies outside -{CERTAIN} to {CERTAIN}")
    return standing


def _cues(file: Path, frames: dict[str, Frame]) -> dict[str, dict[str, str]]:
    cues: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    for row in rows(file, COLUMNS):
        frame = row.one_of("frame", LOCAL | frames.keys())
        cues[row.one_of("pos", KINDS)].setdefault(row.text("cue"), frame)
    return cues
