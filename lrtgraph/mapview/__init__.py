"""A graph as one HTML file that opens by a double click, offline, and shows the sentence behind every edge.

positions   where the nodes stand
payload     the data that a map carries
rendering   the page (page/ has its scripts and styles)
writing     from a store to a map on disk
"""

from lrtgraph.mapview.rendering import positions_of, render

__all__ = ["positions_of", "render"]
