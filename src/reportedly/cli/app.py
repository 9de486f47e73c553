"""The commands, listed."""

from __future__ import annotations

import typer

from reportedly.cli.explain import explain
from reportedly.cli.inspect import inspect
from reportedly.cli.knowledge import knowledge
from reportedly.cli.read import read
from reportedly.cli.schema import schema

app = typer.Typer(
    name="reportedly",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Read news reports: what happened, who says so, who denies it, and the words that prove it.",
)
app.command()(read)
app.command()(inspect)
app.command()(explain)
app.command()(schema)
app.add_typer(knowledge)


@app.callback(invoke_without_command=True)
def _main(show_version: bool = typer.Option(False, "--version", help="Print the version and exit.")) -> None:
    if show_version:
        from importlib.metadata import version

        typer.echo(f"reportedly {version('reportedly')}")
        raise typer.Exit
