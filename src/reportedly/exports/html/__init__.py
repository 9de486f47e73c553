"""A Reading as one HTML file that needs no network: the report with its evidence highlighted, and the ledger beside it."""

from reportedly.exports.html.page import page

__all__ = ["page"]
