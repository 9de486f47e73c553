"""`reportedly schema`: the JSON Schema of a Reading."""

from __future__ import annotations

import json

import typer


def schema() -> None:
    """Print the JSON Schema of a Reading."""
    from reportedly.model import schema as reading_schema

    typer.echo(json.dumps(reading_schema(), indent=2, ensure_ascii=False))
