"""Country and roles of each actor: what the report says, then whom it belongs to, then knowledge, then the scene."""

from __future__ import annotations

from reportedly.knowledge.actor_frames import actor_frames
from reportedly.knowledge.actor_nouns import ActorNoun, actor_nouns
from reportedly.layers.actors.abroad import abroad
from reportedly.layers.actors.descriptions import GOVERNMENT
from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.found import Found
from reportedly.layers.actors.roles import STATE
from reportedly.layers.actors.scene import HOME, HOME_OF_NAMED, LAST_HOME, Scene
from reportedly.model import ActorKind, MentionForm
from reportedly.text import Parsed
from reportedly.text.parsed import Token

ABROAD = frozenset({"CRM", "IGO", "NGO", "UAF"})  # roles that tell of no country
ANYBODY = frozenset({"people", "person", "individual", "individuals"})
MEN = frozenset({"man", "men", "boy", "lad", "fighter", "fighters"})
ARMED = frozenset({"COP", "CRM", "MIL", "PRM", "REB", "UAF"})
IRREGULAR = frozenset({"PRM", "REB", "UAF"})
MODIFIER = frozenset({"amod", "compound", "nmod"})
OFFICES = frozenset({"president", "secretary", "governor", "chancellor", "commissioner"})
# What a state has one of: several are of several states.
ONE_A_STATE = frozenset("army capital country fleet government military ministry nation navy premier president parliament".split())
OF_ONE = frozenset({"assistant", "cabinet", "deputy", "junior"})  # of whom one state has many
SHARED = frozenset({"each", "neither", "either"})
LINKS = 2  # how far country and roles are handed on: an aide to a minister of a country


def settle(parsed: Parsed, entities: list[Entity], scene: Scene) -> None:
    """Fill in countries and roles."""
    told = _Told(parsed, entities)
    told.note("what the report or the tables say of it")
    for entity in entities:
        _fall_back(parsed, entity)
    told.note("knowledge of office-holders and of nouns")
    for _ in range(LINKS):
        for entity in entities:
            _inherit(entity)
    told.note("whom it belongs to")
    governments = _governments(parsed, entities)
    for entity in entities:
        _come_home(parsed, entity, scene, governments)
    told.note("a place or government named beside it, or the country that the report is about")
    for entity in entities:
        _inherit(entity)
    told.note("whom it belongs to")
    for entity in entities:
        _stay(parsed, entity, scene)
    told.note("the main country of the report, since nothing says another")


class _Told:
    """Takes down, step by step, where country and roles come from."""

    def __init__(self, parsed: Parsed, entities: list[Entity]) -> None:
        self._parsed, self._entities = parsed, entities
        self._seen: dict[int, tuple[str | None, tuple[str, ...]]] = {}

    def note(self, because: str) -> None:
        """Note the reason at every actor that a step has changed."""
        if self._parsed.notes is None:
            return
        for n, entity in enumerate(self._entities):
            before, now = self._seen.get(n, (None, ())), (entity.country, tuple(entity.roles))
            at = self._parsed.tokens[entity.mentions[0].head].start
            if now[0] != before[0]:
                self._parsed.notes.add(at, "actor", f"country {now[0] or 'unknown'}: {because}")
            if now[1] != before[1]:
                self._parsed.notes.add(at, "actor", f"roles {', '.join(now[1]) or 'none'}: {because}")
            self._seen[n] = now


def _nouns(entity: Entity) -> list[ActorNoun]:
    nouns = actor_nouns()
    return [nouns[n] for n in entity.nouns if n in nouns]


def _fall_back(parsed: Parsed, entity: Entity) -> None:
    """What knowledge says where the report does not: of leaders, weak nouns ("the agency"), private persons."""
    if "REB" in entity.roles:  # a rebel general is no officer of the state
        entity.roles = {role: None for role in entity.roles if role not in ("MIL", "GOV")}
    entity.country = entity.origin
    if not entity.roles and entity.leader:
        entity.roles.update(dict.fromkeys(entity.leader.roles))
    if not entity.roles and not entity.owners:
        entity.roles.update(dict.fromkeys(r for noun in _nouns(entity) if "weak" in noun.traits for r in noun.roles))
    if not entity.roles and private(entity) and not _source(parsed, entity.mentions[0]):
        entity.roles["CVL"] = None


