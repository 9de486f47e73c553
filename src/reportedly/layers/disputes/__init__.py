"""Disputes: which claims cannot stand together, and which questions got no answer."""

from reportedly.layers.disputes.layer import LAYER

__all__ = ["LAYER"]
