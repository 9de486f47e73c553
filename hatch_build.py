"""Builds the gazetteer when a wheel is made, and puts it into the wheel."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes `gazetteer.sqlite` where it is missing or older than what it is made from; wheels and editable installs."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Adds the gazetteer to the files of the wheel."""
        source = Path(self.root) / "src"
        sys.path.insert(0, str(source))
        try:
            from reportedly.knowledge.build_gazetteer import build, is_current  # noqa: PLC0415
            from reportedly.knowledge.gazetteer import FILE  # noqa: PLC0415
        finally:
            sys.path.remove(str(source))
        if not is_current(FILE):
            self.app.display_info(f"building the gazetteer, about half a minute: {FILE.name}")
            counts = build(FILE)
            self.app.display_info(f"{counts.places:,} places under {counts.names:,} names")
        build_data["artifacts"].append(str(FILE.relative_to(self.root)))