def private(entity: Entity) -> bool:
    """Whether it is described as private persons alone: "his wife", "two men"."""
    said = _nouns(entity)
    return bool(said) and all("private" in noun.traits for noun in said)


def _source(parsed: Parsed, found: Found) -> bool:
    """Whether "a person" or "people" is a source: who says something, or is described by what they know."""
    head = parsed.tokens[found.head]
    if head.lower not in ANYBODY:
        return False
    speaks = head.dep == "nsubj" and parsed.tokens[head.head].lemma in actor_frames().mind
    return speaks or any(parsed.tokens[k].dep in ("amod", "acl") and k > head.i for k in head.kids)


def _inherit(entity: Entity) -> None:
    """Country and roles of whom it belongs to, where its own words say none; a minister's wife is no minister."""
    for owner in entity.owners:
        if owner.country not in entity.abroad:
            entity.country = entity.country or owner.country
        if _followers(entity, owner):
            entity.roles = dict(owner.roles)
        elif not entity.roles and not private(entity) and not apart(entity):
            entity.roles.update(owner.roles)
        elif list(entity.roles) == ["GOV"] and _office_of(entity, owner):
            entity.roles = dict(owner.roles)
        elif list(entity.roles) == ["MIL"] and IRREGULAR & owner.roles.keys():
            entity.roles = dict(owner.roles)  # "Houthi forces", "the rebels' general"


def _followers(entity: Entity, owner: Entity) -> bool:
    """Whether those who serve with somebody armed are called men or fighters: "the colonel's men", not "the mayor's men"."""
    men = entity.kind is ActorKind.GROUP and bool(entity.nouns) and entity.nouns.keys() <= MEN
    return men and bool(ARMED & owner.roles.keys())


def apart(entity: Entity) -> bool:
    """Whether it works for its owner without being one of them: a minister's lawyer is in no government."""
    said = _nouns(entity)
    return bool(said) and all("apart" in noun.traits for noun in said)


def _office_of(entity: Entity, owner: Entity) -> bool:
    """Whether an office that states have is here that of another body: "the president of the union"."""
    body = owner.kind is ActorKind.ORGANISATION and bool(owner.roles) and "GOV" not in owner.roles and owner.key == ""
    return body and bool(OFFICES & entity.nouns.keys()) and not (owner.roles.keys() & STATE)


def _governments(parsed: Parsed, entities: list[Entity]) -> dict[int, list[tuple[int, str]]]:
    """By paragraph, the tokens where a country is named as an actor, with its code."""
    found: dict[int, list[tuple[int, str]]] = {}
    for entity in entities:
        if entity.kind is ActorKind.COUNTRY and entity.country:
            for said in entity.mentions:
                if said.form is not MentionForm.PRONOUN:
                    found.setdefault(parsed.tokens[said.head].para, []).append((said.head, entity.country))
    return found


def _come_home(parsed: Parsed, entity: Entity, scene: Scene, governments: dict[int, list[tuple[int, str]]]) -> None:
    """The country that the scene gives to whom nothing ties to one.

    That is the place where a person is said to speak, the only government that the paragraph has named before, or the country that
    the report is about ("the police" of a report from one country).
    """
    if entity.country is None:
        entity.country = _own_place(parsed, entity, scene)
    if entity.country is not None or not (entity.named or entity.roles) or ABROAD & entity.roles.keys() or _of_any(parsed, entity):
        return
    if entity.of_many_lands or _whose(entity, scene):
        return
    said = entity.mentions[0]
    head = parsed.tokens[said.head]
    before = (t for t in parsed.tokens[said.first : said.head] if t.dep in ("amod", "compound", "nmod"))
    if not entity.named and any(t.text[0].isupper() for t in before):
        return  # "European countries", "U.S.-backed forces"
    speaking = _speaking_place(parsed, head, scene) if entity.kind is ActorKind.PERSON else None
    named = {code for k, code in governments.get(head.para, ()) if k < head.i}
    only = next(iter(named)) if len(named) == 1 and "REB" not in entity.roles and scene.alone(head, named) else None
    organisation = entity.named and entity.kind is ActorKind.ORGANISATION
    home = scene.home(head.para, HOME_OF_NAMED if organisation else HOME)
    entity.country = speaking or scene.told_but_by(only or home, abroad(parsed, entity))


