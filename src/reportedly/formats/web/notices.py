"""Standing phrases of news pages that are no prose, language by language: that the rest is paid for, invitations, labels, errors.

Each line is a regular expression, matched without regard to capitals.
"""

from __future__ import annotations

import re

_PAYWALL = (
    # English
    r"(?:subscribe|sign in|log in|register|sign up|create an? (?:free )?account)\b.{0,40}? to (?:continue|keep|read|unlock|access)\b",
    r"to (?:continue|keep) reading|(?:continue|keep) reading (?:with|for|by)\b|already (?:a subscriber|have an account|subscribed)\b",
    r"(?:article|story|content) is (?:\w+ ){0,2}(?:reserved for|exclusive to|available (?:only )?to|for) (?:\w+ )?(?:subscribers|members)",
    r"(?:you have|you've) (?:reached|used|read) (?:your|all|the) .{0,40}(?:limit|free articles)|unlock (?:this|the full) (?:article|story)",
    # French
    r"il vous reste [\d.,]+ ?% de cet article|réservée?s? (?:à nos|aux) abonnés|pour lire la suite|déjà abonné",
    r"abonnez-vous pour (?:lire|continuer)|la suite (?:de cet article )?est réservée",
    # German
    r"(?:jetzt|hier) weiterlesen|weiterlesen (?:mit|nach)\b|nur für abonnent|(?:artikel|inhalt) ist (?:nur |exklusiv )?für abonnent",
    r"um (?:den (?:ganzen|vollständigen) |diesen )?(?:artikel|text) (?:weiter|vollständig|ganz) ?zu ?lesen|bereits (?:abonnent|ein abo)",
    # Spanish
    r"(?:exclusivo|sólo|solo) para (?:suscriptores|socios|abonados)|para (?:seguir|continuar) leyendo|ya (?:eres|soy|es) suscriptor",
    # Italian, Portuguese, Dutch
    r"per continuare a leggere|riservato agli abbonati|(?:sei )?già abbonat",
    r"exclusiv[oa] para assinantes|para continuar (?:lendo|a ler)|já (?:é|sou) assinante",
    r"om (?:verder te lezen|dit artikel te lezen)|(?:alleen|exclusief) voor abonnees|al (?:een )?abonnee\b|lees verder (?:met|als)\b",
)
_INVITATIONS = (
    r"our standards: .*trust principles.*",
    r"(?:read|see|watch|listen)(?: (?:more|also|next|here|now))+\b.*|(?:also|must) read\b.*",
    r"related(?: (?:articles?|stories|topics|news|content))?:?.{0,100}|more (?:on|from|about) (?:this|the|our)\b.*",
    r"(?:recommended|most read|most popular|trending|top stories|editors?' picks?).{0,60}",
    r"(?:sign up|subscribe|register)\b.*|(?:get|receive) .{0,80}(?:newsletter|inbox|alerts?)\b.*",
    r".{0,60}\b(?:our|free|daily|weekly)\b.{0,20}\bnewsletters?\b.{0,60}",
    r"follow (?:us|@|\S+ (?:\S+ ){0,4}on)\b.*|join (?:us|our|the conversation)\b.*|like us on .*|download (?:our|the) .*app\b.*",
    r"share (?:this|on|via)\b.*|click here\b.*|(?:\d+ )?comments?|leave a (?:comment|reply).*|(?:tags?|topics?|filed under|keywords): .*",
    r"the post .+ (?:appeared first|first appeared) on .+|(?:support|donate to) our\b.*",
    # German
    r"(?:lesen|hören|sehen) sie (?:auch|dazu|mehr|hier)\b.*|mehr (?:zum thema|dazu|über)\b.*|(?:zum thema|schlagworte|themen)\b.{0,80}",
    r"(?:jetzt )?(?:abonnieren|folgen) sie\b.*|über dieses thema berichtete\b.*|dieses thema im programm.*",
    # French
    r"(?:lire|voir|écouter) (?:aussi|également|la suite)\b.*|(?:abonnez|inscrivez|suivez)-(?:vous|nous)\b.*|sur le même sujet.*",
    # Spanish
    r"(?:lea|lee|leer|ver|vea|mira) (?:también|más|además)\b.*|(?:síguenos|suscríbete|suscríbase|únete)\b.*|temas relacionados.*",
    # Italian, Portuguese, Dutch
    r"(?:leggi|vedi|guarda|ascolta) anche\b.*|(?:iscriviti|seguici|abbonati)\b.*",
    r"(?:leia|veja|ouça|saiba) (?:também|mais)\b.*|(?:assine|siga-nos|inscreva-se|receba)\b.*",
    r"(?:lees|bekijk|luister) ook\b.*|meer over\b.*|(?:volg ons|meld je aan|schrijf je in)\b.*",
)
_LABELS = (
    r"advertisement|advertising|anzeige|publicité|publicidad|pubblicità|publicidade|advertentie|werbung|promoted|sponsored",
    r"(?:article|story) continues (?:below|after).{0,30}|scroll to continue.{0,30}",
    r"skip (?:advertisement|ad|past .{0,40})|play video|share|print",
    r"\d+ ?(?:min(?:ute)?s?\.?|minuti|minutos|minuten)(?: read| de lecture| Lesezeit| de lectura| di lettura| de leitura| leestijd)?",
    r"(?:temps de )?lecture:? \d+ min\.?|listen to (?:this )?article.{0,40}|image (?:source|caption|credit)s?\b.{0,80}",
)
_DATED = (
    r"(?:first )?(?:published|posted|updated|last (?:updated|modified)|created)",
    r"stand|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado",
    r"pubblicato|aggiornato|atualizado|gepubliceerd|bijgewerkt",
)
_ERRORS = (
    r"(?:(?:http )?error\b:? ?)?\b(?:40[0-9]|410|429|50[0-4])\b.{0,40}",
    r".{0,30}\b(?:not found|page not found|access denied|forbidden|bad gateway|gone)\b.{0,20}",
    r"(?:internal server error|service (?:temporarily )?unavailable|gateway time-?out|too many requests|error|oops).{0,30}",
    r".{0,20}(?:nicht gefunden|introuvable|no encontrad[ao]|non trovat[ao]|não encontrad[ao]|niet gevonden)\b.{0,20}",
)
_CHECKS = (
    r"just a moment.{0,20}|attention required.{0,30}|.{0,20}(?:are you (?:a robot|human)|captcha|security check|verify(?:ing)? you).{0,40}",
    r"before you continue.{0,40}|(?:cookie|privacy) (?:consent|settings).{0,20}|access to this page has been denied.{0,20}",
)


