"""Noun phrases as participants: who they are, how far they reach, and what sort of thing they name."""

from __future__ import annotations

import re

from reportedly.knowledge.actor_nouns import actor_nouns
from reportedly.knowledge.countries import countries
from reportedly.knowledge.event_rows import event_classes
from reportedly.layers.base import Facts
from reportedly.layers.events.clauses import Grammar
from reportedly.model import Actor, ActorKind, MentionForm, Participant
from reportedly.text import Parsed, Token

ACTOR_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
PERSONAL = frozenset({"he", "she", "they", "who", "we", "i", "him", "her", "them", "us", "you", "whom"})
BEYOND = frozenset({"relcl", "appos", "conj", "cc", "acl", "advcl", "parataxis", "ccomp", "dep", "case", "preconj"})
OFFICES = frozenset({"GOV", "LEG", "ELI", "MIL", "REB", "OPP", "PTY", "IGO", "REL"})
ANAPHORA = frozenset({"it", "he", "she", "they"})
MATTERS = frozenset({"about", "after", "before", "during", "since", "as", "despite", "amid", "including"})  # said of the act, not of who
BREAKS = frozenset({",", "(", "--", "-", "—", "–", ":", "dead", "wounded", "injured"})  # "shot a man dead"
QUOTES = frozenset({"'", '"', "''", "``", "\u2018", "\u2019", "\u201c", "\u201d"})
CALENDAR = frozenset({"DATE", "TIME"})
CLOCK = re.compile(r"\d{1,2}[:.]\d{2}$")  # when a minute of a live page was written