def _own_place(parsed: Parsed, entity: Entity, scene: Scene) -> str | None:
    """The country of a place in the actor's own name or description, or right after its name.

    "The Lima newspaper", "Basin Tankers of Lima", not "the Lima-led bloc".
    """
    if {"IGO", "NGO"} & entity.roles.keys() or entity.kind is ActorKind.PERSON and not entity.nouns:
        return None
    for said in entity.mentions:
        words = parsed.tokens[said.first : said.last + 1]
        joined = any(t.text == "-" or "-" in t.text or t.dep == "poss" for t in words[:-1])
        if said.form is not MentionForm.PRONOUN and not joined and (code := scene.within(said.first, said.head)):
            return code
        if said.form is MentionForm.NAME and (code := _seat(parsed, said, scene)):
            return code
    return None


def _seat(parsed: Parsed, said: Found, scene: Scene) -> str | None:
    """The country of the place that "of" joins to a name: "Basin Tankers of Lima"."""
    after = parsed.tokens[said.last + 1 : said.last + 3]
    joined = len(after) > 1 and after[0].lower == "of" and after[0].sent == after[1].sent
    return scene.at(after[1].i) if joined else None


def _stay(parsed: Parsed, entity: Entity, scene: Scene) -> None:
    """Last, the main country of the report for a person or body about whom nothing says another."""
    if entity.country is not None or ABROAD & entity.roles.keys() or entity.kind is ActorKind.COUNTRY or _of_any(parsed, entity):
        return
    said = entity.mentions[0]
    if entity.of_many_lands or _whose(entity, scene):
        return
    if not (entity.named or entity.roles) and said.det == "a":
        return  # "a mediator" may be anybody's
    words = parsed.tokens[said.first : said.head]
    if (
        entity.kind is ActorKind.GROUP
        and not entity.roles
        or not entity.named
        and any(t.text[0].isupper() and t.dep in MODIFIER for t in words)
    ):
        return
    entity.country = scene.told_but_by(scene.near(parsed.tokens[said.head].sent, LAST_HOME), abroad(parsed, entity))


def _whose(entity: Entity, scene: Scene) -> bool:
    """Whether it is a government that the report does not say whose it is."""
    return not entity.named and bool(GOVERNMENT & entity.nouns.keys()) and scene.state(HOME) is None


def of_several(parsed: Parsed, entity: Entity) -> bool:
    """Whether it is of several states at once: "the two presidents", "each army"."""
    said = entity.mentions[0]
    head, words = parsed.tokens[said.head], parsed.tokens[said.first : said.head]
    if said.form is not MentionForm.NOMINAL:
        return False
    one = head.lemma in ONE_A_STATE or (head.lemma == "minister" and any(t.dep in MODIFIER and t.lower not in OF_ONE for t in words))
    return one and (head.tag == "NNS" or any(t.lower in SHARED for t in words))


def _of_any(parsed: Parsed, entity: Entity) -> bool:
    """Whether it is of several states, or reporters, who are of any."""
    reporters = entity.kind is ActorKind.GROUP and list(entity.roles) == ["JRN"] and entity.mentions[0].form is MentionForm.NOMINAL
    return reporters or of_several(parsed, entity)


def _speaking_place(parsed: Parsed, head: Token, scene: Scene) -> str | None:
    """The country of the place where a subject says something: "Mr. Ruiz said in Lima"."""
    verb = parsed.head(head)
    if head.dep != "nsubj" or verb.lemma not in actor_frames().mind:
        return None
    places = (o.i for p in parsed.children(verb, "prep") if p.lower == "in" for o in parsed.children(p, "pobj"))
    return next((code for k in places if (code := scene.at(k))), None)
