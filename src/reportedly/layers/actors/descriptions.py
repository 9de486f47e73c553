"""Which actor a description takes up: "the general", "its leader", "the country", "the rebels"."""

from __future__ import annotations

from reportedly.knowledge.actor_frames import actor_frames
from reportedly.knowledge.actor_nouns import actor_nouns
from reportedly.knowledge.actor_phrases import actor_phrases
from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.found import NOBODY, Found
from reportedly.layers.actors.history import History
from reportedly.layers.actors.naming import Naming
from reportedly.layers.actors.offices import may_be, says_again
from reportedly.layers.actors.roles import STATE as STATE_ROLES
from reportedly.layers.actors.scene import HOME, Scene
from reportedly.model import ActorKind, MentionForm
from reportedly.text.parsed import Token

GOVERNMENT = frozenset({"government", "administration", "regime", "junta"})
STATE = frozenset({"country", "nation", "state", "republic", "kingdom"})
BELOW = frozenset(
    {"regional", "provincial", "municipal", "local", "city", "state", "district", "county", "cantonal", "territorial", "tribal"}
)
CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "csubj"})
REACH = 12  # sentences back that "the group" may look for an actor of its sort
FAR = 800  # mentions back that "the general" may look for an actor of its noun: a long report, so that time grows with length alone