class Phrases:
    """The noun phrases of one report with the actors found in it."""

    def __init__(self, parsed: Parsed, facts: Facts, grammar: Grammar) -> None:
        self.parsed, self.facts, self.grammar = parsed, facts, grammar
        self.nouns = actor_nouns()
        classes = event_classes()
        self.leaders, self.reporters, self.place_words = classes["leader"], classes["reporter"], classes["place"]
        self.countries = {a.country: a.id for a in reversed(facts.actors) if a.kind is ActorKind.COUNTRY and a.country}
        self.within = {s.start: p.country for p in facts.places for s in p.spans if p.country in self.countries}
        self._is_actor: dict[int, bool] = {}

    def actor(self, token: Token) -> bool:
        """Whether a noun stands for somebody who can act."""
        if (known := self._is_actor.get(token.i)) is None:
            known = self._is_actor[token.i] = self._acts(self.core(token))
        return known

    def core(self, token: Token) -> Token:
        """The noun that counts in a phrase; for a pronoun that takes up who is speaking, that speaker."""
        return self.grammar.core(self.named(token))

    def named(self, token: Token) -> Token:
        """What a pronoun stands for in its own sentence: as the actors layer says, else who reports ("Iran said it")."""
        if token.lower not in ANAPHORA:
            return token
        if (found := self.facts.mention_at(token.start)) is not None:
            return self._antecedent(token, found[0]) or token
        verb = self.parsed.tokens[token.head]
        said = self.parsed.tokens[verb.head]
        if verb.dep != "ccomp" or said.lemma not in self.reporters:
            return token
        subjects = self.grammar.surface(said)
        return subjects[0] if subjects and subjects[0] is not token and subjects[0].lower not in ANAPHORA else token

    def _antecedent(self, token: Token, actor: Actor) -> Token | None:
        """The nearest naming of the actor before the pronoun in its sentence."""
        first = self.parsed.tokens[self.parsed.sentences[token.sent].first].start
        for mention in reversed(actor.mentions):
            if first <= mention.start < token.start and mention.form is not MentionForm.PRONOUN:
                inside = self.parsed.tokens_in(mention.span)
                return next((t for t in inside if not inside[0].i <= t.head <= inside[-1].i), inside[-1] if inside else None)
        return None

    def _acts(self, token: Token) -> bool:
        if token.ent in ACTOR_ENTITIES or token.lower in PERSONAL:
            return True
        if self.facts.mention_at(token.start) is not None:
            return True
        return token.pos in {"NOUN", "PROPN", "ADJ"} and token.lemma.lower() in self.nouns

    def involved(self, token: Token) -> bool:
        """Whether a phrase names somebody, be it within: "the government's decision", "a Saudi-led strike"."""
        if self.actor(token) or token.pos == "PROPN":
            return True
        left, right = self.reach(token)
        return any(t.ent in ACTOR_ENTITIES or t.lower in PERSONAL or t.lemma in self.nouns for t in self.parsed.tokens[left : right + 1])

    def person(self, token: Token) -> bool:
        """Whether a noun stands for a person or persons."""
        core = self.core(token)
        if core.ent == "PERSON" or core.lower in PERSONAL:
            return True
        if (found := self.facts.mention_at(core.start)) is not None:
            return found[0].kind in {ActorKind.PERSON, ActorKind.GROUP}
        noun = self.nouns.get(core.lemma.lower())
        return noun is not None and noun.kind in {ActorKind.PERSON, ActorKind.GROUP}

    def leader(self, token: Token) -> bool:
        """Whether a noun stands for somebody whose journeys are diplomacy: a named person, an official, an envoy."""
        token = self.core(token)
        if token.ent == "PERSON" or token.lower in {"he", "she", "who"}:
            return True
        if (found := self.facts.mention_at(token.start)) is not None and found[0].kind is ActorKind.PERSON:
            return bool(set(found[0].roles) & OFFICES)
        return token.lemma.lower() in self.leaders

    def place(self, token: Token) -> bool:
        """Whether a noun stands for a country, town or region."""
        return token.ent in PLACE_ENTITIES or token.lemma.lower() in self.place_words

    def town(self, token: Token) -> bool:
        """Whether a name is that of a place that is no country."""
        return token.ent == "GPE" and countries().by_name(self.parsed.text[self._name_start(token) : token.end]) is None

    def reach(self, head: Token) -> tuple[int, int]:
        """The first and last token of a noun phrase with its modifiers, without clauses, appositions and coordination."""
        left = right = head.i
        for kid in self.parsed.children(head):
            if kid.i < head.i:
                left = min(left, self._start(kid)) if self._before(kid, head) else left
            elif kid.dep in BEYOND or kid.lower in BREAKS or kid.lower in MATTERS or self._calendar(kid):
                break
            elif kid.text not in QUOTES:
                right = max(right, self._end(kid))
        return left, right

    def _before(self, kid: Token, head: Token) -> bool:
        """Whether a dependent before the noun belongs to its phrase: no clause, no adverb of the sentence."""
        if kid.dep in BEYOND or kid.dep == "punct" or kid.lower == "no" or CLOCK.match(kid.text):
            return False
        if kid.ent in CALENDAR and head.ent not in CALENDAR and kid.dep != "poss":
            return False  # "In 1974 Turkish forces", "March 4 - Gunmen"
        return kid.dep != "advmod" or kid.i == head.i - 1

    def _start(self, kid: Token) -> int:
        """Where a modifier before the noun begins; after the verb where the parse has the sentence's verb in it, read as an adjective."""
        verbs = (t.i for t in self.parsed.tokens[kid.left : kid.i + 1] if self._has_subject(t))
        return max(verbs, default=kid.left - 1) + 1

    def _has_subject(self, word: Token) -> bool:
        own = word.pos == "VERB" and self.parsed.child(word, "nsubj") is not None
        return own or bool(self.grammar.headline_subject(word))

    def _end(self, kid: Token) -> int:
        """The end of a modifier after the noun, cut before a clause within it."""
        if kid.dep != "prep":
            return kid.right
        pobj = self.parsed.child(kid, "pobj")
        if pobj is None:
            return kid.right if self.parsed.child(kid, "prep") is not None else kid.i - 1  # "a clan of having burned it"
        return self.reach_right(pobj)

    def reach_right(self, noun: Token) -> int:
        """The end of a noun phrase with all that is coordinated with it."""
        right = self.reach(noun)[1]
        for other in self.grammar.expand(noun)[1:]:
            right = max(right, self.reach(other)[1])
        return right

    def _calendar(self, kid: Token) -> bool:
        if kid.ent in CALENDAR:
            return True
        pobj = self.parsed.child(kid, "pobj") if kid.dep == "prep" else None
        return pobj is not None and pobj.ent in CALENDAR

    def participant(self, heads: tuple[Token, ...]) -> Participant | None:
        """The phrases of these heads with the actors that they stand for."""
        if not heads:
            return None
        heads = tuple(self.named(h) for h in heads)
        pieces = self._pieces(heads)
        words = self.parsed.words(*pieces)
        ids: dict[str, None] = {}
        for head in heads:
            if found := self.actor_id(head):
                ids.setdefault(found)
        return Participant(spans=words.spans, text=words.text, id=next(iter(ids), None), ids=tuple(ids))

    def _pieces(self, heads: tuple[Token, ...]) -> list[tuple[int, int]]:
        """Their stretches in reading order, joined where only "and" or commas stand between."""
        found: list[tuple[int, int]] = []
        for left, right in sorted(self._stretch(h) for h in heads):
            if found and left <= found[-1][1]:
                found[-1] = (found[-1][0], max(right, found[-1][1]))
            elif found and all(t.dep in {"cc", "punct", "det", "preconj"} for t in self.parsed.tokens[found[-1][1] + 1 : left]):
                found[-1] = (found[-1][0], right)
            else:
                found.append((left, right))
        return found

    def _stretch(self, head: Token) -> tuple[int, int]:
        if head.dep in {"amod", "nmod"}:
            return head.i, head.i
        if head.dep == "compound":
            return self._start(head), head.i
        left, right = self.reach(head)
        return left, self._with_name(head, right)

    def _with_name(self, head: Token, right: int) -> int:
        """The end of a phrase with the name that follows it: "the mayor of Ramallah, Hanan Shahin"."""
        name = next((t for t in self.parsed.children(head, "appos") if t.pos == "PROPN"), None)
        if name is None or head.pos == "PROPN" or name.left <= right:
            return right
        between = self.parsed.tokens[right + 1 : name.left]
        return self.reach(name)[1] if all(t.text == "," for t in between) else right

    def _government(self, token: Token) -> str | None:
        """The country actor for which a country's or capital's name stands."""
        name = self.parsed.text[self._name_start(token) : token.end]
        known = countries().by_name(name) or countries().by_metonym(name)
        return None if known is None else self.countries.get(known.country)

    def host(self, heads: tuple[Token, ...]) -> str | None:
        """The country actor in whose land a place lies."""
        return next((self.countries[c] for h in heads if (c := self.within.get(self._name_start(self.core(h)))) is not None), None)

    def _name_start(self, token: Token) -> int:
        """Where the name begins that a token ends."""
        while token.iob == 1 and token.i > 0:
            token = self.parsed.tokens[token.i - 1]
        return token.start

    def within_phrase(self, left: int, right: int) -> set[str]:
        """The actors that are named within some tokens, pronouns included."""
        found = (self.facts.mention_at(t.start) for t in self.parsed.tokens[left : right + 1])
        return {mention[0].id for mention in found if mention is not None}

    def actor_id(self, head: Token) -> str | None:
        """The actor that a phrase stands for: by its head, else by whoever is named within it first."""
        core = self.core(head)
        for token in (head, core):
            if (found := self.facts.mention_at(token.start)) is not None:
                return found[0].id
        if self.nouns.get(core.lemma.lower()):
            return None
        if core.ent in PLACE_ENTITIES and (country := self._government(core)) is not None:
            return country
        left, right = self.reach(head)
        if head.dep in {"amod", "compound"}:
            return None
        inside = self.parsed.tokens[left : right + 1]
        for token in (*self.parsed.children(head, "appos"), *inside):  # "the squid boat Haeseong 7"; "the president's house"
            if token.dep not in {"poss", "compound", "amod", "pobj", "nmod", "appos"} or self.only_where(token):
                continue
            if (found := self.facts.mention_at(token.start)) is not None:
                return found[0].id
        return None

    def only_where(self, token: Token) -> bool:
        """Whether a name tells where a thing is: "a treaty in Washington" is not America."""
        return token.dep == "pobj" and self.parsed.head(token).lower in {"in", "at", "near"}
