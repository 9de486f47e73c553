"""What sort of source a noun, or a word beside it, tells of (source_nouns.csv, one sort a line; a word may be of several).

document, media, person, government, organisation   as the kinds of source
public     people at large where several are spoken of and nobody counts them; mass: always
fighter    several of them speak as the body that they belong to: "the rebels"
spoke      speaks for somebody, and so an official of anything
sole       an office that only one person holds, who is named by it: "the president"
single     an office that only one person holds where it is told of what: "the army chief", "its commander", not "a commander"
civic      an office that only states have: "minister", "mayor"
office     an office of the state where nothing says that it is another's
post       an office only where it is the state's: "director"
body       a body of the state where something says so, else an organisation: "agency"
loose      a body of the state only where its nation or level says so: "council"; domain: what bodies of the state see to
either     a person or a company: "the owner"
side       whoever takes part: "both sides"
media name the last words of names of newspapers and stations
vessel     whose captain is no officer
state      says of what stands after it that it is the state's: "electoral commission"
other      says that it is not: "party chairman"; armed: nor is what stands between, "rebel army command"
former     says that an office is held no more
leading    verbs of whoever heads what follows: "who leads the panel"
naming     verbs that bring a name: "a man called Ruiz"
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from reportedly.knowledge.tables import HERE, rows

NOUNS = HERE / "source_nouns.csv"
SORTS = frozenset(
    "document media person government organisation public mass fighter spoke sole civic office post either body loose domain side"
    " vessel single state other armed former leading naming".split()
) | {"media name"}


@cache
def source_nouns() -> Mapping[str, frozenset[str]]:
    """The sorts of each word; two words that make a sort together are joined: "vice-president", "central-bank"."""
    return load()


def load(path: Path = NOUNS) -> dict[str, frozenset[str]]:
    """The sorts of a table by word. KnowledgeError says the file and the line of what is wrong."""
    found: dict[str, frozenset[str]] = {}
    for row in rows(path, ("sort", "words")):
        sort = row.one_of("sort", SORTS)
        for word in row.text("words").split():
            found[word] = found.get(word, frozenset()) | {sort}
    return found