class Descriptions:
    """Finds the actor that a nominal takes up, in what has been spoken of so far. `of` has the actors by head token."""

    def __init__(self, tokens: tuple[Token, ...], scene: Scene, naming: Naming, history: History, of: dict[int, Entity]) -> None:
        self.tokens, self.scene, self.naming, self.history, self.of = tokens, scene, naming, history, of
        self.nouns, self.modifiers = actor_nouns(), actor_frames().modifiers
        self.latest_nation: str | None = None  # the country that acts, named last before the phrase
        self.latest_land: str | None = None  # the same of any that is named, be it as a place

    def find(self, found: Found) -> Entity | None:
        """The actor; None for one that is new."""
        return self._government(found) or self._tied(found) or self.again(found) or self._movement(found)

    def _government(self, found: Found) -> Entity | None:
        """The country's actor for "its government" and "the country"."""
        noun = found.nouns[-1]
        if found.plural or found.det == "a" or noun not in GOVERNMENT | STATE or BELOW & set(found.core[:-1]):
            return None
        owner = self.of.get(found.owner)
        code = found.country or (owner.origin if owner else None)
        if code is None and found.owner == NOBODY and found.det == "the" and len(found.core) == 1:
            code = self._state(self.tokens[found.head], noun)
        if code is None and owner is not None and owner.kind is ActorKind.PERSON:
            code = self.scene.main(HOME)
        if code is not None:
            return self.naming.country(code)
        if found.det != "the" or noun not in GOVERNMENT or owner is not None:
            return None
        earlier = [e for e in self.naming.entities if e.key and noun in e.nouns]
        return max(earlier, key=lambda e: e.mentions[-1].first, default=None)

    def _state(self, t: Token, noun: str) -> str | None:
        """Whose "the government" is: that of the place named with it, the report's own country's, else that named last.

        Never that of which its clause speaks; "the junta" is that of the army spoken of.
        """
        subject = self._subject_of_clause(t)
        doer = self.of.get(subject) if subject is not None else None
        barred = doer.country if doer and doer.kind is ActorKind.COUNTRY else None
        army = self._army() if "MIL" in self.nouns[noun].roles else None
        told = [self._placed(t), army, self.scene.state(HOME), self.latest_nation]
        if noun in STATE:  # "the country" is the one just spoken of, "the government" the one of the report
            told = [self._placed(t), self.latest_land, self.scene.state(HOME)]
        return next((code for code in told if code and code != barred), None)

    def _placed(self, t: Token) -> str | None:
        """The country of the place right after, or at the sentence's beginning: "In Lima, he urged the government"."""
        after = self.tokens[t.i + 1 : t.i + 3]
        if len(after) > 1 and after[0].lower == "in" and (code := self.scene.at(after[1].i)):
            return code
        above = t
        while above.dep not in ("ROOT", "relcl") and above.head != above.i:
            above = self.tokens[above.head]
            fronted = (p for k in above.kids if (p := self.tokens[k]).dep == "prep" and p.lower == "in" and p.i < min(above.i, t.i))
            if code := next((c for p in fronted for o in p.kids if (c := self.scene.at(o))), None):
                return code
        return None

    def _army(self) -> str | None:
        """The country of the army named last."""
        armies = (e for s in reversed(self.history.spoken) if (e := s.entity) and e.kind is ActorKind.ORGANISATION)
        return next((e.country for e in armies if e.country and e.roles.keys() & {"MIL"} and not e.roles.keys() & {"IGO", "REB"}), None)

    def _subject_of_clause(self, t: Token) -> int | None:
        """The subject of the clause in which a token stands, where it is not the token itself."""
        while t.dep not in CLAUSES:
            above = self.tokens[t.head]
            if t.dep in ("nsubj", "nsubjpass"):
                return None
            if subject := next((k for k in above.kids if self.tokens[k].dep in ("nsubj", "nsubjpass")), None):
                return subject
            t = above
        return None

    def _tied(self, found: Found) -> Entity | None:
        """The actor that stood in the same tie to the same owner: "its leader" a second time."""
        owner = self.of.get(found.owner)
        if owner is None or found.det == "a" or found.plural:
            return None
        tie = (found.nouns[-1], owner.order)
        return next((e for e in reversed(self.naming.entities) if tie in e.ties), None)

    def _definite(self, found: Found) -> bool:
        """Whether a phrase takes up somebody known: with "the", or without an article in a headline."""
        return found.det == "the" or (found.det == "" and self.tokens[found.head].para < self.scene.headings)

    def again(self, found: Found) -> Entity | None:
        """The latest actor that has the phrase's noun among its words, else the latest of its sort."""
        definite = self._definite(found)
        if found.det in ("a", "poss") or (not definite and self.of.get(found.owner) is not None):
            return None
        sort, seen, sentence = None, set(), self.tokens[found.head].sent
        band = found.nouns[-1] in actor_phrases().offices.bands
        for spoken in reversed(self.history.spoken[-FAR:]):
            entity = spoken.entity
            if entity is None or entity.order in seen:
                continue
            seen.add(entity.order)
            if not self._compatible(entity, found) or self._acts_on(spoken.found, found):
                continue
            if self._same_noun(entity, found):
                return entity
            near = sentence - self.tokens[spoken.found.head].sent <= REACH
            if near and self._same_sort(entity, found) and (sort is None or band and _official(sort) and not _official(entity)):
                sort = entity
        return sort

    def _acts_on(self, doer: Found, found: Found) -> bool:
        """Whether the one is subject and the other object of one verb: "the militia accused the group" speaks of two."""
        one, other = self.tokens[doer.head], self.tokens[found.head]
        return one.dep == "nsubj" and other.dep == "dobj" and one.head == other.head

    def _compatible(self, entity: Entity, found: Found) -> bool:
        if found.country and entity.country and found.country != entity.country:
            return False
        if found.plural != entity.plural or (found.gender and entity.gender and found.gender != entity.gender):
            return False
        if not may_be(found.offices, entity.offices, loose=True):
            return False
        owner = self.of.get(found.owner)
        return owner is not entity and not (owner and entity.owners and owner not in entity.owners)

    def _same_noun(self, entity: Entity, found: Found) -> bool:
        """Whether a phrase with "the" has the actor's noun and no foreign words; one without, exactly the same words."""
        if not self._definite(found):
            said = (m for m in entity.mentions if m.form is MentionForm.NOMINAL and m.det == found.det)
            return any(m.core == found.core and self._after(m) == self._after(found) for m in said)
        noun = found.nouns[-1]
        named = entity.kind is not ActorKind.PERSON and any(noun in (core[0], core[-1]) for core in entity.cores)
        if noun not in entity.nouns and not named:
            return False  # "the miller" is not Ana Miller
        if says_again(found.offices, entity.offices):
            return True
        known = entity.words | entity.nouns.keys()
        return all(w in known or self._shade(found, w) or self._says_country(found, w, entity) for w in found.core[:-1])

    def _after(self, found: Found) -> list[str]:
        """What describes a noun after it: people close to one are not people close to another."""
        return [t.lower for t in self.tokens[found.head + 1 : found.last + 1]]

    def _shade(self, found: Found, word: str) -> bool:
        """Whether a modifier only colours its noun: "controversial", not "foreign" or "army"."""
        before = (t for t in self.tokens[found.first : found.head] if t.lower == word)
        return any(t.pos in ("ADJ", "VERB") and t.i not in self.scene.nations and word not in self.modifiers for t in before)

    def _says_country(self, found: Found, word: str, entity: Entity) -> bool:
        """Whether a modifier names the actor's own country."""
        before = (t.i for t in self.tokens[found.first : found.head] if t.lower == word)
        return any(k in self.scene.nations and entity.country in (None, self.scene.nations[k].code) for k in before)

    def _same_sort(self, entity: Entity, found: Found) -> bool:
        """Whether a noun without a closer match may take a named actor up: "the group" for a militia, "the company"."""
        noun = self.nouns.get(found.nouns[-1])
        if (
            noun is None
            or not self._definite(found)
            or found.plural
            or len(found.core) > 1
            or not entity.named
            or entity.kind is not found.kind
        ):
            return False
        if "tie" in noun.traits:
            return False  # "the enemy" is somebody's, and never the one who speaks of him
        if "vague" in noun.traits:
            return entity.kind is ActorKind.ORGANISATION or (entity.kind is ActorKind.PERSON and set(noun.roles[:1]) <= entity.roles.keys())
        return bool(noun.roles) and set(noun.roles) <= entity.roles.keys() and entity.kind is ActorKind.ORGANISATION

    def _movement(self, found: Found) -> Entity | None:
        """The armed organisation whose people "the rebels" are."""
        if not self._definite(found) or not found.plural or "REB" not in found.roles or len(found.core) > 1:
            return None
        spoken = (s.entity for s in reversed(self.history.spoken) if s.entity)
        return next((e for e in spoken if e.kind is ActorKind.ORGANISATION and "REB" in e.roles), None)


def _official(entity: Entity) -> bool:
    """Whether an organisation is a state's own or one of several states: "the group" is rather a rebels', a party's, a charity's."""
    return "IGO" in entity.roles or bool(STATE_ROLES & entity.roles.keys()) and not entity.roles.keys() & {"REB", "OPP", "PTY"}
