"""Phrases with a common noun for head that stand for actors: "the general", "two people close to the ministry"."""

from __future__ import annotations

from reportedly.knowledge.actor_nouns import ActorNoun, actor_nouns
from reportedly.knowledge.actor_phrases import actor_phrases
from reportedly.layers.actors.clues import capital_plural
from reportedly.layers.actors.found import NOBODY, Found
from reportedly.layers.actors.joins import name_before, of_name
from reportedly.layers.actors.nations import Sort
from reportedly.layers.actors.offices import Office, offices_of
from reportedly.layers.actors.phrases import TIES, first_of, last_of, strayed
from reportedly.layers.actors.roles import phrase_roles
from reportedly.layers.actors.scene import Scene
from reportedly.layers.metonymy import literal
from reportedly.model import ActorKind, MentionForm
from reportedly.text import Parsed
from reportedly.text.parsed import Token

KEPT = frozenset({"amod", "compound", "nmod", "npadvmod"})  # modifiers that tell one group from another
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "such", "all"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})  # where a country may stand
PLACED = frozenset({"of", "in", "from", "at", "near"})
POSTED = frozenset({"in", "at"})  # "its ambassador in Lima" is of no country thereby
BASED = frozenset({"base", "headquarter", "register"})  # in a place, whose country is then one's own
EQUALS = frozenset({"colleague", "counterpart"})  # one's own are at home where they are: "her counterpart in Lima"
ACTING = frozenset({"nsubj", "nsubjpass", "agent", "poss"})
INNER = frozenset({"compound", "nmod", "amod", "npadvmod"})
SEVERAL = frozenset({"NNS", "NNPS"})


