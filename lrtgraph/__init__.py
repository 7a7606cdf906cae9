"""Minutes of Dutch governance tables as an evidence-backed graph."""

__version__ = "0.1.0"
