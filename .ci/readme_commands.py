"""Check that every command that README.md and docs/ name exists: make targets, reportedly commands and options, files.

usage: python .ci/readme_commands.py
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
_BLOCK = re.compile(r"```(?:console|bash|sh)\n(.*?)```", re.S)
_OPTION = re.compile(r"(?<!\S)(--[a-z][a-z-]*)")


def commands(page: Path) -> list[str]:
    """The command lines in a page's console blocks: those after "$ ", or every line where no prompt is used."""
    found: list[str] = []
    for block in _BLOCK.findall(page.read_text(encoding="utf-8")):
        lines = block.splitlines()
        prompted = [line[2:] for line in lines if line.startswith("$ ")]
        found += prompted or [line for line in lines if line.strip() and not line.startswith("#")]
    return found


def fault(line: str, targets: set[str]) -> str | None:
    """What is wrong with a command line; None where nothing is."""
    words = line.split()
    if words[0] == "make":
        missing = [w for w in words[1:] if "=" not in w and w not in targets]
        return f"no make target {missing[0]}" if missing else None
    if words[0] == "reportedly":
        return _reportedly_fault(words)
    return None


def _reportedly_fault(words: list[str]) -> str | None:
    command = [w for w in words[1:3] if re.fullmatch(r"[a-z]+", w)]  # "knowledge list"; what follows a command is an option or a file
    shown = _help(command)
    if shown is None and len(command) > 1:
        shown = _help(command[:1])
    if shown is None:
        return f"no command {' '.join(['reportedly', *command])}"
    unknown = [o for o in _OPTION.findall(" ".join(words)) if o not in shown]
    return f"no option {unknown[0]}" if unknown else None


def _help(command: list[str]) -> str | None:
    """The help of a command; None where there is no such command."""
    shown = subprocess.run(
        [Path(sys.executable).parent / "reportedly", *command, "--help"],
        capture_output=True,
        text=True,
        check=False,
        env={"COLUMNS": "300", "PATH": ""},
    )
    return None if shown.returncode else shown.stdout


def main() -> int:
    """Print every fault; 1 where there is one."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    faults = [f"{page.relative_to(ROOT)}: {line!r}: {f}" for page in pages for line in commands(page) if (f := fault(line, targets))]
    print("\n".join(faults) or f"every command in {len(pages)} pages exists")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
