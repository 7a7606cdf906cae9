"""The office or organisation that the words behind a name mean: "vz, DGM", "CdK Overijssel", "wethouder Assen"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lrtgraph.dutch.surnames import PARTICLE
from lrtgraph.extraction.grammar.lexicon import listed, table, words
from lrtgraph.extraction.local_offices import local_offices, title_and_rest, with_province, without_portfolio
from lrtgraph.extraction.offices_of_state import OF_FIELD, OF_STATE, is_post
from lrtgraph.notations import GOVERNMENTS, MUNICIPALITY, PLACE, PLACES, PROVINCE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lrtgraph.gazetteer import Gazetteer

__all__ = ["EVERYWHERE", "MEMBERS", "OWN_RIGHT", "Seats"]

_SIDE_NOTE = re.compile(rf"\b(?:{'|'.join(row['pattern'] for row in table('side_notes'))})\b\.?:?", re.IGNORECASE)
_WHEN = re.compile(r"\d+|\b(?:uur|en|met|m|t|mk|k)\b", re.IGNORECASE)
_PARTS = re.compile(
    r"\s*[,;()/|]\s*|\s+-\s+|\s+(?:van|bij|en|voor|namens)\s+(?:de|het)?\s*|(?<=wnd)\.(?=\w)|(?<=plv)\.(?=\w)"
)
_SENT_BY = re.compile(
    r"\b(?:namens|(?<!inister )(?<!secretaris )voor)\s+(?:de\s+|het\s+)?"
    r"(?P<by>(?:[A-Z]|staatssecretaris|minister|(?:sub|deel)?regio\s+[A-Z])[^,;()]*)"
)
_REGION = re.compile(
    r"(?:(?:de\s+|het\s+)?(?P<kind>(?:sub|deel)?regio)\s+|(?:de|het)\s+)?(?P<name>[A-Z]\S*(?:\s+\S+){0,3})"
)
_REGIONS = re.compile(r"\s*[,;()]\s*|\bnamens\s+")
_ACRONYM = re.compile(r"(?!IJ[a-z])(?:[A-Z][A-Za-z&]*[A-Z&][A-Za-z]*|[A-Z]{2,}|[A-Z]{1,2}[1-9]\d|[1-9]\d[A-Z]{3,})\Z")
_HAS_ACRONYM = re.compile(r"\b[A-Z]{2}")
_OF_ACRONYM = re.compile(r"([A-Z]{2,}\w*)-[a-z]")
_BESIDE = re.compile(r"(?P<own>(?P<title>\w+)\s+[^,;()]*[a-zà-ÿ])\s+(?P<sent>[A-Z]{2,}\w*)")
_PLACED = re.compile(r"(?:van|te|in)\s+(?P<place>[A-Z'][\w'-]+(?:[ -][A-Z][\w-]+)*)(?=\s+[a-z]|\Z)")
_TWO_SEATS = re.compile(r"(?P<first>['’A-Z][^,;()]*?),?\s+(?:tevens|(?:en\s+)?ook|alsook|daarnaast)\s+[^;()]+")
"""A town, and what else its mayor is: "Nijmegen, tevens voorzitter VR Gelderland-Zuid"."""
_SAINT = re.compile(r"(?<!\w)St\.?[ -]-?(?=[A-Z])")
"""A saint's name that begins a town's, abbreviated."""
_ARTICLE = re.compile(r"\A(?:de|het)\s+")
_WORDS = re.compile(r"\S+")
_BARE_TITLE = re.compile(r"\A(minister|staatssecretaris|commissaris)\s+(?!van\b|voor\b)", re.IGNORECASE)
_OF = r"(?:van\s+|te\s+|in\s+)?(?:de\s+)?(?:gemeente\s+|provincie\s+)?"
_MOST_WORDS = 9
_PORTFOLIO = re.compile(r"(?-i:[a-zà-ÿ-]+\s+){1,4}(?P<place>(?-i:['’A-Z]).+)", re.IGNORECASE)
"""What is before the place that an office is held at: "wethouder groen en water Zeist"."""
_POST_AT_TOWN = re.compile(r"(?:portefeuillehouder|bestuurder|collegelid|griffier)\b", re.IGNORECASE)
"""Posts that are held at a municipality where a town stands beside them; a housing association has a town as well."""
_LEAST_NOUN = 7
"""Letters of a noun that stands for those whom somebody sits for."""
_KINDS = frozenset({"gemeente", "gemeenten", "provincie", "provincies", "ministerie"})
_OF_MINISTRY = re.compile(r"\A(?:(?:van|voor|bij)\s+)?(?:het\s+)?")
_GIVEN = re.compile(rf"(?P<name>[A-Z][a-z]{{1,3}})\s+(?=(?:{PARTICLE}\s+)*[A-Z][a-zà-ÿ])")
"""A short given name before a surname; an acronym may be spelled so."""
_TITLED = re.compile(rf"(?:de\s+)?({'|'.join(listed('office_of_person'))})\s+(?P<name>\S.*)", re.IGNORECASE)
_HELD_AT = re.compile(
    r"(?P<name>(?!(?:[A-Z]\.\s?)+van\s).+?)\s+(?:van|uit|te|in)\s+(?:de\s+)?"
    r"(?P<place>(?:(?:gemeente|provincie)\s+)?[A-Z'].+)"
)
_ADMINISTRATION = re.compile(r"(?:van\s+|te\s+|in\s+)?(?:de\s+)?(?:gemeente|gem\.|provincie|prov\.)\s+")
OWN_RIGHT = frozenset({"CdK", "VR"})
"""Local offices whose holders have a seat of their own."""
EVERYWHERE = frozenset({"gedeputeerden", "wethouders", "burgemeesters"})
"""Offices that every place has, where no place is told."""
MEMBERS = "leden"
"""What all at a table are, and nobody's seat: "Leden raad: Bos, Kok"."""
_IN_GENERAL = EVERYWHERE | {"gemeenten", "provincies"}
_BRANCHES = {"veiligheidsregio": "VR", "voorzitters_VR": "VR"}
"""Organs that sit for what they are, whatever their region, and whoever heads one."""
_REMEMBERED = 4096
"""How many offices and organisations are remembered from one document to the next: a table's are mostly the same."""


