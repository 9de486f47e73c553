"""The exceptions that reportedly raises: one tree, each saying what happened, where, and what to do next.

ReportedlyError
├── SpanError        a span does not slice to its words
├── InputError       nothing could be read from an input
├── ModelError       the language model is missing or does not fit
└── KnowledgeError   a knowledge file is missing or wrong
"""


class ReportedlyError(Exception):
    """Anything that reportedly raises on purpose."""


class SpanError(ReportedlyError, ValueError):
    """A span does not lie within its text, or does not slice to the words it is said to hold."""


class InputError(ReportedlyError):
    """Nothing could be read from an input: `reportedly.read("empty.txt")`."""


class ModelError(ReportedlyError):
    """The language model is missing or lacks a part that the layers need."""


class KnowledgeError(ReportedlyError):
    """A knowledge file is missing or wrong; says the file, the line where there is one, and what to do."""

    def __init__(self, file: str, line: int | None, message: str) -> None:
        self.file, self.line, self.message = file, line, message
        super().__init__(f"{file}{'' if line is None else f', line {line}'}: {message}")
