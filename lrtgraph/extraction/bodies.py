"""The bodies that meet, found by name: the gazetteer's bodies, of which some are tables whose minutes are read."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lrtgraph.gazetteer import Gazetteer

_BODY = "Body"
TABLE = re.compile(r"tafel|beraad|overleg|taskforce|kring|commissie|stuurgroep|werkgroep", re.IGNORECASE)
"""What the names of bodies have in them whose own minutes are written."""
_HOST = re.compile(r"coördinatie(?:punt|centrum)", re.IGNORECASE)
_REGION = re.compile(r"(?:Veiligheidsregio|VEILIGHEIDSREGIO)\s+[A-Z]")
_OF_PROVINCE = re.compile(r"\b[Rr]egietafel\s+(?P<province>[A-Z][\w-]+)")


@lru_cache(maxsize=1)
def bodies_of(gazetteer: Gazetteer) -> Bodies:
    """The bodies of a gazetteer, gone through once for all documents."""
    return Bodies(gazetteer)


class Bodies:
    """Finds the gazetteer's bodies in a text."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._acronyms: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._tables: set[str] = set()
        for concept in gazetteer.concepts.values():
            if concept.cls != _BODY:
                continue
            if TABLE.search(concept.pref_label):
                self._tables.add(concept.notation)
            for name in (concept.notation, concept.pref_label, *concept.alt_labels):
                if " " not in name and any(char.isupper() for char in name[1:]):
                    self._acronyms[name] = concept.notation
                elif len(name) > 3:
                    self._names[name.lower()] = concept.notation
        coordinating = [
            c for c in gazetteer.concepts.values() if c.cls == "Organisation" and _HOST.search(c.pref_label)
        ]
        self._hosts = {name: c.notation for c in coordinating for name in (c.pref_label, *c.alt_labels)}
        self._region = self.resolve("veiligheidsregio")
        self._provincial = self._names.get("provinciale regietafel")
        names = sorted((*map(re.escape, self._names), *map(re.escape, self._acronyms)), key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?=\W|s\b|\Z)", re.IGNORECASE) if names else None

    def find(self, text: str) -> list[tuple[str, int, int]]:
        """Every body named in a text, in order: notation, start, end. Acronyms count as written."""
        found: list[tuple[str, int, int]] = []
        for match in self._pattern.finditer(text) if self._pattern else ():
            notation = self._acronyms.get(match[0]) or self._names.get(match[0].lower())
            if notation:
                found.append((notation, match.start(), match.end()))
        if not found and self._provincial:
            found = [
                (self._provincial, match.start(), match.end())
                for match in _OF_PROVINCE.finditer(text)
                if self._gazetteer.find(f"provincie {match['province']}")
            ]
        return found

    def host(self, title: str) -> str | None:
        """The coordinating organisation or region that a title opens with: its meetings have no name of their own."""
        opening = [name for name in self._hosts if re.match(rf"{re.escape(name)}(?!\w)", title)]
        if not opening:
            return self._region if self._region and _REGION.match(title) else None
        return self._hosts[max(opening, key=lambda name: (len(name), name))]

    def masked(self, text: str) -> str:
        """A text with "vergadering" for the names of tables, so that no place is read into "PRT Groningen"."""
        for notation, start, end in reversed(self.find(text)):
            if self.is_table(notation):
                text = f"{text[:start]}vergadering{text[end:]}"
        return text

    def is_table(self, notation: str) -> bool:
        """Whether the body is one whose own minutes are written, such as a regietafel, and no parliament or court."""
        return notation in self._tables

    def is_provincial(self, notation: str | None) -> bool:
        """Whether every province has a body of this name, so that the name alone does not tell which one met."""
        return notation is not None and notation == self._provincial

    def resolve(self, name: str) -> str | None:
        """The notation of a body's name; None where the gazetteer has none."""
        found = self._gazetteer.find(name)
        return found[0].notation if found else None
