"""Choose which place a name means, from its size and from what else the report speaks of."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from math import exp, log10

from reportedly.knowledge.gazetteer import Candidate
from reportedly.knowledge.naming import fold
from reportedly.knowledge.place_words import place_words
from reportedly.layers.places.names import Name, bears
from reportedly.model import Record
from reportedly.text import Parsed

MOST_TOLD = 4  # candidates that the notes tell of
MOST_CANDIDATES = 40  # of one name; the rest are smaller places of the same name

# Weights on the scale of the prior, where a tenfold population is worth 1. Chosen on 200 reports of LGL and 118 of TR-News (their
# development sets) by trying half and double of each: within 161 km F1 0.60 to 0.64 and 0.77 to 0.81 end to end.
COUNTRY_SAID = 6.0  # share of the report's country mentions that are the candidate's
REGION_SHARED = 8.0  # share of the report's names that could lie in the candidate's first-level region
CONTAINER = 6.0  # "Springfield, Illinois"
REGION_UNTOLD = 1.0  # most that this counts against a known place of the name ("Vienna") where no other name lies in that country
WORLD_CITY = 100_000  # inhabitants of such a place; 50,000 to 300,000 scored the same, 1,000,000 a little less
OTHER_NAME = 4.0  # off a place that only has this among its names where one of this very name is there: "Mora" is no Bilimora
FEATURE_SAID = 2.0  # "the city of", "province"
CITY_MEANT = 2.5  # off a subdivision called like a city in it, where no word says that the subdivision is meant
MOST_PEOPLE = 0.4  # share of its people that live in such a city: "Kharkiv" is the city, "Punjab" no town
FAR = 5.0  # degrees from a capital to a state that is not about it, as Lima's region is
SITES = ("AIRP", "CMPRF", "INSM", "LCTY", "PSN", "PSTB")  # known prisons, camps, bases and such of regions.csv
PRIOR_FEATURE = {
    "PCLI": 4.0,
    "PCLD": 3.0,
    "PCLS": 3.0,
    "PCL": 3.0,
    "CONT": 8.0,  # no town is meant by "Africa"
    "RGN": 2.5,
    "SEA": 2.5,
    "OCN": 2.5,
    "PPLC": 1.5,
    "ADM1": 1.5,
    "ADM2": -0.5,
    **dict.fromkeys(SITES, 3.5),  # a village called like one of them is not meant
}


class Chosen(Record, frozen=True, kw_only=True):
    """The place that a name means, and how sure that is (0 to 1)."""

    place: Candidate
    confidence: float


class Context:
    """What the whole report says about where it plays."""

    def __init__(self, parsed: Parsed, names: list[Name]) -> None:
        self._parsed = parsed
        self._features = place_words().features
        self._names = names
        self._containers = _containers(parsed, names)
        self._countries = Counter(n.country.code for n in names if n.country)
        self._said = max(1, sum(self._countries.values()))
        self._regions = _regions(names)
        self._likely = {(n.words, n.candidates[0].country) for n in names if n.candidates}
        self._borne = {n.words for n in names if any(bears(c, n.words) for c in n.candidates[:MOST_CANDIDATES])}
        self._most_region = max(self._regions.values(), default=1.0)

    def choose(self, n: int) -> Chosen | None:
        """The best candidate of name number n; None where there is none."""
        name = self._names[n]
        pool = name.candidates[:MOST_CANDIDATES]
        if not pool:
            return None
        scored = sorted(((sum(self._parts(name, n, c).values()), -k) for k, c in enumerate(pool)), reverse=True)
        best = scored[0]
        if self._parsed.notes is not None:
            for score, k in scored[:MOST_TOLD]:
                self._parsed.notes.add(name.span.start, "place", self._told(name, n, pool[-k], score))
        total = sum(exp(min(s - best[0], 0.0)) for s, _ in scored)
        return Chosen(place=pool[-best[1]], confidence=round(1 / total, 3))

    def _parts(self, name: Name, n: int, c: Candidate) -> dict[str, float]:
        """Prior and context, which are summed up; by name, so that each can be told."""
        container = self._containers.get(n)
        return {
            "population": log10(c.population + 10),
            "kind of place": PRIOR_FEATURE.get(c.feature, 0.0),
            "its country is spoken of": COUNTRY_SAID * self._countries.get(c.country or "", 0) / self._said,
            "other names lie in its region": self._shared(name, c),
            "another place is called so": -OTHER_NAME * (name.words in self._borne and not bears(c, name.words)),
            "a city is called so": -CITY_MEANT * self._has_city(name, c),
            "a capital goes before a state": CITY_MEANT * _capital_beside_state(name, c),
            "what stands after it": CONTAINER * _contains(container, c) if container is not None else 0.0,
            "the word beside it": FEATURE_SAID * self._said_feature(name, c),
        }  # fmt: skip

    def _has_city(self, name: Name, c: Candidate) -> bool:
        """Whether a subdivision has the capital, or most of its people, in a city of this very name."""
        if not c.feature.startswith("ADM") or self._said_feature(name, c) > 0:
            return False
        towns = (t for t in name.candidates if t.feature.startswith("PPL") and (t.country, t.admin1) == (c.country, c.admin1))
        return any(fold(t.name) == fold(name.words) and (t.feature == "PPLC" or t.population >= MOST_PEOPLE * c.population) for t in towns)

    def _shared(self, name: Name, c: Candidate) -> float:
        """What the other names say for the candidate's region: little where nothing names its country or the region itself."""
        if not c.admin1:
            return (
                REGION_SHARED if c.feature in SITES else 0.0
            )  # it has no region to share, and a village of its name always shares its own
        shared = REGION_SHARED * self._regions.get((c.country, c.admin1), 0.0) / self._most_region
        first = next((b for b in name.candidates if bears(b, name.words)), name.candidates[0])  # the likeliest of this very name
        if not _world(first) or c.country == first.country or c.country in self._countries:
            return shared
        return shared if any(k == c.country and w != name.words for w, k in self._likely) else min(shared, REGION_UNTOLD)

    def _told(self, name: Name, n: int, c: Candidate, score: float) -> str:
        """A candidate with its score, for the notes."""
        parts = ", ".join(f"{part} {value:+.1f}" for part, value in self._parts(name, n, c).items() if value)
        where = ", ".join(w for w in (c.admin1, c.country) if w)
        return f"candidate {c.name} ({where}; {c.feature}, GeoNames {c.geonames_id}, {c.population:,} people): {score:.1f} = {parts}"

    def _said_feature(self, name: Name, c: Candidate) -> int:
        """1 where a feature word by the name fits the candidate, -1 where one speaks against it, 0 where there is none."""
        tokens = self._parsed.tokens
        near = [tokens[i].lower for i in (name.first - 2, name.first - 1, name.last + 1) if 0 <= i < len(tokens) and name.first >= 0]
        if len(near) == 3 and near[1] != "of":
            near = near[2:]
        said = [self._features[w] for w in near if w in self._features]
        return 0 if not said else 1 if any(c.feature in codes for codes in said) else -1