class Seats:
    """Resolves the words of a seat with the gazetteer; asks it once for the same words.

    `own` says what "gemeente" and "provincie" alone mean at this table.
    """

    def __init__(self, gazetteer: Gazetteer, own: Mapping[str, str] | None = None) -> None:
        self._gazetteer = gazetteer
        self._own = own or {}
        self._known = _known(gazetteer)

    def concept(self, text: str) -> str | None:
        """The concept of an office's words, or None.

        The whole is tried first, then its parts, the one in brackets first ("Staatssecretaris … (SJenV)"), then a
        title with a place, then the longest run of words that is a name, then a region's name. An acronym that nobody
        knows stands for itself.
        """
        if (own := self._own.get(_ARTICLE.sub("", text.strip().lower()))) is not None:
            return own
        text = _SAINT.sub("Sint-", text)
        if text not in self._known:
            if len(self._known) == _REMEMBERED:
                self._known.clear()
            found = self._read(" ".join(text.split()))
            parts = _REGIONS.split(text) if found in EVERYWHERE else ()  # "wethouder (regio Alkmaar)"
            self._known[text] = next(filter(None, map(self._stretch, parts)), found)
        return self._known[text]

    def titled_person(self, text: str) -> tuple[str, str] | None:
        """A person behind a title of local office, as name and office: "gedeputeerde Jansen", not "wethouder Assen".

        The office takes the place that stands behind the name: "burgemeester Klein van Deventer".
        """
        match = _TITLED.match(text)
        if match is None or not any(char.isupper() for char in match["name"]):
            return None
        title, name = match[1], match["name"]
        of_field = name.startswith(("van ", "voor ")) and title.lower() in words("office_of_field")
        if of_field or _ADMINISTRATION.match(name):
            return None
        if title.lower().startswith("directeur") and self.concept(name) is not None:
            return None
        if self._named(text) or self._gazetteer.find(f"ministerie van {name}") or is_post(text):
            return None
        if self.is_place(_ADMINISTRATION.sub("", name)) or self.is_place(re.sub(r"\A(?:van|te|in)\s+", "", name)):
            return None
        if (town := _PLACED.match(name)) and self.is_place(town["place"]):
            return None
        placed = _HELD_AT.fullmatch(name)
        if placed and self.is_place(_ADMINISTRATION.sub("", placed["place"])):
            return placed["name"], f"{title} {placed['place']}"
        return name, title

    def is_guess(self, concept: str | None) -> bool:
        """Whether a concept is no more than an acronym that stands for itself."""
        return concept is not None and ":" not in concept and concept not in self._gazetteer

    def office(self, text: str) -> str | None:
        """The office, a post that somebody holds, of exactly this name: "DGM", "de minister van SZW"."""
        name = _ARTICLE.sub("", " ".join(text.split()))
        concept = self._actor(name) or self._post(name) or self._actor(_BARE_TITLE.sub(r"\1 van ", name))
        return concept if self._is_office(concept) else None

    def _is_office(self, concept: str | None) -> bool:
        return concept in self._gazetteer.concepts and self._gazetteer.concepts[concept or ""].cls == "Office"

    def _is_of_state(self, concept: str) -> bool:
        """Whether a concept is a ministry or an office there."""
        known = self._gazetteer.concepts
        wholes = (concept, *known[concept].post_in) if concept in known else ()
        return any(known[one].pref_label.startswith("ministerie") for one in wholes if one in known)

    def organisation(self, text: str) -> str | None:
        """The actor of exactly this one capitalised word ("Aedes"), None for anything else."""
        return self._actor(text) if text[:1].isupper() and text.isalpha() and not self.is_place(text) else None

    def is_place(self, name: str) -> bool:
        """Whether a municipality or province has this name."""
        return any(self._gazetteer.find(f"{kind} {name}") for kind in ("gemeente", "provincie"))

    def is_side_note(self, text: str) -> bool:
        """Whether words behind a name say no more than how somebody sits: "vz.", "online"."""
        return not _WHEN.sub("", _SIDE_NOTE.sub("", text)).strip(" .,;:()")

    def _is_only_town(self, name: str) -> bool:
        """Whether a municipality has this name, and no province."""
        return self._is_held_at(MUNICIPALITY, name) and not self._is_held_at(PROVINCE, name)

    def _is_town(self, name: str) -> bool:
        return any(concept.notation.startswith(PLACE) for concept in self._gazetteer.find(name))

    def same(self, name: str, acronym: str) -> bool:
        """Whether a spelled-out name and what stands in brackets behind it mean one office."""
        concept = self.concept(name)
        return concept is not None and concept == self.concept(acronym)

    def is_post_at(self, post: str, whole: str) -> bool:
        """Whether a name is that of a post or directorate at an organisation: "DGM", "JenV"."""
        found = self._unit(f"{post} ({whole})")
        return found is not None and found == self._actor(post)

    def sits_for(self, office: str, label: str) -> bool:
        """Whether somebody of a local office sits for the organisation that labels the list: "wethouder Ede", "VNG".

        Under a label that means local governments, or only a region, he sits for his own.
        """
        if local_offices().get(office.lower()) not in (None, *OWN_RIGHT):
            return True
        own, label_means = self.concept(office) or "", self.concept(label)
        if label_means in self._own.values():
            return own in EVERYWHERE  # "voor de gemeente: wethouder Bos"
        if label_means is None or label_means in _IN_GENERAL or label_means.startswith(PLACES):
            return False
        if label.lower().startswith("regio "):
            return False
        return own in EVERYWHERE or own.startswith(GOVERNMENTS)

    def says_more(self, text: str, concept: str | None) -> bool:
        """Whether the office's words say more than the concept's own names do."""
        return concept is None or self._actor(text.strip()) != concept

    def _read(self, text: str) -> str | None:
        text = without_portfolio(with_province(_ARTICLE.sub("", text.removeprefix("namens "))))
        if (two := _TWO_SEATS.fullmatch(text)) and self.is_place(two["first"]):
            text = two["first"]
        beside = _BESIDE.fullmatch(text)
        if beside and local_offices().get(beside["title"].lower()) and self._actor(beside["sent"]):
            text = f"{beside['own']}, {beside['sent']}"  # two columns: "gedeputeerde Flevoland" and "IPO"
        region = self._stretch(text) if text.startswith(("regio ", "subregio ", "deelregio ")) else None
        if found := self._placed(text) or region:
            return found
        if found := self._named(text):
            return found
        if (given := _GIVEN.match(text)) and self._actor(given["name"]):
            text = text[given.end() :]  # "Rob Visser" is nobody's office
        plain = re.sub(r"\(\s*\)", "", " ".join(_SIDE_NOTE.sub(" ", text).split())).strip(" ,.;:")
        if found := self._on_behalf(text) or self._unit(plain):
            return found
        if (post := OF_STATE.search(plain)) and ((found := self._of_state(post[1], plain)) or OF_FIELD.search(plain)):
            return found
        bracketed = re.findall(r"\(([^)]+)\)", text)
        for part in (*bracketed, plain, _BARE_TITLE.sub(r"\1 van ", plain)):
            if found := self._actor(part.strip(" .,")) or self._sent(part) or self._titled(part.strip()):
                return found
        parts = [*bracketed, *_PARTS.split(plain)]
        for part in parts:
            if found := self._actor(part.strip(" .,")):
                return found
        if found := self._longest(plain):
            return found
        if self._gazetteer.find(f"gemeente {plain}") and self._is_town(plain):
            return f"{MUNICIPALITY}{plain.replace(' ', '_')}"
        for kind, name in ((MUNICIPALITY, f"De {plain}"), (PROVINCE, plain)):  # "Wolden", "Noord-Brabant"
            if self._is_held_at(kind, name):
                return kind + name.replace(" ", "_")
        if any(word.isupper() and local_offices().get(word.lower()) == "VR" for word in re.findall(r"\w+", plain)):
            return "VR"
        named = [part for part in map(str.strip, parts) if part]
        towns = [part for part in named if self._is_only_town(part)]
        if len(towns) == 1 and any(_POST_AT_TOWN.match(part) for part in named):
            return f"{MUNICIPALITY}{towns[0].replace(' ', '_')}"  # "portefeuillehouder, Woerden"
        return self._stretch(plain) or next(filter(_ACRONYM.match, map(str.strip, parts)), None) or self._group(plain)

    def _of_state(self, post: str, text: str) -> str | None:
        """An office of state by its field or ministry, else that ministry; never the office of another field."""
        rest = _OF_MINISTRY.sub("", OF_STATE.sub(" ", text).strip(" ,;()/-"))
        if held := self.post_at(post, self._actor(rest) or ""):
            return held
        if OF_FIELD.search(text) is None:
            return None
        if self._is_office(titled := self._longest(text, 2)):
            return titled
        named = (self._read(rest), *map(self._actor, _PARTS.split(rest)))
        return next((one for one in named if one and (self.is_guess(one) or self._is_of_state(one))), None)

    def _placed(self, text: str) -> str | None:
        """A local office and the place it is held at, apart: "gedeputeerde, provincie Utrecht", "Woerden/wethouder"."""
        if (apart := title_and_rest(text, self.is_place, self.is_side_note)) is None:
            return None
        title, place = apart
        if _ADMINISTRATION.match(f"{place} "):
            return self._titled(place)
        prefix = local_offices()[title]
        return f"{prefix}{place.replace(' ', '_')}" if self._is_held_at(prefix, place) else None

    def _is_held_at(self, prefix: str, name: str) -> bool:
        return any(found.notation.startswith(prefix) for found in self._gazetteer.find(f"{prefix[:-1]} {name}"))

    def _group(self, text: str) -> str | None:
        """Those whom somebody sits for, by a noun among other words: "namens de Brabantse corporaties"."""
        nouns = (word for word in re.findall(r"\w+", text) if len(word) >= _LEAST_NOUN and word not in _KINDS)
        return next((found for noun in nouns if (found := self._actor(noun))), None)

    def region(self, text: str) -> str | None:
        """The veiligheidsregio of a region's bare name: "Twente", "Hollands Midden"."""
        name = " ".join(_SIDE_NOTE.sub(" ", text.partition(",")[0]).split()).strip(" ,.;:()")
        return self._actor(f"veiligheidsregio {name}") if name[:1].isupper() else None

    def _stretch(self, text: str) -> str | None:
        """The stretch of land that somebody sits for: "regio Alkmaar", "Zuid-Kennemerland", "Gooi en Vechtstreek".

        A town needs the word "regio" before it, for it is a municipality otherwise.
        """
        told = _REGION.fullmatch(text.strip(" .,"))
        if told is None:
            return None
        known = [concept.notation for concept in self._gazetteer.find(told["name"])]
        if told["kind"] or not self.is_place(told["name"]):
            return next((notation for notation in known if notation.startswith(PLACE)), None)
        return None

    def _unit(self, text: str) -> str | None:
        """The directorate or post of an organisation, with it before or behind: "JenV/DGM", "DGM (JenV)"."""
        parts = [self._actor(part.strip()) for part in re.split(r"\s*/\s*|\s+\(", text.removesuffix(")"))]
        if len(parts) != 2 or not all(parts):
            return None
        one, other = (self._gazetteer.concepts.get(part or "") for part in parts)
        for post, whole in ((one, other), (other, one)):
            if post is not None and whole is not None and whole.notation in post.post_in:
                return post.notation
        return None

    def post_at(self, title: str, ministry: str) -> str | None:
        """The post of a minister or staatssecretaris at a ministry: "staatssecretaris", "JenV"."""
        if title.lower() not in {"minister", "staatssecretaris"}:
            return None
        return self._actor(f"{title} van {ministry.strip()}")

    def _actor(self, text: str) -> str | None:
        """The actor of exactly this name; an acronym only as it is written."""
        if not text or not any(char.isalpha() for char in text):
            return None
        singular = re.sub(r"['’´`]s\Z", "", text)
        for name in (text, singular):
            for concept in self._gazetteer.named(name):
                if not self._gazetteer.is_actor(concept.notation):
                    continue
                lower = name.islower() and len(name) <= 4
                if not lower:
                    return _BRANCHES.get(concept.notation.partition(":")[0], concept.notation)
        return None

    def _named(self, text: str) -> str | None:
        """The actor, or the post of a minister, that these words name: "minister BZK" too."""
        return self._actor(text) or self._actor(_BARE_TITLE.sub(r"\1 van ", text)) or self._post(text)

    def _on_behalf(self, text: str) -> str | None:
        """Whom a seat speaks for, where it names no office of its own but a local one: "burgemeester, namens VNG"."""
        sent = _SENT_BY.search(text)
        if sent is None:
            return None
        own = " ".join(_SIDE_NOTE.sub(" ", text[: sent.start()]).split()).strip(" ,.;:(")
        local = self._titled(own) if own else None
        if own and ((local is None and self._read(own)) or local in OWN_RIGHT):
            return None
        by = sent["by"].strip(" .,")
        return (
            (self._stretch(by) if by[0].islower() else None) or self._actor(by) or self._post(by) or self._stretch(by)
        )

    def _post(self, text: str) -> str | None:
        """The post of a minister by the acronym of the ministry: "staatssecretaris van JenV"."""
        post = re.fullmatch(r"((?:staatssecretaris|minister)) van (\S+)", text.strip(" .,"), re.IGNORECASE)
        return self._actor(f"{post[1]} {post[2]}") if post else None

    def _sent(self, text: str) -> str | None:
        """The organisation beside a local office, for which its holder sits: "burgemeester van Nijmegen, VNG"."""
        parts = [part.strip(" .") for part in re.split(r"[,;/]|\s+en\s+", text)]
        held = {part: self._titled(part) for part in parts}
        if not any(concept and concept not in OWN_RIGHT for concept in held.values()):
            return None
        sent = (self._longest(part) for part in parts if held[part] is None and _HAS_ACRONYM.search(part))
        own = (concept for concept in held.values() if concept in OWN_RIGHT)
        return next((concept for concept in (*sent, *own) if concept), None)

    def _titled(self, text: str) -> str | None:
        """A local office with its place: "wethouder Assen", "gemeente Assen", "gedeputeerde Drenthe"."""
        lower = text.lower()
        for word, prefix in local_offices().items():
            if not lower.startswith(word.lower()):
                continue
            match = re.match(rf"{re.escape(word)}(?!\w)\s+{_OF}(?P<place>[A-Z'].+)", text, re.I)
            if (
                match is not None
                and (tail := _PORTFOLIO.match(match["place"]))
                and self._is_held_at(prefix, tail["place"])
            ):
                return prefix + tail["place"].replace(" ", "_")
            if match is None:
                if re.fullmatch(re.escape(word), text, re.I):
                    return prefix if ":" not in prefix else self._plural(word)
                continue
            place = re.split(r"\s*[,;(]", match["place"])[0].strip(" .")
            if self.is_place(article := f"De {place}") and not self.is_place(place):
                place = article
            if prefix == MUNICIPALITY and not self.is_place(place) and (region := self._stretch(place)):
                return region
            place = place if self.is_place(place) else re.split(r"\s+en\s+", place)[0]
            if (not place[0].isupper() and place[0] != "'") or (place.isupper() and self._actor(place)):
                continue  # "wethouder VNG" sits for the VNG
            return prefix + place.replace(" ", "_") if prefix.endswith(":") else prefix
        return None

    def _plural(self, word: str) -> str | None:
        """An office without its place stands for those who hold it: "gedeputeerde" is one of the gedeputeerden."""
        return next((found for form in (f"{word}s", f"{word}n", f"{word}en") if (found := self._actor(form))), None)

    def _longest(self, text: str, least: int = 1) -> str | None:
        """The actor that the longest run of words names, of at least so many."""
        spans = [(match.start(), match.end()) for match in _WORDS.finditer(text)][:20]
        for size in range(min(len(spans), _MOST_WORDS), least - 1, -1):
            for first in range(len(spans) - size + 1):
                piece = text[spans[first][0] : spans[first + size - 1][1]].strip(".,;:()")
                if (size > 1 or piece[:1].isupper()) and (found := self._actor(piece)):
                    return found
                if size == 1 and (part := _OF_ACRONYM.match(piece)) and (found := self._actor(part[1])):
                    return found
        return None


@lru_cache(maxsize=1)
def _known(gazetteer: Gazetteer) -> dict[str, str | None]:
    """What words behind names have meant so far, by a gazetteer alone."""
    return {}
