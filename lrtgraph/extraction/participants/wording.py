"""Wording that the patterns of attendance lists share, as parts of patterns; each matches in any case where they do."""

from __future__ import annotations

from lrtgraph.dutch.surnames import TITLES

TITLE = rf"(?:{TITLES}|jhr|jkvr|msc|burg)\b\.?"
"""What stands before a name."""
ADDRESS = r"(?:de\s+heer|mevrouw|mevr|dhr|mw)"
"""How one person is spoken of; the end of the word is for the pattern to ask."""
LOCAL_OFFICE = r"(?:burgemeester|wethouder|gedeputeerde)"
PARTICLE = r"(?:van|de|den|der|ten|ter)"
"""A word in small letters of a surname."""
AWAY = r"(?:afwezig|afgemeld|verhinderd|verontschuldigd)"
NOTICE = r"(?:m\.?k\.?|met\s+(?:kennisgeving|bericht))"
"""With what notice somebody stayed away."""
