"""Generated minutes of realistic length and layout: the same number gives the same text, on any machine.

Sentences are templates filled with names of the gazetteer; what they say is invented. About a fifth of the text names
nobody, as in real minutes: explanations, announcements, page furniture.
"""

from __future__ import annotations

import random
import textwrap
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from lrtgraph import gazetteer

_STATEMENTS = (
    "{a} geeft aan dat {i} op schema ligt, maar dat de capaciteit in de regio achterblijft bij de behoefte.",
    "{a} vraagt {b} om vóór {d} met een voorstel te komen voor {i}.",
    "{a} steunt het voorstel van {b} over {i}, mits de financiering voor gemeenten is geregeld.",
    "{a} maakt zich zorgen over de uitvoerbaarheid van {i} en wil weten welke rol {b} daarin heeft.",
    "{a} licht toe dat de instroom de afgelopen weken is gestegen naar {n} personen per week.",
    "{a} reageert dat {b} hierover al eerder in gesprek is gegaan met de betrokken bestuurders.",
    "{a} stelt voor om {i} te agenderen voor de volgende vergadering en daar {b} bij te betrekken.",
    "Volgens {a} ligt het toezicht op {i} de eerste twee jaar bij {b}.",
    "{a} benadrukt dat de taakstelling van {n} plekken per {d} gehaald moet worden.",
    "{a} zegt toe de leden binnen twee weken te informeren over de voortgang van {i}.",
    "{a} heeft bezwaar tegen de planning van {i}, omdat de huisvesting van {n} vergunninghouders nog ontbreekt.",
    "{a} meldt namens {b} dat de gesprekken over {i} in een afrondende fase zijn.",
)
_NEUTRAL = (
    "De doorstroom blijft een punt van aandacht, zeker in de wintermaanden.",
    "Er is brede waardering voor de inzet van de afgelopen periode.",
    "Dit vergt een zorgvuldige afweging, waarbij draagvlak onder inwoners voorop staat.",
    "De cijfers zijn als bijlage bij dit verslag gevoegd en worden elke maand bijgewerkt.",
    "Het gaat daarbij om zowel tijdelijke als structurele oplossingen op de langere termijn.",
    "Een uitgebreide rapportage volgt zodra alle gegevens binnen zijn.",
)
_OUTCOMES = (
    "Besluit: {i} wordt vastgesteld.",
    "Afspraak: {a} en {b} stemmen de communicatie over {i} met elkaar af.",
    "Actie: {a} stuurt {b} vóór {d} een overzicht van de beschikbare locaties.",
    "Toezegging: {a} komt in de volgende vergadering terug op {i}.",
)
_ITEMS = (
    "Opening en mededelingen", "Stand van zaken opvang", "Voortgang huisvesting", "Uitvoering en toezicht",
    "Planning van het najaar", "Financiën en capaciteit", "Communicatie en draagvlak",
)  # fmt: skip
_SURNAMES = (
    "Aalbers", "Bruggeman", "Coster", "Dijkhuis", "Everaard", "Folkertsma", "Groenewold", "Hazelaar", "Idzerda",
    "Jonkman", "Kuiperij", "Leemhuis", "Molenkamp", "Nieboer", "Oosterling", "Poelstra",
)  # fmt: skip
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_ACTORS = (
    "VNG",
    "IPO",
    "COA",
    "BZK",
    "SZW",
    "IND",
    "Aedes",
    "VB",
    "SJenV",
    "MVRO",
    "Nidos",
    "RVB",
    "JenV",
    "VWS",
    "DGM",
)


@cache
def _instruments() -> tuple[str, ...]:
    names = gazetteer.load()
    found = (c.pref_label for c in names.concepts.values() if c.kind == "instrument" and len(c.pref_label) < 60)
    return tuple(sorted(found))


def day(number: int) -> date:
    """The day of a document's meeting."""
    return date(2022, 1, 3) + timedelta(days=number * 3 % 1400)


def minutes(number: int, *, items: int = 6, bullets: int = 7) -> str:
    """The text of one document; with the defaults about 1,400 words."""
    rng = random.Random(number)
    today = day(number)
    held = f"{_day(today)} 10.00 uur"
    seats = rng.sample(_ACTORS, 9)
    names = rng.sample(_SURNAMES, 9)
    lines = [
        "Landelijke Regietafel",
        "",
        "verslag",
        "",
        "Vergaderdatum en -tijd",
        held,
        "Aanwezig",
    ]
    lines += [f"Dhr. {name} ({seat})" for name, seat in zip(names, seats, strict=True)]
    lines += ["secretariaat, ondersteuning", ""]
    written = 0
    for index, title in enumerate(rng.sample(_ITEMS, items), start=1):
        lines += [f"{index}. {title}", ""]
        for _ in range(bullets):
            lines += [*_wrapped(" ".join(_sentences(rng, seats, today))), ""]
            written += 1
            if written % 14 == 0:
                lines += [f"Pagina {written // 14} van {items * bullets // 14 + 1}", ""]
        lines += [*_wrapped(_filled(rng, rng.choice(_OUTCOMES), seats, today)), ""]
    return "\n".join(lines) + f"\nVerslag {number}\n"


def _sentences(rng: random.Random, seats: list[str], day: date) -> Iterator[str]:
    for _ in range(rng.choice((1, 1, 2, 2, 3))):
        yield _filled(rng, rng.choice(_STATEMENTS), seats, day)
        if rng.random() < 0.35:
            yield rng.choice(_NEUTRAL)


def _filled(rng: random.Random, template: str, seats: list[str], day: date) -> str:
    first, second = rng.sample(seats, 2)
    later = day + timedelta(days=rng.randrange(7, 200))
    count = f"{rng.randrange(2, 99)}.{rng.randrange(0, 10)}00"
    return template.format(a=first, b=second, i=rng.choice(_instruments()), d=_day(later), n=count)


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, 76, initial_indent="• ", subsequent_indent="  ")


def write(folder: Path, count: int, *, first: int = 0, items: int = 6, bullets: int = 7) -> list[Path]:
    """Write documents number `first` and on into a folder; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:05}.txt" for number in range(first, first + count)]
    for number, path in enumerate(paths, start=first):
        path.write_text(minutes(number, items=items, bullets=bullets), encoding="utf-8")
    return paths
