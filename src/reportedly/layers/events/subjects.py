"""Whose act a verb tells of, where the parse gives it no subject of its own; and what stands after prepositions."""

from __future__ import annotations

from reportedly.knowledge.event_rows import event_classes
from reportedly.knowledge.status import status_knowledge
from reportedly.layers.events.draft import Heads, Preps
from reportedly.text import Parsed, Token

RELATIVE = frozenset({"who", "which", "that", "whom"})
BIDDING = frozenset("tell urge bid order warn ask beg demand implore exhort instruct command advise".split())
HEADLINE = frozenset({"ROOT", "nsubj", "nsubjpass"})  # where the noun stands that a headline's "to" clause hangs on
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
SHARED_OBJECT_PREPS = frozenset({"of", "from", "for", "into", "over", "as"})  # "accused X of doing": X does it
ASKED_PREPS = frozenset({"on", "upon", "with", "to", "for"})  # "called on X to do"
PASSIVE_DEPS = frozenset("acl advcl amod xcomp ROOT relcl ccomp oprd pcomp dep parataxis".split())
CALENDAR = frozenset({"DATE", "TIME"})
DASHES = frozenset({"-", "--", "–", "—"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
COMPLETED = frozenset({"dobj", "xcomp", "ccomp"})
NAMES = frozenset({"GPE", "NORP", "PERSON", "ORG"})
AGREEING = frozenset({("NNS", "NNP"), ("NN", "NNS")})  # a verb read as a noun, and its subject
STOPS = frozenset({".", "\u201d", '"'})
VERBAL = frozenset({"VERB", "AUX"})
DEEPEST = 6  # how far control is followed; chains in the development sets end by 4
NESTED = 3  # "two days of a series of attacks": quantities within quantities


class Subjects:
    """Subjects, coordination and prepositional phrases of one report."""

    def __init__(self, parsed: Parsed, controllers: frozenset[str]) -> None:
        self.parsed, self.tokens = parsed, parsed.tokens
        self.controllers = controllers | event_classes()["controller"] | event_classes()["holding_to_account"]
        self.attitudes = status_knowledge().cues["NOUN"]
        self.quantities, self.holding = event_classes()["quantity"], event_classes()["holding_to_account"]

    def expand(self, token: Token) -> Heads:
        """A noun and those coordinated with it."""
        found = [token]
        for kid in self.parsed.children(token, "conj"):
            if kid.pos in NOMINAL and not self.aside(token, kid):
                found.extend(self.expand(kid))
        return tuple(found)

    def aside(self, first: Token, other: Token) -> bool:
        """Whether what stands beside a name is only what somebody wants or says: "battle rebels in Mali and Oslo's desire to"."""
        return first.ent in NAMES and other.pos == "NOUN" and other.lemma in self.attitudes

    def core(self, noun: Token) -> Token:
        """The noun that is counted or measured: "attacks" in "a series of attacks"; the noun itself elsewhere."""
        for _ in range(NESTED):
            if noun.lemma not in self.quantities:
                break
            of = next((self.tokens[k] for k in noun.kids if self.tokens[k].lower == "of"), None)
            under = self.parsed.child(of, "pobj") if of is not None else None
            if under is None:
                break
            noun = under
        return noun

    def prepositions(self, *holders: Token) -> Preps:
        """What stands after each preposition that hangs on the tokens."""
        found: Preps = {}
        for holder in holders:
            for k in holder.kids:
                kid = self.tokens[k]
                if kid.dep in {"prep", "agent"} or (kid.dep == "dative" and kid.pos == "ADP"):
                    self._add(found, kid)
                elif kid.dep in {"prt", "advmod"}:
                    for prep in self.parsed.children(kid, "prep"):
                        self._add(found, prep)
        return found

    def _add(self, found: Preps, prep: Token) -> None:
        here: Heads = ()
        for k in prep.kids:
            kid = self.tokens[k]
            if kid.dep == "pobj":
                here += tuple(t for t in self.expand(kid) if t.ent not in CALENDAR)
            elif (kid.dep == "prep" and prep.lower != "according") or (kid.dep == "conj" and kid.pos == "ADP"):
                self._add(found, kid)
        found[prep.lower] = found.get(prep.lower, ()) + here

    def surface(self, verb: Token, depth: int = 0) -> Heads:
        """The grammatical subjects of a verb, its own or those that it shares with its governor."""
        own = [self.tokens[k] for k in verb.kids if self.tokens[k].dep in SUBJECTS]
        if own:
            nearest = next((s for s in reversed(own) if s.i < verb.i), own[0])
            subject = self._undated(nearest, verb)
            return (*self._listed(subject, verb), *self._antecedent(verb, subject))
        if depth >= DEEPEST or verb.head == verb.i:
            return ()
        return self._shared(verb, self.tokens[verb.head], depth + 1)

    def _listed(self, subject: Token, verb: Token) -> Heads:
        """Whom a headline puts before or after its subject with a comma for "and": "Oslo, Lima sign accord", "Putin, Xi to meet"."""
        if self._stopped(verb) or subject.pos not in {"PROPN", "NOUN"}:
            return ()
        before = self.tokens[max(0, subject.left - 2)]
        if before.head == verb.i and before.dep in {"npadvmod", "dep"} and self._beside(before, subject):
            return (before,)
        return tuple(t for t in self.parsed.children(subject, "appos") if self._beside(subject, t) and t.right < verb.i)

    def _beside(self, one: Token, other: Token) -> bool:
        """Whether two names, or two plurals, without an article have only a comma between them."""
        alike = one.ent == other.ent and (one.ent in NAMES or (one.tag == other.tag == "NNS" and not one.ent))
        return alike and other.left == one.i + 2 and self.tokens[one.i + 1].text == "," and self.tokens[other.left].pos != "DET"

    def _undated(self, subject: Token, verb: Token) -> Token:
        """The noun after the dash, where the parse takes a dateline for the subject ("KYIV -- The president said")."""
        if not subject.text.isupper() or self.tokens[min(subject.i + 1, len(self.tokens) - 1)].text not in DASHES:
            return subject
        after = (t for t in self.tokens[subject.i + 2 : verb.i] if t.pos in {"NOUN", "PROPN"} and t.dep not in {"pobj", "compound", "poss"})
        return next((t for t in after if t.head <= subject.i or t.head == verb.i), subject)

    def _antecedent(self, verb: Token, subject: Token) -> Heads:
        """The subject, or what a relative pronoun stands for."""
        if subject.lower in RELATIVE and subject.tag in {"WDT", "WP"}:
            while verb.dep == "conj" and verb.head != verb.i:
                verb = self.tokens[verb.head]
            if verb.dep == "relcl":
                return (self.tokens[verb.head],)
        return self.expand(subject)

    def _shared(self, verb: Token, head: Token, depth: int) -> Heads:
        """The subject that a verb shares with its governor."""
        match verb.dep:
            case "amod" if verb.tag in {"VBG", "VBN"}:
                return self.expand(head)  # "the striking doctors", "two jailed editors"
            case "acl":
                return self._owner(head, depth) if verb.tag == "VB" or head.ent in CALENDAR else self.expand(head)
            case "pcomp":
                return self._gerund(head, self.tokens[head.head], depth)
            case "xcomp" | "ccomp" if head.pos in VERBAL:
                return self._controlled(head, depth) if verb.dep == "xcomp" or verb.tag in {"VBG", "VBN"} else ()
            case "xcomp" if verb.tag == "VB" and head.pos == "NOUN":
                return self.headline_subject(head)
            case "relcl" if verb.tag == "VB" and head.dep in HEADLINE:
                return self.expand(head)  # "Army to storm town, colonel says"
            case "advcl" | "ccomp" if verb.tag == "VB" and self._bidden(verb, head):
                told = self.parsed.child(head, "dobj", "dative")
                return self.expand(told) if told is not None else ()
            case "advcl" | "conj" | "dep" | "acomp" | "attr" if head.pos in VERBAL:
                return self.surface(self._partner(verb, head), depth)
        return self.surface(head, depth) or self.surface(self.tokens[head.head], depth) if head.pos == "ADJ" else ()

    def _bidden(self, verb: Token, head: Token) -> bool:
        """Whether a verb without "to" is what somebody is told to do: "Free our crew, Athens tells Tehran"."""
        return verb.i < head.i and head.lemma in BIDDING and not any(self.tokens[k].tag in {"TO", "MD"} for k in verb.kids)

    def _partner(self, verb: Token, head: Token) -> Token:
        """The verb whose subject a participle or a coordinated verb shares."""
        clause = head.tag in {"VBN", "VBG", "VB"} and head.dep in {"ccomp", "xcomp", "advcl"}
        if verb.dep == "conj" and verb.tag in FINITE and clause and head.head < verb.i:
            return self.tokens[head.head]  # "denied that it had fired and blamed": the one who denied
        reported = self.parsed.child(head, "ccomp") if verb.dep == "advcl" else None
        if reported is not None and reported.i < head.i < verb.i and self.parsed.quotation_at(reported) is None:
            return reported  # "the base fell, officials said, killing 17"; but who is quoted speaks on
        return head

    def _gerund(self, prep: Token, governor: Token, depth: int) -> Heads:
        """The subject of "doing" in "by doing", "accused them of doing", "the plan of doing"."""
        if governor.pos not in VERBAL:
            return self._accused(prep, governor) or self._owner(governor, depth)
        return self._controlled(governor, depth) if prep.lower in SHARED_OBJECT_PREPS else self.surface(governor, depth)

    def _accused(self, prep: Token, noun: Token) -> Heads:
        """Who is held to have done it, where the parse hangs "of" on him: "acquitted the mayor of killing two"."""
        holds = noun.dep in {"dobj", "nsubjpass"} and self.tokens[noun.head].lemma in self.holding
        return self.expand(noun) if holds and prep.lower in SHARED_OBJECT_PREPS else ()

    def _controlled(self, head: Token, depth: int) -> Heads:
        """The object of a verb that makes its object act ("urged X to go"), else its subject."""
        if self.passive(head) or head.lemma not in self.controllers:
            return self.surface(head, depth)
        if (found := self.parsed.child(head, "dobj")) is not None:
            return self.expand(found)
        calling = head.lemma in {"call", "appeal", "plead"}
        asked = next((k for k in self.parsed.children(head, "prep", "dative") if calling and k.lower in ASKED_PREPS), None)
        pobj = self.parsed.child(asked, "pobj") if asked is not None else None
        return self.expand(pobj) if pobj is not None else self.surface(head, depth)

    def _owner(self, noun: Token, depth: int) -> Heads:
        """Who a noun belongs to: its possessor, else the subject of its clause ("his plan to", "made an attempt to")."""
        if (owner := self.parsed.child(noun, "poss")) is not None:
            return self.expand(owner)
        governor = self.tokens[noun.head]
        return self.surface(governor, depth) if noun.dep in {"dobj", "attr", "xcomp"} and governor.pos in VERBAL else ()

    def headline_subject(self, noun: Token) -> Heads:
        """Who acts where a headline's verb is read as a noun: "North Korea fires missile", "Police raid senator's home"."""
        before = self.tokens[noun.i - 1]
        if noun.pos not in {"NOUN", "PROPN"} or before.dep != "compound" or before.head != noun.i or before.sent != noun.sent:
            return ()
        agree = (noun.tag, before.tag) in AGREEING
        if not agree or before.left != self.parsed.sentences[noun.sent].first or self._stopped(noun):
            return ()
        acts = noun.dep == "compound" or (noun.dep == "ROOT" and self.parsed.child(noun, "xcomp") is not None)
        return (before,) if acts else ()

    def headline_object(self, noun: Token) -> Heads:
        """What such a verb is done to: the noun at the end of what it is read as a part of."""
        top = noun
        while top.dep in {"compound", "poss"} and top.head > top.i:
            top = self.tokens[top.head]
        return (top,) if top is not noun else ()

    def _finite(self, verb: Token) -> bool:
        """Whether a verb must be finite: that of a full sentence, which no headline is."""
        return verb.dep == "ROOT" and self._stopped(verb)

    def _stopped(self, token: Token) -> bool:
        """Whether its sentence ends with a full stop, as no headline does."""
        return self.tokens[self.parsed.sentences[token.sent].last].text in STOPS

    def passive(self, verb: Token) -> bool:
        """Whether a verb is in the passive: "was freed", "the men freed by", headline "Two men freed"."""
        kids = [self.tokens[k] for k in verb.kids]
        if any(k.dep in {"nsubjpass", "auxpass", "agent"} for k in kids):
            return True
        auxiliaries = [k for k in kids if k.dep == "aux"]
        if not self._participle(verb) or any(k.lemma in {"have", "having"} for k in auxiliaries):
            return False
        if not auxiliaries and "nsubj" in (deps := {k.dep for k in kids}) and (deps & COMPLETED or self._finite(verb)):
            return False  # "shelling killed three", "they called on him to go", read as a participle
        head = self.tokens[verb.head]
        if verb.dep == "conj" and not auxiliaries and head.pos == "VERB":
            return head.tag == "VBN" and head is not verb and self.passive(head)
        return verb.dep in PASSIVE_DEPS

    def _participle(self, verb: Token) -> bool:
        """Whether a verb is a participle, be it read as a past tense: "Three men killed in raid" has a noun with a clause upon it."""
        if verb.tag != "VBD" or verb.lemma not in event_classes()["done_to"]:
            return verb.tag == "VBN"
        bare = not any(self.tokens[k].dep in COMPLETED or self.tokens[k].dep in {"aux", "prt", "dative"} for k in verb.kids)
        return bare and (verb.dep == "acl" or (verb.dep == "ROOT" and not self._finite(verb)))
