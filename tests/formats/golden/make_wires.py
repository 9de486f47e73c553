"""Makes the golden messages of IPTC 7901, whose control bytes and alphabets no editor keeps: `python make_wires.py`."""

from pathlib import Path

HERE = Path(__file__).parent / "iptc7901"
SOH, STX, ETX, EOT = "\x01", "\x02", "\x03", "\x7f\n\x7f\x04"

TWO_ENGLISH = f"""{SOH}eca0124 3 i 93  dpa 1888\r

Mera/ferry/\r
{STX}EXTRA
Fourteen rescued from ferry on Lake Mera =\r

Port Aldan (dpa) - Fourteen people were rescued on Wednesday from a\r
ferry that ran aground on Lake Mera, the harbour office said.\r

# Notebook\r

## Internet links\r
- [Harbour office](http://example.org)\r

dpa lo rmo\r
\r
{ETX}212101 GMT Nov 18\r
{EOT}{SOH}eca0130 3 i 120  dpa 1890\r

Mera/ferry/inquiry/\r
{STX}REFILE
1ST LEAD
Minister orders inquiry into ferry accident\r
on Lake Mera\r
By Lena Osterby, dpa =\r

   Port Aldan (dpa) - An inquiry into the ferry accident on Lake Mera\r
will begin on Friday, Transport Minister Clara Wend said.\r
   "We want to know why the pilot was on leave," she said.\r

   Ferry      Passengers   Year\r
   Aldan      14           2018\r

* * * *\r
The following information is not intended for publication\r

## Editorial contacts\r
- Reporting by: Lena Osterby in Port Aldan, Ivo Kern in Mera City\r
  and Ruth Alder in Holm\r
- Editing by: Tom Field\r

dpa lo ik ra\r
\r
{ETX}212322 GMT Nov 18\r
{EOT}"""

GERMAN = f"""{SOH}bdt0345 4 pl 210  dpa 0456\r

Verkehr/Brücken/\r
{STX}(Zusammenfassung 1400 - neu: Land)\r
Brücke über die Ahle gesperrt\r
Von Jonas Weidner, dpa =\r

Neustadt (dpa) - Die Stadt hat am Donnerstag die Brücke über die\r
Ahle gesperrt.\r

«Wir gehen kein Risiko ein», sagte Bürgermeisterin Heike Tamm.\r

# dpa-Notizblock\r
- Autor: Jonas Weidner, Neustadt\r

dpa jwe yy mlu\r
{ETX}121405 Mai 22\r
{EOT}"""

FRENCH = f"""{SOH}ats012 4 int 55\r

Suisse/lac/\r
{STX}Un bac s'échoue =\r

Valcourt (ats) Un bac s'est échoué mardi près de Valcourt. La\r
préfète Élise Marchand a parlé d'un «miracle».\r
/ats\r
{ETX}071341 GMT Aou 15\r
{EOT}"""

ACCENTS = {"é": b"\xc2e", "è": b"\xc1e", "É": b"\xc2E", "«": b"\xab", "»": b"\xbb"}


def iso6937(text: str) -> bytes:
    return b"".join(ACCENTS.get(c) or c.encode("ascii") for c in text)


if __name__ == "__main__":
    (HERE / "two-messages.txt").write_bytes(TWO_ENGLISH.encode("utf-8"))
    (HERE / "german-latin-1.txt").write_bytes(GERMAN.encode("cp1252"))
    (HERE / "french-iso-6937.txt").write_bytes(iso6937(FRENCH))
    (HERE / "line-test.txt").write_bytes(f"{SOH}eca0001 4 rs 0  dpa 0027\r\n\r\n{STX}\r\n{ETX}242200 GMT Jun 17\r\n{EOT}".encode())
