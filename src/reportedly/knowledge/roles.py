"""The roles that an actor can have: the actor sectors of PLOVER 2.0, and what stands beside them in a Reading."""

from __future__ import annotations

STATE = frozenset({"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "SPY"})
OTHERS = frozenset({"AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "OPP", "PTY", "REB", "REF", "REL"})
VAGUE = frozenset({"PRE", "SOC", "UAF", "UNK"})
SECTORS = STATE | OTHERS | VAGUE
ROLES = SECTORS | {"IGO", "NGO", "MNC", "IMG", "ISM"}  # PLOVER writes these five in place of a country
