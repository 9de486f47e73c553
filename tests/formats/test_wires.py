"""NewsML-G2, NewsML 1, NITF and IPTC 7901: versions and kills, odd alphabets, what is no article, broken files."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import InputError
from reportedly.formats import File, PassedOver, Received, find, format_of
from reportedly.formats.wires.elements import day, language_tag, root_name
from reportedly.formats.wires.iso6937 import is_iso6937, of_iso6937
from reportedly.formats.wires.names import authors, publisher
from reportedly.formats.wires.prose import is_mark, unwrapped

GOLDEN = Path(__file__).parent / "golden"
NAMES = ("newsml-g2", "newsml-1", "nitf", "iptc7901")
EXPORTS = sorted(p for name in NAMES for p in (GOLDEN / name).iterdir() if not p.name.endswith(".yaml"))

G2 = '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{}</itemSet></newsMessage>'
ITEM = (
    '<newsItem guid="{guid}" version="{version}" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider literal="AFP"/>'
    "<versionCreated>2020-01-02T23:30:00-05:00</versionCreated>{status}</itemMeta><contentMeta><headline>Ferry sinks</headline>{meta}"
    '</contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>{body}'
    "</body></html></inlineXML></contentSet></newsItem>"
)
NITF = "<nitf><head><docdata>{docdata}</docdata></head><body><body.head>{head}</body.head><body.content>{body}</body.content></body></nitf>"


DESK = ["hh/ph/ts/hd", "سب-لال/نور-كام/سام", "ا ف ب/جص/ح س", "dpa wsz jln npr", "AAP RTV ar", "EFE", "/ats", "___", "(Schluss) abc/def"]


def item(version: int = 1, guid: str = "g-1", status: str = "", meta: str = "", body: str = "<p>The ferry sank on Lake Mera.</p>") -> str:
    return ITEM.format(version=version, guid=guid, status=status, meta=meta, body=body)


def all_of(text: str | bytes) -> list[Received | PassedOver]:
    return list(find(text.encode() if isinstance(text, str) else text, "export.xml"))


def codes(found: list[Received | PassedOver]) -> list[str]:
    return ["report" if isinstance(f, Received) else f.problem.code for f in found]


def one(text: str | bytes) -> Received:
    (found,) = all_of(text)
    assert isinstance(found, Received), found
    return found


def body_of(found: Received) -> str:
    return found.report.body.of(found.report.text)


@pytest.mark.parametrize("export", EXPORTS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_each_format_knows_its_own_exports_and_no_other(export):
    assert format_of(File.at(export)).name == export.parent.name


@pytest.mark.parametrize(
    "other",
    [
        b"<!DOCTYPE html><html><body><p>The newsItem and the nitf standard of the NewsML family</p></body></html>",
        b'<?xml version="1.0"?><rss version="2.0"><channel><item><title>NewsML</title></item></channel></rss>',
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://example.org/nitf</loc></url></urlset>',
        b"A report about NewsML, NITF and IPTC 7901.\n\nIt has two paragraphs.",
        b"PK\x03\x04\x14\x00\x06\x00",
        b"{\\rtf1 newsItem}",
        b"\x01\x02\x03\x04",
        b"",
    ],
)
def test_other_files_are_left_to_other_formats(other):
    found = format_of(File.of(other, "x"))
    assert found is None or found.name not in NAMES or (found.name == "iptc7901" and other.startswith(b"\x01"))


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ('<?xml version="1.0"?>\n<!-- <nitf> --><!DOCTYPE nitf SYSTEM "a.dtd" [<!ENTITY a "b">]><nitf>', "nitf"),
        ("<ns0:newsMessage xmlns:ns0='x'>", "newsMessage"),
        ("no markup", ""),
        ("<!-- never closed", ""),
    ],
)
def test_the_root_is_found_behind_what_stands_before_it(opening, name):
    assert root_name(opening) == name


class TestVersions:
    def test_of_several_versions_the_highest_holds_wherever_it_stands(self):
        found = all_of(G2.format(item(3, body="<p>Third.</p>") + item(10, body="<p>Tenth.</p>") + item(9, body="<p>Ninth.</p>")))
        assert codes(found) == ["superseded", "report", "superseded"]
        assert body_of(found[1]) == "Tenth."

    def test_versions_of_different_items_do_not_touch(self):
        assert codes(all_of(G2.format(item(1) + item(2, "g-2")))) == ["report", "report"]

    @pytest.mark.parametrize("status", ["canceled", "withheld"])
    def test_a_kill_withdraws_the_earlier_versions(self, status):
        found = all_of(G2.format(item(1) + item(2, status=f'<pubStatus qcode="stat:{status}"/>') + item(1, "g-2")))
        assert codes(found) == ["withdrawn", "withdrawn", "report"]

    def test_a_story_that_was_sent_again_after_its_kill_holds(self):
        found = all_of(G2.format(item(1, status='<pubStatus qcode="stat:canceled"/>') + item(2)))
        assert codes(found) == ["withdrawn", "report"]

    def test_a_status_is_understood_by_its_uri_and_by_the_files_own_alias(self):
        uri = '<pubStatus uri="https://cv.iptc.org/newscodes/pubstatusg2/canceled"/>'
        assert codes(all_of(G2.format(item(status=uri)))) == ["withdrawn"]
        catalog = '<catalog><scheme alias="st" uri="http://cv.iptc.org/newscodes/pubstatusg2/"/></catalog>'
        assert codes(all_of(G2.format(catalog + item(status='<pubStatus qcode="st:canceled"/>')))) == ["withdrawn"]

    def test_a_later_version_without_text_does_not_lose_the_earlier(self):
        assert codes(all_of(G2.format(item(1) + item(2, body="<p/>")))) == ["report", "no-text"]

    def test_a_report_of_nitf_that_withdraws_another_says_so(self):
        docdata = '<doc-id id-string="b"/><date.issue norm="20200102"/>'
        raw = NITF.format(docdata=docdata, head="", body="<p>New text.</p>")
        raw = raw.replace("<docdata>", '<docdata management-status="canceled" management-doc-idref="a">')
        assert [p.code for p in one(raw).problems] == ["withdraws"]


class TestWhatIsKept:
    def test_the_day_is_as_written_and_no_time_zone_moves_it(self):
        assert one(G2.format(item())).report.published.isoformat() == "2020-01-02"

    def test_arabic_text_is_kept_whole(self):
        body = "<p>قال المتحدث &quot;لا مفقودين&quot; (5,5%).</p><p>نص ثانٍ</p>"
        assert body_of(one(G2.format(item(body=body)))) == 'قال المتحدث "لا مفقودين" (5,5%).\n\nنص ثانٍ'

    def test_the_words_of_story_date_are_not_believed_but_its_norm(self):
        head = '<dateline><location>Holm</location><story.date norm="20200105T100000">January 9, 2020</story.date></dateline>'
        report = one(NITF.format(docdata="", head=head, body="<p>Text.</p>")).report
        assert (report.published.isoformat(), report.dateline) == ("2020-01-05", "Holm")

    @pytest.mark.parametrize("norm", ["20170301T101500Z", "2017-03-01", "20170301", "20170301T235959+1100", "2017-03-01T10:15:00.000Z"])
    def test_each_spelling_of_a_day_of_issue(self, norm):
        report = one(NITF.format(docdata=f'<date.issue norm="{norm}"/>', head="", body="<p>Text.</p>")).report
        assert report.published.isoformat() == "2017-03-01"

    def test_a_date_that_is_none_is_told(self):
        assert [p.code for p in one(NITF.format(docdata='<date.issue norm="20171399"/>', head="", body="<p>Text.</p>")).problems] == [
            "no-date"
        ]

    def test_entities_of_html_without_their_dtd(self):
        assert (
            body_of(one(NITF.format(docdata="", head="", body="<p>Caf&eacute; &amp; bar &mdash; &laquo;oui&raquo;</p>")))
            == "Café & bar — «oui»"
        )

    def test_captions_are_left_out_and_tables_are_rows(self):
        media = "<media><media-caption>Ferry, seen from the shore.</media-caption></media>"
        table = "<table><tr><th>Year</th><th>Boats</th></tr><tr><td>1999</td><td>3</td></tr></table>"
        found = one(NITF.format(docdata="", head="", body=f"{media}<p>One.</p>{table}<p>Two.</p>"))
        assert body_of(found) == "One.\n\nYear Boats\n1999 3\n\nTwo."

    def test_the_headline_is_no_part_of_the_body(self):
        head = "<hedline><hl1>Ferry sinks</hl1></hedline>"
        found = one(NITF.format(docdata="", head=head, body="<hl2>Ferry  sinks</hl2><p>Text.</p>"))
        assert (found.report.headline, body_of(found)) == ("Ferry sinks", "Text.")

    def test_an_embargo_is_told(self):
        found = one(G2.format(item(status="<embargoed>2020-01-03T12:00:00Z</embargoed>")))
        assert [p.code for p in found.problems] == ["embargo"]
        assert "2020-01-03" in found.problems[0].message

    def test_creators_that_are_agencies_are_no_authors(self):
        meta = '<creator literal="AFP"/><creator type="cpnat:organisation"><name>Lake Union</name></creator>'
        meta += "<creator><name>Ann Field</name></creator>"
        assert one(G2.format(item(meta=meta))).report.authors == ("Ann Field",)

    def test_utf_16(self):
        raw = '<?xml version="1.0" encoding="utf-16"?>' + NITF.format(docdata="", head="", body="<p>Åse så fergen.</p>")
        assert body_of(one(raw.encode("utf-16"))) == "Åse så fergen."


class TestBylines:
    @pytest.mark.parametrize(
        ("byline", "language", "wanted"),
        [
            ("By NORA FALK, AP Business Writer", "en", ("Nora Falk",)),
            ("By The Associated Press", "en", ()),
            ("By dpa correspondents", "en", ()),
            ("Von Jonas Weidner und Mara Lüders, dpa", "de", ("Jonas Weidner", "Mara Lüders")),
            ("Marta Ibáñez y Juan Soler", "es", ("Marta Ibáñez", "Juan Soler")),
            ("Par Élise Marchand à Valcourt", "fr", ("Élise Marchand",)),
            ("Kåre Nes / Fjordposten.no", "nb", ("Kåre Nes",)),
            ("سامي خالد في ميرا مع مكتب ألدان", "ar", ("سامي خالد",)),
            ("سامي خالد, ليلى منصور", "ar", ("سامي خالد", "ليلى منصور")),
            ("", None, ()),
        ],
    )
    def test_persons_only(self, byline, language, wanted):
        assert authors(byline, language) == wanted

    @pytest.mark.parametrize(
        ("parties", "wanted"),
        [(("afp.com", "AFP"), "AFP"), (("reuters.com",), "Reuters"), (("lake.example",), "lake.example"), ((None, ""), None)],
    )
    def test_an_agency_is_called_by_its_name(self, parties, wanted):
        assert publisher(*parties) == wanted


class TestProse:
    @pytest.mark.parametrize("line", DESK)
    def test_the_desks_marks(self, line):
        assert is_mark(line)

    @pytest.mark.parametrize("line", ["He won 3/4 of the votes.", "No.", "The and/or clause was struck out.", "Reuters was told so."])
    def test_prose_is_no_mark(self, line):
        assert not is_mark(line)

    def test_plain_text_is_cut_where_lines_are_indented_or_blank(self):
        assert list(unwrapped("   One goes\non.\n   Two.\n\nThree.")) == ["One goes on.", "Two.", "Three."]

    def test_text_in_a_field_of_newsml_1_that_is_html_written_as_text(self):
        raw = (
            "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>H</HeadLine></NewsLines><ContentItem><DataContent>"
            "&lt;P&gt;One.&lt;/P&gt;&lt;P&gt;Two&lt;BR&gt;&lt;BR&gt;three.&lt;/P&gt;"
            "</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
        )
        assert body_of(one(raw)) == "One.\n\nTwo\n\nthree."

    def test_items_within_an_item_of_newsml_1_are_read_once(self):
        inner = "<NewsItem><NewsComponent><ContentItem><DataContent><p>{}</p></DataContent></ContentItem></NewsComponent></NewsItem>"
        items = inner.format("First text.") + inner.format("Second text.")
        found = all_of(f"<NewsML><NewsItem><NewsComponent>{items}</NewsComponent></NewsItem></NewsML>")
        assert codes(found) == ["package", "report", "report"]
        assert [body_of(f) for f in found[1:]] == ["First text.", "Second text."]


class TestTeleprinter:
    @staticmethod
    def message(text: bytes, end: bytes = b"\x03071341 GMT Okt 15\r\n\x04") -> bytes:
        return b"\x01eca0003 3 i 380  dpa 0045\r\n\r\nA/b/\r\n\x02" + text + end

    def test_a_message_without_its_end_is_read_and_told(self):
        found = list(find(self.message(b"Head =\r\n\r\nText of it.\r\n", end=b"") + self.message(b"Next =\r\n\r\nMore.\r\n"), "wire.txt"))
        assert [[p.code for p in f.problems] for f in found] == [["cut-off", "no-date"], []]

    def test_where_each_message_stands_in_the_file(self):
        first, second = self.message(b"Head =\r\n\r\nText.\r\n"), self.message(b"Next =\r\n\r\nMore.\r\n")
        found = list(find(first + second, "wire.txt"))
        assert [f.report.byte_range for f in found] == [(0, len(first)), (len(first), len(first) + len(second))]

    def test_a_headline_in_capitals_over_two_lines_is_no_mark(self):
        report = one(self.message(b"MINISTER RESIGNS OVER FERRY\r\nDISASTER IN NORTH =\r\n\r\nText.\r\n")).report
        assert (report.headline, report.section) == ("MINISTER RESIGNS OVER FERRY DISASTER IN NORTH", None)

    def test_a_headline_without_its_sign(self):
        found = one(self.message(b"Ferry sinks\r\n\r\nThe ferry sank.\r\n\r\nNobody died.\r\n"))
        assert (found.report.headline, body_of(found)) == ("Ferry sinks", "The ferry sank.\n\nNobody died.")

    def test_other_alphabets_than_latin(self):
        russian = "Паром сел на мель на озере, сообщили в порту. Погибших нет, сказал начальник порта.\r\n" * 4
        found = one(self.message(b"Parom =\r\n\r\n" + russian.encode("cp1251")))
        assert "Погибших нет" in body_of(found)
        assert [p.code for p in found.problems] == ["encoding"]

    def test_iso_6937(self):
        raw = b"la pr\xc2efecture f\xc3ete No\xc8el"
        assert is_iso6937(raw)
        assert of_iso6937(raw) == "la préfecture fête Noël"
        assert not is_iso6937("Müller À Érd".encode("latin-1"))


class TestBroken:
    def test_a_file_that_was_cut_off_says_so(self):
        whole = G2.format(item(1) + item(1, "g-2", body="<p>First of it.</p><p>Second of it.</p>"))
        found = all_of(whole[: whole.index("Second")])
        assert codes(found) == ["report", "report"]
        assert "cut-off" in [p.code for p in found[-1].problems]

    def test_a_file_that_is_not_well_formed_is_mended_and_says_so(self):
        found = one(NITF.format(docdata='<date.issue norm="20200102"/>', head="", body="<p>Fish & chips <b>shop</p>"))
        assert [p.code for p in found.problems] == ["mended"]
        assert body_of(found).startswith("Fish")

    def test_names_that_no_xml_has(self):
        raw = NITF.format(docdata='<date.issue norm="20200102"/>', head="", body="<p>Fish</p><:/><x:p>and chips</x:p>")
        assert [p.code for p in one(raw).problems] == ["mended"]

    def test_no_entity_of_a_stranger_is_opened(self):
        bomb = '<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>'
        found = one(bomb + NITF.format(docdata="", head="", body="<p>Text &b; and &x; end.</p>"))
        assert body_of(found) == "Text &b; and &x; end."

    def test_deep_markup_is_no_matter(self):
        deep = "<em>" * 200 + "word" + "</em>" * 200
        assert body_of(one(NITF.format(docdata="", head="", body=f"<p>{deep}</p>"))) == "word"

    @pytest.mark.parametrize("text", ["<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'/>", "<NewsML/>", "<nitf/>"])
    def test_what_is_empty_is_told(self, text):
        assert codes(all_of(text)) == ["no-text"]

    @settings(max_examples=50, deadline=None)
    @given(data=st.data())
    def test_whatever_is_cut_or_changed_only_an_input_error_is_raised(self, data):
        raw = bytearray(data.draw(st.sampled_from(EXPORTS)).read_bytes())
        for at in data.draw(st.lists(st.integers(0, len(raw) - 1), max_size=6)):
            raw[at] = data.draw(st.integers(0, 255))
        raw = raw[: data.draw(st.integers(1, len(raw)))]
        try:
            found = list(find(bytes(raw), "broken"))
        except InputError:
            return
        assert all(isinstance(f, Received | PassedOver) for f in found)


def test_days_and_languages():
    assert day("no day", "20200230", "2020/02/29").isoformat() == "2020-02-29"
    assert day(None, "") is None
    assert [language_tag(t) for t in ("en-GB", "nb_NO", "eng", "AR", "x", None)] == ["en", "nb", "en", "ar", None, None]
