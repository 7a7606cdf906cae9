"""The bodies that meet, found by name: the gazetteer's bodies, of which some are tables whose minutes are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.lexicon import table
from lrtgraph.extraction.table_names import titled_table, titles_in
from lrtgraph.gazetteer.longer_names import goes_on
from lrtgraph.gazetteer.precedence import key

if TYPE_CHECKING:
    from lrtgraph.gazetteer import Concept, Gazetteer

_BODY = "Body"
TABLE = re.compile(r"tafel|beraad|overleg|taskforce|kring|commissie|stuurgroep|werkgroep", re.IGNORECASE)
"""What the names of bodies have in them whose own minutes are written."""
_PREPARES = r"voorportaal|vooroverleg|voorbespreking|voorbereid(?:ing|end)\w*|agenda(?:commissie|overleg)|(?-i:AVO|AVP)"
_SERVES = r"(?:werkgroep|kernteam|project(?:team|groep)|klankbordgroep)"
_SERVED = re.compile(
    rf"\b(?P<name>(?:(?:hoog[- ]?)?ambtelijke?\s+)?(?:{_PREPARES})\b[^.,;:()]{{0,30}}?|{_SERVES})"
    r"(?:\s*\([A-Z]+\))?(?:\s+(?:van|voor|bij|op|ter|ten|behoeve|de|het))*\s*\Z",
    re.IGNORECASE,
)
"""What stands before the name of a body whose meeting others prepare, or which others serve."""
_NAMES_BEHIND = re.compile(r"(?:[ -][A-Z][\w-]+)+")
_ACRONYM = 5
"""Letters of a word in capitals that is no acronym."""
_HOST = re.compile(r"coördinatie(?:punt|centrum)", re.IGNORECASE)
_REGION = re.compile(r"(?:Veiligheidsregio|VEILIGHEIDSREGIO)\s+[A-Z]")
_OF_PROVINCE = re.compile(r"\b[Rr]egietafel\s+(?P<province>[A-Z][\w-]+)")


_TITLE = 4
"""Lines in which the title of minutes stands."""
_OF_OTHERS = re.compile(r"\s+van\s+(?!burgemeester|b\s*(?:&|en)\s*w\b|(?:de\s+)?gemeente)[a-z]", re.IGNORECASE)


@cache
def _sittings() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(row['word'] for row in table('sittings'))})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=1)
def bodies_of(gazetteer: Gazetteer) -> Bodies:
    """The bodies of a gazetteer, gone through once for all documents."""
    return Bodies(gazetteer)


def is_served(text: str, start: int) -> bool:
    """Whether those who meet only prepare the meeting of the body whose name begins at `start`, or work for it.

    >>> is_served("Ambtelijk vooroverleg LRT", 22), is_served("Verslag overleg LRT", 16)
    (True, False)
    """
    return _SERVED.search(text, 0, start) is not None


class Bodies:
    """Finds the gazetteer's bodies in a text."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._acronyms: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._tables: set[str] = set()
        self._own = _own_names(gazetteer)
        for concept in gazetteer.concepts.values():
            if concept.cls != _BODY:
                continue
            if TABLE.search(concept.pref_label):
                self._tables.add(concept.notation)
            for name in (concept.notation, concept.pref_label, *concept.alt_labels):
                if self._own.get(key(name), concept.notation) != concept.notation:
                    continue  # the user's own: another's id is no name any more
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
            if notation and not goes_on(text, match.end()):
                found.append((notation, match.start(), match.end()))
        if not found and self._provincial:
            found = [
                (self._provincial, match.start(), match.end())
                for match in _OF_PROVINCE.finditer(text)
                if self._gazetteer.find(f"provincie {match['province']}")
            ]
        return found

    def titled(self, lines: Sequence[str]) -> str | None:
        """The actor of a user's own list that the title names where the table stands: "Verslag BO Wonen Vechtdal".

        A line that is a name and nothing else counts too, where no title names another table.
        """
        if not self._own:
            return None
        found = [(self._own.get(key(name)), titled) for name, titled in titles_in(lines)]
        titled = next((one for one, is_titled in found if one and is_titled), None)
        if titled is not None or titled_table(lines) is not None:
            return titled or self._own.get(key(titled_table(lines) or ""))
        return next((one for one, _ in found if one), None)

    def served(self, line: str) -> tuple[str, str] | None:
        """The body that others serve or whose meeting they prepare, and what those are to be called, by a line.

        >>> from lrtgraph.gazetteer import load
        >>> Bodies(load()).served("Verslag ambtelijk vooroverleg van de Landelijke Regietafel")
        ('LRT', 'Ambtelijk vooroverleg LRT')
        """
        for notation, start, end in self.find(line):
            before = _SERVED.search(line, 0, start)
            if before is None or not self.is_table(notation):
                continue
            words = [
                word if len(word) < _ACRONYM and word.isupper() else word.lower() for word in before["name"].split()
            ]
            of = _NAMES_BEHIND.match(line, end) if self.is_provincial(notation) else None
            name = f"{' '.join(words)} {notation}{of[0] if of else ''}"
            return notation, name[0].upper() + name[1:]
        return None

    def host(self, title: str) -> str | None:
        """The coordinating organisation or region that a title opens with: its meetings have no name of their own."""
        opening = [name for name in self._hosts if re.match(rf"{re.escape(name)}(?!\w)", title)]
        if not opening:
            return self._region if self._region and _REGION.match(title) else None
        return self._hosts[max(opening, key=lambda name: (len(name), name))]

    def board(self, name: str) -> str | None:
        """The organisation whose board goes by a name: "VNG-bestuur"; None of any other table.

        >>> from lrtgraph.gazetteer import load
        >>> Bodies(load()).board("VNG-bestuur"), Bodies(load()).board("Havenbestuur")
        ('VNG', None)
        """
        whose = self.resolve(name.removesuffix("-bestuur")) if name.endswith("-bestuur") else None
        return whose if whose and self._gazetteer.concepts[whose].cls == "Organisation" else None

    def sitting(self, lines: Sequence[str]) -> str | None:
        """The organ of government of which a title names a meeting without its name: "Raadsvergadering 3 mei 2022".

        A college of others has that behind it: "Collegevergadering van bestuur".
        """
        found = (hit for line in lines[:_TITLE] if (hit := _sittings().search(line)))
        word = next((hit[0].lower() for hit in found if not _OF_OTHERS.match(hit.string, hit.end())), None)
        return next((row["concept"] for row in table("sittings") if row["word"] == word), None)

    def masked(self, text: str) -> str:
        """A text with "vergadering" for the names of tables, so that no place is read into "PRT Groningen"."""
        for notation, start, end in reversed(self.find(text)):
            if self.is_table(notation):
                text = f"{text[:start]}vergadering{text[end:]}"
        return text

    def is_table(self, notation: str) -> bool:
        """Whether the body is one whose own minutes are written, such as a regietafel, and no parliament or court."""
        return notation in self._tables

    def is_told_apart(self, notation: str, name: str, text: str) -> bool:
        """Whether a body's name means it in a text: an acronym that others have too, where it is spelled out as well.

        Every school and every association has an "MR" or a "PS"; tables keep theirs.
        """
        concept = self._gazetteer.concepts[notation]
        unsure = concept.confusable and name in self._acronyms and not self.is_table(notation)
        return not unsure or concept.pref_label.lower() in text.lower()

    def is_provincial(self, notation: str | None) -> bool:
        """Whether every province has a body of this name, so that the name alone does not tell which one met."""
        return notation is not None and notation == self._provincial

    def resolve(self, name: str) -> str | None:
        """The notation of a body's name; None where the gazetteer has none."""
        found = self._gazetteer.named(name)
        return found[0].notation if found else None


def _own_names(gazetteer: Gazetteer) -> dict[str, str]:
    """The names of the actors of a user's own list, as they are compared, with their concepts."""
    actors = [gazetteer.concepts[one] for one in sorted(gazetteer.own) if gazetteer.is_actor(one)]
    return {key(name): actor.notation for actor in actors for name in _labels(actor)}


def _labels(concept: Concept) -> tuple[str, ...]:
    return (concept.pref_label, *concept.alt_labels)
