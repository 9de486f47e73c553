"""Clauses with their deep arguments: who does what, through passives, relatives, control and coordination."""

from __future__ import annotations

import msgspec

from reportedly.knowledge.event_rows import event_classes
from reportedly.layers.events.draft import Heads, Preps
from reportedly.layers.events.subjects import Subjects
from reportedly.text import Parsed, Token

RELATIVE_TAGS = frozenset({"WDT", "WP"})
PARTICLES = frozenset({"down", "aside", "out", "off", "back", "up", "over", "away", "in", "home"})
HAVING = frozenset({"have", "having"})


class Clause(msgspec.Struct, frozen=True, gc=False):
    """A verb with its deep arguments. `preps` holds what stands after each preposition of the verb or of its objects."""

    verb: Token
    passive: bool
    subjects: Heads
    objects: Heads
    preps: Preps
    datives: Heads = ()
    particles: frozenset[str] = frozenset()
    predicates: tuple[str, ...] = ()  # lemmas of "guilty" in "found him guilty", "ready" in "is ready"
    complement: Token | None = None
    kind: str = ""  # of the complement: "to", "that", "ing" or ""
    oprd: bool = False  # whether a predicate is said of the object: "called him a liar"


class Parts:
    """What hangs on a verb, sorted."""

    def __init__(self) -> None:
        self.objects: list[Token] = []
        self.datives: list[Token] = []
        self.agents: list[Token] = []
        self.particles: set[str] = set()
        self.predicates: list[str] = []
        self.complement: Token | None = None
        self.kind = ""
        self.oprd = False


