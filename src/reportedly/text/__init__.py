"""Report -> Parsed: cleaning with an offset map, paragraphs, sentences, quotations, and the language pipeline."""

from reportedly.text.parse import parse
from reportedly.text.parsed import Parsed, Sentence, Token
from reportedly.text.quotes import Quotation

__all__ = ["Parsed", "Quotation", "Sentence", "Token", "parse"]
