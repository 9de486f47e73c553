"""Make the golden files of the web formats that are bytes: WARC, ARC, MHTML and Safari's web archive. The same bytes every time.

usage: python tests/formats/golden/make_web.py
"""

import base64
import gzip
import io
import plistlib
import zlib
from pathlib import Path

import brotli
from fastwarc.stream_io import ZstdWriter

HERE = Path(__file__).parent
DAY = "2031-05-16T10:00:00Z"


def page(headline: str, day: str | None, *paragraphs: str, lang: str = "en") -> str:
    dated = f'<meta property="article:published_time" content="{day}T08:00:00Z">' if day else ""
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{headline}</title>'
        f'<meta property="og:type" content="article"><meta property="og:site_name" content="The Varda Courier">{dated}</head>'
        f"<body><article><h1>{headline}</h1>{body}</article></body></html>"
    )


FERRY = page(
    "Ferry talks resume in Port Varda",
    "2031-05-14",
    "The government of Sarmia accused the dockers' union on Tuesday of blocking the two last ferries to the northern islands.",
    "The union denied the accusation. Talks would go on until both sides agreed, its chairwoman said.",
)
STORM = page(
    "Storm cuts power in the north",
    "2031-05-13",
    "Some four thousand houses were without light on Monday night, the operator of the grid said.",
)
COURT = page(
    "Court frees two editors",
    "2031-05-12",
    "The judges said that there was no evidence against the two. The prosecutor said he would appeal.",
)
BRIDGE = page(
    "Bridge at Kessel opens again",
    None,
    "Lorries may cross the bridge at Kessel from Friday, the ministry said. Trains must wait until the autumn.",
)
HAFEN = page(
    "Küstenwache meldet Übergriff",
    "2031-03-02",
    "Die Küstenwache hat am Sonntag ein Fischerboot gestoppt, sagte der Außenminister.",
    lang="de",
)


def record(kind: str, uri: str, block: bytes, content_type: str, *more: str, length: int | None = None) -> bytes:
    lines = ["WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: {uri}", f"WARC-Date: {DAY}", f"Content-Type: {content_type}", *more]
    head = "\r\n".join([*lines, f"Content-Length: {len(block) if length is None else length}", "", ""]).encode()
    return head + block + b"\r\n\r\n"


def response(
    path: str, body: bytes, *fields: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8", more: tuple[str, ...] = ()
) -> bytes:
    head = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {kind}", *fields, "", ""]).encode()
    return record("response", f"https://www.vardacourier.example/{path}", head + body, "application/http; msgtype=response", *more)


def chunked(body: bytes, size: int = 200) -> bytes:
    parts = [body[n : n + size] for n in range(0, len(body), size)]
    return b"".join(f"{len(p):x}\r\n".encode() + p + b"\r\n" for p in parts) + b"0\r\n\r\n"


def packed(raw: bytes) -> bytes:
    return gzip.compress(raw, mtime=0)


INFO = record("warcinfo", "urn:x", b"software: by hand\r\n", "application/warc-fields")
MIXED = [
    INFO,
    record("request", "https://www.vardacourier.example/1", b"GET /1 HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
    response("1", packed(FERRY.encode()), "Content-Encoding: gzip"),
    response("2", chunked(brotli.compress(STORM.encode())), "Content-Encoding: br", "Transfer-Encoding: chunked"),
    response("3", zlib.compress(COURT.encode()), "Content-Encoding: deflate"),
    response("4", BRIDGE.encode(), "Transfer-Encoding: chunked"),  # which is not true
    response("5", HAFEN.encode("cp1252").replace(b"utf-8", b"UTF-8", 1), kind="text/html; charset=iso-8859-1"),
    response("gone", b"<html><title>Not found</title></html>", status="404 Not Found"),
    response("logo.png", b"\x89PNG\r\n", kind="image/png"),
    response("", b"<html><head><title>The Varda Courier</title></head><body><p>Nothing today.</p></body></html>"),
    record("revisit", "https://www.vardacourier.example/1", b"HTTP/1.1 200 OK\r\n\r\n", "application/http; msgtype=response"),
    record("resource", "https://www.vardacourier.example/6", STORM.encode(), "text/html; charset=utf-8"),
    response("7", COURT.encode()[:-40], more=("WARC-Truncated: length",)),
]


def zstandard(records: list[bytes]) -> bytes:
    out = io.BytesIO()
    for raw in records:
        writer = ZstdWriter(out)
        writer.write(raw)
        writer.close()
    return out.getvalue()


def arc() -> bytes:
    about = b"1 0 Example\nURL IP-address Archive-date Content-type Archive-length\n\n"
    answer = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + STORM.encode()
    records = [
        (b"filedesc://x.arc 0.0.0.0 19990912000000 text/plain", about),
        (b"http://www.vardacourier.example/2 10.0.0.1 19990913101112 text/html", answer),
    ]
    return b"".join(head + b" " + str(len(block)).encode() + b"\n" + block + b"\n" for head, block in records)


def mhtml() -> bytes:
    encoded = base64.encodebytes(FERRY.encode()).decode().replace("\n", "\r\n")
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.vardacourier.example/1\r\nSubject: Ferry talks\r\n"
        "Date: Fri, 16 May 2031 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----x"\r\n\r\n\r\n'
        "------x\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: https://www.vardacourier.example/1\r\n\r\n{encoded}\r\n"
        "------x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://www.vardacourier.example/a.png\r\n\r\niVBORw0KGgo=\r\n------x--\r\n"
    ).encode()


def webarchive() -> bytes:
    main = {
        "WebResourceData": FERRY.encode(),
        "WebResourceURL": "https://www.vardacourier.example/1",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceMIMEType": "text/html",
    }
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def main() -> None:
    cut = response("2", STORM.encode())
    damaged = packed(response("1", FERRY.encode()))
    files = {
        "warc/mixed.warc.gz": b"".join(packed(r) for r in MIXED),
        "warc/plain.warc": b"".join([*MIXED[:3], MIXED[11]]),
        "warc/one-member.warc.gz": packed(b"".join(MIXED[:4])),
        "warc/zstandard.warc.zst": zstandard(MIXED[:4]),
        "warc/cut.warc.gz": packed(INFO) + packed(response("1", FERRY.encode())) + packed(cut)[:-120],
        "warc/damaged.warc.gz": packed(INFO) + damaged[:150] + bytes(40) + damaged[190:] + packed(cut),
        "arc/plain.arc": arc(),
        "arc/packed.arc.gz": packed(arc()),
        "mhtml/chrome.mhtml": mhtml(),
        "webarchive/safari.webarchive": webarchive(),
    }
    for name, raw in files.items():
        (HERE / name).write_bytes(raw)


if __name__ == "__main__":
    main()