class Grammar(Subjects):
    """Clauses of one report, each worked out once."""

    def __init__(self, parsed: Parsed, controllers: frozenset[str] = frozenset()) -> None:
        """`controllers` are verbs whose object does what their "to" clause says: "urged them to go"."""
        super().__init__(parsed, controllers)
        self._clauses: dict[int, Clause] = {}

    def clause(self, verb: Token) -> Clause:
        """The clause of a verb."""
        if (found := self._clauses.get(verb.i)) is None:
            found = self._clauses[verb.i] = self._misread(verb) or self._build(verb)
        return found

    def _build(self, verb: Token) -> Clause:
        parts = Parts()
        for k in verb.kids:
            self._sort(parts, self.tokens[k])
        passive, surface = self.passive(verb), self.surface(verb)
        objects = tuple(parts.objects)
        if passive:
            subjects, objects = tuple(parts.agents), (*surface, *objects)
            if parts.objects:  # "were offered posts": the subject is who they were offered to
                parts.datives.extend(surface)
        else:
            subjects, objects = surface, self._gap(verb, surface, objects)
        # A participle on a noun ("troops in the north sent by Oslo") leaves the noun's own phrases to the noun.
        holders = [o for o in objects if o.i < verb.i] if passive and verb.dep == "acl" else objects
        return Clause(
            verb=verb,
            passive=passive,
            subjects=subjects,
            objects=objects,
            preps=self.prepositions(verb, *holders),
            datives=tuple(parts.datives),
            particles=frozenset(parts.particles),
            predicates=tuple(parts.predicates),
            complement=parts.complement,
            kind=parts.kind,
            oprd=parts.oprd,
        )

    def _sort(self, parts: Parts, kid: Token) -> None:
        match kid.dep:
            case "agent":
                parts.agents.extend(self._after(kid))
            case "dobj":
                parts.objects.extend(self.expand(kid))
            case "dative":
                parts.datives.extend(self._after(kid) if kid.pos == "ADP" else self.expand(kid))
            case "prt":
                parts.particles.add(kid.lower)
            case "advmod":
                parts.particles.update({kid.lower} & PARTICLES)
            case _:
                self._complete(parts, kid)

    def _after(self, prep: Token) -> list[Token]:
        return [t for k in prep.kids if self.tokens[k].dep == "pobj" for t in self.expand(self.tokens[k])]

    def _complete(self, parts: Parts, kid: Token) -> None:
        """Predicates and complement clauses."""
        dep, verbal = kid.dep, kid.pos in {"VERB", "AUX"}
        if dep in {"xcomp", "ccomp"} and verbal:
            parts.complement, parts.kind = kid, self._kind(kid)
        elif dep == "advcl" and parts.complement is None and self._kind(kid) == "to":
            parts.complement, parts.kind = kid, "to"
        elif dep == "ccomp" and kid.pos == "ADJ" and not any(self.tokens[k].dep == "mark" for k in kid.kids):
            parts.predicates.append(kid.lemma)  # "found him guilty"
            parts.objects.extend(t for s in self.parsed.children(kid, "nsubj") for t in self.expand(s))
        elif dep in {"oprd", "acomp", "xcomp"}:
            parts.predicates.append(kid.lemma)
            parts.oprd = parts.oprd or dep != "acomp"
            if parts.complement is None and (inner := self.parsed.child(kid, "xcomp", "ccomp")) is not None:
                parts.complement, parts.kind = inner, self._kind(inner)

    def _kind(self, verb: Token) -> str:
        kids = [self.tokens[k] for k in verb.kids]
        if any(k.tag == "TO" for k in kids):
            return "to"
        return "ing" if verb.tag == "VBG" and not any(k.dep in {"nsubj", "nsubjpass"} for k in kids) else "that"

    def _gap(self, verb: Token, surface: Heads, objects: Heads) -> Heads:
        """The antecedent as object: "the army, which it has armed"."""
        relative = [o for o in objects if o.tag in RELATIVE_TAGS]
        plain = tuple(o for o in objects if o not in relative)
        if verb.dep != "relcl":
            return plain
        antecedent = self.tokens[verb.head]
        open_gap = not objects and surface and antecedent not in surface and not self._adverbial(verb)
        return (antecedent, *plain) if relative or open_gap else objects

    def _adverbial(self, verb: Token) -> bool:
        """ "where", "when", "in which": the gap is no object."""
        subtree = self.parsed.subtree(verb)
        return any(t.tag == "WRB" or (t.tag in RELATIVE_TAGS and t.dep == "pobj") for t in subtree)

    def misnamed(self, verb: Token) -> Heads:
        """Whose act a noun is that the parse takes for a verb: "called the U.S. strikes a violation"."""
        above = self.tokens[verb.head]
        if verb.tag != "VBZ" or verb.dep != "ccomp" or above.lemma not in event_classes()["naming"] or above.i > verb.i:
            return ()
        owner = self.tokens[verb.i - 1]
        named = owner.dep == "dobj" and owner.head == above.i and self.parsed.child(verb, "nsubj", "mark") is None
        return (owner,) if named and self.parsed.child(verb, "dobj", "attr") is not None else ()

    def _misread(self, verb: Token) -> Clause | None:
        """A sentence without a verb at its root, where the parse takes the verb for an adjective: "A court freed two men"."""
        head, sentence = self.tokens[verb.head], self.parsed.sentences[verb.sent]
        if verb.dep == "amod" and verb.tag == "VBN" and (has := self.tokens[verb.i - 1]).i == head.head and has.lower in HAVING:
            subjects = self.surface(has)  # "denied having laid mines": the parse has mines that are laid
            return Clause(verb=verb, passive=False, subjects=subjects, objects=self.expand(head), preps=self.prepositions(has, head))
        if (done := self.parsed.child(verb, "dobj")) is not None and verb.dep == "acl" and verb.tag == "VBN" and sentence.root == head.i:
            return Clause(  # "The ministers condemned in the strongest terms the attack"
                verb=verb, passive=False, subjects=self.expand(head), objects=self.expand(done), preps=self.prepositions(verb, done)
            )
        if verb.dep != "amod" or head.i < verb.i or self.tokens[sentence.root].pos not in {"NOUN", "PROPN"}:
            return None
        if verb.i > sentence.first and self.tokens[verb.i - 1].dep in {"det", "poss", "nummod", "case"}:
            return None  # "the striking doctors"
        before = (t for t in reversed(self.tokens[sentence.first : verb.i]) if t.pos in {"NOUN", "PROPN"})
        subject = next((t for t in before if t.dep not in {"pobj", "compound", "poss"}), None)
        if subject is None:
            return None
        while head.dep == "compound":
            head = self.tokens[head.head]  # "sentenced newspaper editor Selim Kara": the person, not the editor
        return Clause(verb=verb, passive=False, subjects=(subject,), objects=self.expand(head), preps=self.prepositions(verb, head))