def _capital_beside_state(name: Name, c: Candidate) -> bool:
    """Whether it is a capital whose country has a state of the name as well, elsewhere: "Washington"."""
    states = (s for s in name.candidates if s.feature == "ADM1" and s.country == c.country)
    return c.feature == "PPLC" and any(abs((s.lat or 0) - (c.lat or 0)) + abs((s.lon or 0) - (c.lon or 0)) > FAR for s in states)


def _containers(parsed: Parsed, names: list[Name]) -> dict[int, Name]:
    """Name number -> the name of what contains it: "Sirte, Libya", "Austin (Tex.)"."""
    found: dict[int, Name] = {}
    for n, (name, after) in enumerate(itertools.pairwise(names)):
        gap = parsed.text[name.span.end : after.span.start]
        if (
            gap.strip() in (",", "(")
            and len(gap) < 4
            and (after.country or any(not c.feature.startswith("PPL") for c in after.candidates[:5]))
        ):
            found[n] = after
    return found


def _contains(container: Name, c: Candidate) -> bool:
    if container.country is not None:
        return c.country == container.country.code
    return any(r.feature.startswith("ADM1") and (r.country, r.admin1 or r.name) == (c.country, c.admin1) for r in container.candidates[:5])


def _regions(names: list[Name]) -> dict[tuple[str | None, str | None], float]:
    """How many different names could lie in each first-level region, a name counting less the more regions it could be in."""
    found: dict[tuple[str | None, str | None], float] = defaultdict(float)
    for candidates in {n.words: n.candidates for n in names}.values():
        regions = {(c.country, c.admin1) for c in candidates[:MOST_CANDIDATES] if c.admin1}
        for region in regions:
            found[region] += 1 / (1 + len(regions)) ** 0.5
    return found


def _world(c: Candidate) -> bool:
    """Whether readers abroad know the place."""
    return c.feature == "PPLC" or c.population >= WORLD_CITY