class Nominals:
    """Finds the nominal mentions of one report; tokens in `covered` belong to names already."""

    def __init__(self, parsed: Parsed, scene: Scene, covered: set[int]) -> None:
        self.parsed, self.tokens, self.scene, self.covered = parsed, parsed.tokens, scene, covered
        self.nouns: dict[str, ActorNoun] = actor_nouns()
        self.features, self.watches = actor_phrases().features, actor_phrases().watches

    def find(self) -> list[Found]:
        """The nominal mentions in reading order."""
        found = []
        for t in self.tokens:
            if t.pos in ("NOUN", "PROPN", "ADJ") and t.i not in self.covered and (entry := self._entry(t)):
                noun, lemma = entry
                if self._stands(t, noun):
                    found.append(self._nominal(t, noun, lemma))
        return found

    def _entry(self, t: Token) -> tuple[ActorNoun, str] | None:
        """The entry of a head noun, and the word under which it is known again."""
        if t.pos == "ADJ" and t.dep not in ACTING and t.dep not in ("pobj", "dobj"):
            return None
        if entry := self._compound(t):
            return entry
        for word in (t.lower, t.lemma.lower()):
            if noun := self.nouns.get(word):
                return noun, word
        if (noun := capital_plural(t)) is not None:
            return noun, t.lower.removesuffix("s")
        nation = self.scene.nations.get(t.i)
        if t.tag in SEVERAL and (t.ent == "NORP" or (nation and nation.sort is Sort.ADJECTIVE)):
            return self.nouns["people"], "people"  # "the Peruvians", "the Kurds"
        if nation and nation.sort is Sort.ADJECTIVE and self._compatriot(t):
            return self.nouns["person"], "person"
        return None

    def _compatriot(self, t: Token) -> bool:
        """Whether the adjective of a country stands for one of its people: "an Italian was held", not "the Italian team"."""
        acts = t.dep in ACTING or t.dep in ("dobj", "appos")
        return acts and any(k.dep == "det" and k.i < t.i for k in self.parsed.children(t))

    def _compound(self, t: Token) -> tuple[ActorNoun, str] | None:
        """The entry of two words: "border service", known again as "service"; "director-general", as itself."""
        if t.i < 2 or self.tokens[t.i - 1].head != t.i:
            return None
        hyphen = self.tokens[t.i - 1].text == "-"
        before = self.tokens[t.i - 2 if hyphen else t.i - 1].lower
        noun = self.nouns.get(f"{before}-{t.lower}") or self.nouns.get(f"{before}-{t.lemma}")
        return (noun, f"{before}-{t.lower}" if hyphen else t.lemma.lower()) if noun else None

    def _stands(self, t: Token, noun: ActorNoun) -> bool:
        """Whether a noun stands for an actor here: a head of its phrase, and acting where it has other senses."""
        if of_name(self.parsed, t):
            return noun.kind is ActorKind.PERSON
        if t.dep in ("compound", "punct") or (t.dep in INNER and t.head > t.i):
            return False
        if noun.kind is ActorKind.PERSON and t.dep == "pobj" and t.tag == "NN" and all(self.tokens[k].dep == "prep" for k in t.kids):
            return False  # "in person"
        if t.lower == "force" and t.dep == "pobj" and not t.kids:
            return False  # "in force", "by force"
        if t.lower == "party" and not self._determiner(t) and any(kid.lower == "to" for kid in self.parsed.children(t, "prep")):
            return False  # "is not party to the case"
        if "acts" in noun.traits:
            return self._acts(t)
        return not ("building" in noun.traits or noun.kind is ActorKind.COUNTRY) or not literal(self.parsed, t.i, t.i)

    def _acts(self, t: Token) -> bool:
        governor = self.tokens[t.head]
        said = governor.lower == "to" and self.tokens[governor.head].lower == "according"
        return t.dep in ACTING or (t.dep == "pobj" and (governor.dep == "agent" or said))

    def _nominal(self, t: Token, noun: ActorNoun, lemma: str) -> Found:
        first = max(first_of(self.parsed, t), name_before(self.parsed, t) + 1)
        one = noun.kind is ActorKind.ORGANISATION and t.lower in self.nouns
        plural = lemma == "people" or (t.tag in SEVERAL or lemma + "s" == t.lower) and not one
        return Found(
            first=first, last=last_of(self.parsed, t), head=t.i, form=MentionForm.NOMINAL, kind=_kind(noun, plural),
            core=(*self._modifiers(first, t), lemma), nouns=(lemma,), det=self._determiner(t), plural=plural, gender=noun.gender,
            country=self._country(t, noun), roles=phrase_roles(self.tokens[first : t.i], noun) or self._cause(t, noun),
            owner=self._owner(t),
            offices=self._offices(first, t) if noun.kind is ActorKind.PERSON and not plural else (),
        )  # fmt: skip

    def _cause(self, t: Token, noun: ActorNoun) -> tuple[str, ...]:
        """NGO for a body that is described by what it watches or campaigns for: "a group that tracks prisons"."""
        body = noun.kind is ActorKind.ORGANISATION and "vague" in noun.traits
        watches = body and any(k.lemma in self.watches for k in self.parsed.children(t, "relcl", "acl"))
        return ("NGO",) if watches else ()

    def _offices(self, first: int, t: Token) -> tuple[Office, ...]:
        """The offices that the words say; what "of" leads to is as good as a modifier: "minister of finance"."""
        of = (o for p in self.parsed.children(t, "prep") if p.lower == "of" for o in self.parsed.children(p, "pobj"))
        fields = [self.tokens[k] for o in of for k in range(o.left, o.i + 1) if self.tokens[k].dep not in ("det", "poss", "case")]
        poss = self.parsed.child(t, "poss")
        return tuple(offices_of([*fields, *self.tokens[poss.right + 1 if poss else first : t.i + 1]], self.scene.nations))

    def _determiner(self, t: Token) -> str:
        """ "the", "a" for any indefinite word or number, "poss", or "" for a bare noun."""
        for kid in self.parsed.children(t, "poss", "det", "predet", "nummod"):
            if kid.dep == "poss":
                return "poss"
            if kid.i < t.i:
                return "the" if kid.lower in DEFINITE else "a"
        return ""

    def _modifiers(self, first: int, t: Token) -> tuple[str, ...]:
        kids = (kid for kid in self.parsed.children(t, *KEPT) if first <= kid.i < t.i)
        return tuple(w.lower for kid in kids for w in self.tokens[kid.left : kid.i + 1] if w.text[0].isalnum())

    def _country(self, t: Token, noun: ActorNoun) -> str | None:
        """The country that a modifier says: "Russian officials", "Libya's army", "officials in Tripoli"; not where somebody is posted."""
        posted = "abroad" in noun.traits or t.lower not in EQUALS and self.parsed.child(t, "poss") is not None
        for kid in self.parsed.children(t):
            if kid.dep == "prep" and kid.lower in PLACED and not (posted and kid.lower in POSTED) and (code := self._where(kid)):
                return code
            if kid.dep in MODIFIERS and (code := self.scene.at(kid.i) or self._based(kid)):
                return code
            if kid.dep == "acl" and (code := self._based(kid)):
                return code
        nation = self.scene.nations.get(t.i)
        return nation.code if nation and nation.sort is Sort.ADJECTIVE else None

    def _based(self, t: Token) -> str | None:
        """The country of the place where somebody has his seat: "based in Lima", "Lima-based"."""
        if t.lemma not in BASED:
            return None
        places = [o for p in self.parsed.children(t, "prep") if p.lower in POSTED for o in self.parsed.children(p, "pobj")]
        places += [k for k in self.parsed.children(t) if k.i < t.i]
        return next((code for k in places if (code := self.scene.at(k.i))), None)

    def _where(self, preposition: Token) -> str | None:
        """The country of the place to which a preposition leads, by its name or its country: "in a Chadian town"."""
        for thing in self.parsed.children(preposition)[:1]:
            if code := self.scene.at(thing.i):
                return code
            if thing.lower in self.features or thing.lemma in self.features:
                return next((code for k in self.parsed.children(thing, *MODIFIERS) if (code := self.scene.at(k.i))), None)
        return None

    def _owner(self, t: Token) -> int:
        """The token of whom the actor belongs to: the possessor, what "of" or "for" leads to, or a compound noun."""
        if possessor := self.parsed.child(t, "poss"):
            return possessor.i
        for kid in self.parsed.children(t, "prep"):
            if kid.i > t.i and kid.lower in TIES and (inner := self.parsed.child(kid, "pobj")):
                return inner.i
        if (to := strayed(self.parsed, t)) is not None:
            return to.kids[0]
        for kid in reversed(self.parsed.children(t, "compound", "nmod", "amod")):
            named = kid.pos == "PROPN" or kid.text[0].isupper() and kid.i in self.covered  # "Houthi", be it taken for an adjective
            if kid.i < t.i and (named or kid.dep != "amod" and kid.lower in self.nouns):
                return kid.i
        return NOBODY


def _kind(noun: ActorNoun, plural: bool) -> ActorKind:
    """One soldier is a person, several are a group; several civilians are a population."""
    if not plural:
        return noun.kind
    if "populace" in noun.traits:
        return ActorKind.POPULATION
    return noun.kind if noun.kind is ActorKind.POPULATION else ActorKind.GROUP
