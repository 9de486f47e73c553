"""Places: named places with their point on the map, chosen by what stands around them in the report."""

from reportedly.layers.places.layer import LAYER

__all__ = ["LAYER"]
