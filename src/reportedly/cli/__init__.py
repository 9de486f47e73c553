"""The command `reportedly`: one file a command; heavy libraries are loaded inside them."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from reportedly.cli.app import app

    app()
