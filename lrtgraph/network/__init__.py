"""The graph as a network: its facts as rows, their NetworkX projection, and what can be measured on it.

things       what facts speak of, by name and kind
facts        the facts of a graph as rows
projection   these as a NetworkX graph
counting     its edges, counted without making it
analysis     what can be measured on it
cache        what was measured on all of it, in a file beside the graph
"""
