"""No test reads what the person who runs it has added to the knowledge of reportedly."""

import os
import tempfile
from pathlib import Path

os.environ["REPORTEDLY_KNOWLEDGE"] = str(Path(tempfile.gettempdir()) / "reportedly-tests-without-knowledge")
