"""Which place a name means when nothing else is known: all places of the gazetteer, merged and put in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from reportedly.knowledge.countries import Country, countries
from reportedly.knowledge.divisions import subdivisions
from reportedly.knowledge.geonames import Entry, cities, populations
from reportedly.knowledge.naming import fold, key
from reportedly.knowledge.regions import Region, regions
from reportedly.knowledge.spellings import spellings

COUNTRY, NEWSWORTHY, PLACE = range(3)  # what comes first
BIG_CAPITAL = 200_000  # people; smaller capitals (Victoria, Hamilton) come among the other places of their name
FEATURES = {"state": "PCLI", "territory": "PCLD", "disputed": "RGN", "former": "PCLH"}
NAMESAKE = 50  # a subdivision comes after a place of its name within it, unless it has this many times its people
Ranked = tuple[Entry, int]


def ranked_entries() -> Iterator[Ranked]:
    """Every entry of the gazetteer with its tier, in an order that depends on the inputs only."""
    settled = list(cities())
    entries = {e.geonames_id: e for e in (*settled, *subdivisions(settled))}
    tiers: dict[int | None, int] = {}
    _mark_capitals(entries, tiers)
    unlisted = [*_merge_regions(entries, tiers), *_merge_countries(entries, tiers)]
    yield from ((entry, tiers.get(geonames_id, PLACE)) for geonames_id, entry in entries.items())
    yield from unlisted


def ranked_names(ranked: Iterable[Ranked]) -> Iterator[tuple[str, int, int]]:
    """(key, rank, place) for each name of each place, in the order of keys; the place is its number in the input."""
    entries = list(ranked)
    named: defaultdict[str, list[int]] = defaultdict(list)
    for place, (entry, _) in enumerate(entries):
        for word in {key(name) for name in (entry.name, *entry.names)} - {""}:
            named[word].append(place)
    for word in sorted(named):
        for rank, place in enumerate(_in_order(word, named[word], entries)):
            yield word, rank, place


def _in_order(word: str, places: list[int], entries: list[Ranked]) -> list[int]:
    """The places of one name, likeliest first."""
    if len(places) == 1:
        return places
    weights = {p: _weight(word, p, places, entries) for p in places}
    return sorted(places, key=lambda p: (entries[p][1], -weights[p], p))


def _weight(word: str, place: int, rivals: list[int], entries: list[Ranked]) -> float:
    """Its people; a subdivision has just less than the biggest namesake within it ("New York", "Aleppo").

    A lesser subdivision that has only an alias of this name comes last: Cook County is seldom called Cook.
    """
    entry, _ = entries[place]
    if not entry.feature.startswith("ADM"):
        return float(entry.population)
    if entry.feature != "ADM1" and fold(entry.name) != word:
        return -1.0
    inside = (entries[r][0].population for r in rivals if entry.geonames_id in entries[r][0].within)
    biggest = max(inside, default=0)
    return biggest - 0.5 if biggest * NAMESAKE >= entry.population and biggest else float(entry.population)


def _mark_capitals(entries: dict[int | None, Entry], tiers: dict[int | None, int]) -> None:
    """The capital is the largest place that bears its name, or else that has it among its names."""
    wanted = {(c.code, fold(c.capital)) for c in countries() if c.capital and c.kind in {"state", "territory"}}
    best: dict[str | None, tuple[bool, int, Entry]] = {}
    for entry in entries.values():
        if entry.feature == "PPL" and any((entry.country, fold(n)) in wanted for n in (entry.name, *entry.names)):
            claim = ((entry.country, fold(entry.name)) in wanted, entry.population, entry)
            best[entry.country] = max(best.get(entry.country, claim), claim, key=lambda c: c[:2])
    for _, population, capital in best.values():
        entries[capital.geonames_id] = replace(capital, feature="PPLC")
        if population >= BIG_CAPITAL:
            tiers[capital.geonames_id] = NEWSWORTHY


def _merge_regions(entries: dict[int | None, Entry], tiers: dict[int | None, int]) -> Iterator[Ranked]:
    """Adds our names to the listed entries; gives the regions that are not listed."""
    for region in regions():
        tier = PLACE if region.kind in {"state", "city"} else NEWSWORTHY
        if region.kind == "continent":
            tier = COUNTRY
        listed = entries.get(region.geonames_id) if region.geonames_id else None
        if listed is None:
            yield _region(region), tier
        else:
            entries[region.geonames_id] = _renamed(listed, region)
            tiers[region.geonames_id] = min(tier, tiers.get(region.geonames_id, PLACE))


def _renamed(listed: Entry, region: Region) -> Entry:
    names = tuple(dict.fromkeys((*listed.names, listed.name, *region.names)))
    if region.kind == "city":
        return replace(listed, names=(*names, region.name))
    return replace(listed, name=region.name, names=names, lat=region.lat, lon=region.lon)


def _region(region: Region) -> Entry:
    return Entry(
        geonames_id=region.geonames_id,
        name=region.name,
        lat=region.lat,
        lon=region.lon,
        country=region.country,
        feature=region.feature,
        names=spellings(region.names, region.country),
    )


def _merge_countries(entries: dict[int | None, Entry], tiers: dict[int | None, int]) -> Iterator[Ranked]:
    people = populations()
    for country in countries():
        listed = entries.get(country.geonames_id) if country.geonames_id else None
        if listed is None:
            yield _country(country, people.get(country.code, 0)), COUNTRY
        else:
            entries[country.geonames_id] = replace(listed, names=(*listed.names, country.name, *country.names))
            tiers[country.geonames_id] = COUNTRY


def _country(country: Country, people: int) -> Entry:
    return Entry(
        geonames_id=country.geonames_id,
        name=country.name,
        lat=country.lat,
        lon=country.lon,
        country=country.country,
        feature=FEATURES[country.kind],
        population=people,
        names=country.names,
    )
