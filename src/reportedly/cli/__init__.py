"""The command `reportedly`: one file a command; heavy libraries are loaded inside them."""

from __future__ import annotations

import sys

INTERRUPTED = 130  # the exit status that shells give a program stopped with Ctrl-C


def main() -> None:
    """Run the command line."""
    try:
        from reportedly.cli.app import app

        app()
    except KeyboardInterrupt:  # while libraries are being loaded
        sys.exit(INTERRUPTED)