def _any(lines: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(lines), re.I)


_PAID = _any(_PAYWALL)
# One of these stands in all of the phrases above: to look for them first takes a tenth of the time.
_HINTS = (
    *("subscri", "sign in", "log in", "regist", "sign up", "account", "reading", "members", "limit", "free articles", "unlock"),
    *("cet article", "abonn", "lire la suite", "weiterlesen", "lesen", "suscri", "socios", "abonad", "leyendo"),
    *("leggere", "abbonat", "assinante", "lendo", "a ler", "lezen", "lees verder", "ein abo", "suite"),
)
NOTICE = 250  # characters of the longest notice that the rest is paid for; those of our samples have under 100
INVITATION = _any(_INVITATIONS)  # the whole of a last paragraph
LABEL = _any(_LABELS)  # the whole of a paragraph
DATED_BEFORE = re.compile(rf"(?:(?:{'|'.join(_DATED)})(?: (?:on|at|am|le|el|il|em|op))?:?\s+)+", re.I)  # what stands before a date
DATED = re.compile(DATED_BEFORE.pattern + r".{0,80}", re.I)  # the whole of a line above the prose
ERROR = _any(_ERRORS)  # the whole of a title
CHECK = _any(_CHECKS)  # the whole of a title


def is_paywall(words: str) -> bool:
    """Whether a short paragraph says that there is more for those who pay."""
    lower = words.lower()
    return len(words) < NOTICE and any(hint in lower for hint in _HINTS) and _PAID.search(words) is not None
