"""A graph as one HTML file that opens by a double click, offline, and shows the sentence behind every edge."""

from lrtgraph.mapview.rendering import positions_of, render

__all__ = ["positions_of", "render"]
