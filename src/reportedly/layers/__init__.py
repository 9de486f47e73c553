"""Parsed -> facts. One file (or folder) a layer; `reader.py` has them in their order."""
