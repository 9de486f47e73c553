"""Who downloaded an article stands in its addresses: the library's proxy and its account. Both are taken out of every address."""

from __future__ import annotations

import re
from urllib.parse import unquote

_SPELT = r" ?".join("accountid")  # exports break long addresses with a space anywhere
_SECRET = rf"(?:{_SPELT}|groupid|parentsessionid|casa_token|jsessionid|sessionid|_csid)"
_VALUE = r" ?(?:=|%3D) ?[^\s&#;\"'<>()\[\]]*"
_OTHERS_FOLLOW = re.compile(rf"\?{_SECRET}{_VALUE}(?:&amp;|&|;)(?=\w)", re.I)
_PARAMETER = re.compile(rf"(?:(?:\?|&amp;|&|;|%3F|%26) ?|(?<![A-Za-z])){_SECRET}{_VALUE}", re.I)
# "https://libproxy.library.edu/login?url=https://..." and the same with the address inside written in percent codes.
_LOGIN = re.compile(
    r"https?://[^\s/?#\"'<>]{1,200}/[^\s?#\"'<>]{0,200}\?(?:[^\s#&?\"'<>]{1,100}&){0,5}"
    r"q?(?:url|target)=(https?(?:://|%3A%2F%2F)[^\s\"'<>]*)",
    re.I,
)
_ENDS = "com|org|net|gov|edu|info|co\\.uk|ca|de|fr|es|it|nl"
_HOST = r"[\w-]{1,63}"  # a part of a host's name; lengths and numbers are bounded so that no line takes long
_REST = r"[\w.-]{0,200}(?::\d+)?"
_KNOWN = r"\.[\w.-]{0,150}?(?:prox[yi]|ezp|idm|oclc)"
_DOTTED = re.compile(rf"(https?://)(?:0-)?((?:{_HOST}\.){{1,5}}?(?:{_ENDS})){_KNOWN}{_REST}", re.I)
_VENDOR = re.compile(rf"(?<![\w.-])(?:0-)?((?:{_HOST}\.){{0,4}}proquest\.com)\.{_HOST}\.{_REST}", re.I)
_DASHED = re.compile(rf"(?<![\w.-])([\w-]{{0,60}}proquest-com)(?:-{_HOST})?\.{_HOST}\.{_REST}", re.I)
_ANY_DASHED = re.compile(rf"(https?://)([\w-]{{1,60}}-(?:{_ENDS.replace('.', '-')})){_KNOWN}{_REST}", re.I)
_LABEL = r"(?:\w{0,20}(?:ez|lib|web|wam)-?prox[yi]\w{0,20}|prox[yi]\d{0,3}|ezp\d{0,3}|\w{0,20}libezp\w{0,20})"
_PROXY = re.compile(rf"https?://(?:{_HOST}\.){{0,4}}{_LABEL}\.{_REST}(?:/[^\s\"'<>]*)?", re.I)
DEEPEST = 3  # proxies within one another that are unwrapped


def scrubbed(words: str) -> str:
    """The words, with every address in them as anybody may use it: no account, no session, no library's proxy."""
    if "://" in words or "proquest" in words.lower():
        for _ in range(DEEPEST):
            words, unwrapped = _LOGIN.subn(_inner, words)
            if not unwrapped:
                break
        words = _VENDOR.sub(r"\1", words)
        words = _DASHED.sub(lambda m: m[1].replace("-", "."), words)
        words = _DOTTED.sub(r"\1\2", words)
        words = _ANY_DASHED.sub(lambda m: m[1] + m[2].replace("-", "."), words)
        words = _PROXY.sub("", words)
    return _PARAMETER.sub("", _OTHERS_FOLLOW.sub("?", words))


def _inner(m: re.Match[str]) -> str:
    address = m[1]
    return address if "://" in address[:9] else unquote(address)


def address(words: str) -> str | None:
    """The address in a field: whole again where a space broke it, and scrubbed."""
    first = re.search(r"https? ?: ?/ ?/", words)
    if first is None:
        return None
    whole = "".join(words[first.start() :].split()).replace("&amp;", "&")
    return scrubbed(whole).rstrip("?&") or None
