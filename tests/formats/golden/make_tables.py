"""Makes the golden tables that are no plain UTF-8: `python tests/formats/golden/make_tables.py`. The articles are invented."""

from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

HERE = Path(__file__).parent
GERMAN = [
    ["Überschrift", "Datum", "Zeitung", "Autor", "Volltext"],
    ["Grenzposten geöffnet", "12.03.2020", "Olmener Bote", "Von Jana Krol", '"Er ist offen", sagte der Minister; er dankte den Zöllnern.'],
    ["Streik im Hafen", "3. April 2020", "Olmener Bote", "", "Die Hafenarbeiter streiken.\n\nDie Reederei droht mit Entlassungen."],
]
FRENCH = [
    ["titre", "date de publication", "source", "texte"],
    ["Le préfet interdit la marche", "02/08/2021", "Agence du Fleuve", "Le préfet a interdit lundi la marche prévue pour mardi."],
    ["La marche a lieu", "14/08/2021", "Agence du Fleuve", "Des milliers de personnes ont défié l'interdiction."],
]


def excel(rows: list[list[str]], delimiter: str) -> str:
    """A table as Excel saves it: cells with marks in quotation marks, lines ended as on Windows."""
    return "".join(delimiter.join(quoted(cell, delimiter) for cell in row) + "\r\n" for row in rows)


def quoted(cell: str, delimiter: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if any(mark in cell for mark in (delimiter, '"', "\n")) else cell


def scraped() -> pa.Table:
    return pa.table(
        {
            "headline": ["Troops leave Gorna", "Villagers return to Gorna", "Bridge mended"],
            "published_at": [datetime(2022, 3, 1, 14, 5), datetime(2022, 3, 4, 9, 0), None],  # noqa: DTZ001
            "outlet": ["Hill Radio", "Hill Radio", "Hill Radio"],
            "authors": [["Vesna Ilic", "Goran Petek"], [], None],
            "body": ["The last troops left Gorna on Tuesday.", "A hundred villagers returned on Friday.", None],
            "views": [17, 4, 0],
        }
    )


if __name__ == "__main__":
    (HERE / "csv" / "excel-german.csv").write_bytes(excel(GERMAN, ";").encode("cp1252"))
    (HERE / "csv" / "excel-separator.csv").write_bytes(("sep=;\r\n" + excel(FRENCH, ";")).encode("utf-8-sig"))
    (HERE / "tsv" / "excel-unicode.tsv").write_bytes(excel(FRENCH, "\t").encode("utf-16"))
    pq.write_table(scraped(), HERE / "parquet" / "scraped.parquet")
