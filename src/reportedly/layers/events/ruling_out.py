"""What a word cannot tell of, whatever the encoder hears: a storm does no deed, no air strike is a protest, who comes home retreats not."""

from __future__ import annotations

from reportedly.knowledge.event_rows import event_classes
from reportedly.layers.events.nominals import is_state_of_danger
from reportedly.layers.events.phrases import Phrases
from reportedly.model import EventType
from reportedly.text import Parsed, Token

FORETOLD = ("of", "about", "over")  # "warned of a deficit"


class RuledOut:
    """The types of events that the words of one report rule out."""

    def __init__(self, parsed: Parsed, phrases: Phrases) -> None:
        self.parsed, self.phrases, self.grammar, self.classes = parsed, phrases, phrases.grammar, event_classes()

    def natural(self, token: Token) -> bool:
        """Whether a verb tells of what a storm or a quake has done."""
        subjects = self.grammar.surface(token) if token.pos == "VERB" else ()
        return any(self.phrases.core(s).lemma in self.classes["nature"] for s in subjects)

    def impossible(self, token: Token, kind: EventType) -> bool:
        """Whether a word says that it is none of that type."""
        if any(t.lower == "press" for t in self.parsed.children(token, "compound")) or is_state_of_danger(self.parsed, token):
            return True
        if kind is EventType.PROTEST:
            return any(
                t.lemma.lower() in self.classes["weapon"] or t.lower == "air" for t in self.parsed.children(token, "compound", "amod")
            )
        if kind is EventType.ASSAULT and token.lemma in self.classes["breaking"]:
            return True  # "in violation of an embargo"
        return token.pos == "VERB" and self._by_its_verb(token, kind)

    def _by_its_verb(self, verb: Token, kind: EventType) -> bool:
        """What a verb rules out with its arguments: nobody who resigns or flees is expelled by himself, a missile is nobody's property."""
        match kind:
            case EventType.ACCUSE if verb.lemma == "claim":
                thing = self.parsed.child(verb, "dobj")
                return thing is not None and thing.lemma in {"responsibility", "credit"}
            case EventType.SANCTION:
                return verb.lemma in self.classes["leaving_office"] | self.classes["suffering"] or self._closes_a_chamber(verb)
            case EventType.RETREAT:
                return verb.lemma in self.classes["coming_back"] and self._one_person(verb)
            case EventType.THREATEN if verb.lemma in self.classes["warning"]:
                return self._of_a_misfortune(verb)
            case _:
                return verb.lemma in self.classes["averting"] and self._averts(verb)

    def _closes_a_chamber(self, verb: Token) -> bool:
        """Whether a verb tells how a parliament was sent home, which is force; a party that is dissolved is expelled from politics."""
        objects = self.grammar.clause(verb).objects if verb.lemma in self.classes["closing_down"] else ()
        return any(self.phrases.core(t).lemma in self.classes["chamber"] for t in objects)

    def _one_person(self, verb: Token) -> bool:
        """Whether a verb tells of the journey of persons that are no force: "The general returned in 2011"."""
        clause = self.grammar.clause(verb)
        return not clause.objects and bool(clause.subjects) and all(self._is_a_person(t) for t in clause.subjects)

    def _is_a_person(self, head: Token) -> bool:
        core = self.phrases.core(head)
        return self.phrases.person(core) and core.tag not in {"NNS", "NNPS"} and core.lower not in {"they", "we"}

    def _of_a_misfortune(self, verb: Token) -> bool:
        """Whether nobody is threatened: "A bank warned of a deficit"; who warns somebody, or of what one does to others, may threaten."""
        clause = self.grammar.clause(verb)
        if any(self.phrases.involved(t) for t in clause.objects):
            return False
        told = [t for name in FORETOLD for t in clause.preps.get(name, ())]
        return bool(told) and not any(self.phrases.core(t).lemma in self.classes["retaliation"] for t in told)

    def _averts(self, verb: Token) -> bool:
        """Whether what a verb keeps from coming is a weapon in flight: "intercepted 40 missiles"."""
        clause = self.grammar.clause(verb)
        return bool(clause.objects) and all(self.phrases.core(t).lemma in self.classes["projectile"] for t in clause.objects)
