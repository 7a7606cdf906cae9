"""Dutch verbs by their forms: every form of an infinitive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lrtgraph.resources import table

_PREFIXES = ("be", "ge", "her", "er", "ont", "ver")  # verbs with these have no ge- in the participle
_UNSTRESSED = ("aan", "door", "mis", "om", "onder", "over", "vol", "weer")  # these may, when they are not stressed
_VOWELS = "aeiou"
# Forms that no rule gives.
_SUPPLETIVE = {
    "zijn": ("ben", "bent", "zij", "weest"),
    "hebben": ("heb", "hebt"),
    "zeggen": ("zegde", "zegden"),
    "zenden": (),
    "kunnen": ("kan", "kon", "konden"),
}


@dataclass(frozen=True, slots=True)
class Conjugation:
    """The forms of one verb without its particle, in lower case."""

    infinitive: str
    finite: frozenset[str]
    participles: frozenset[str]


@cache
def conjugation(infinitive: str) -> Conjugation:
    """All forms of a verb; where spelling leaves two possible (accordeert, accordert) both are there.

    >>> sorted(conjugation("maken").finite)
    ['maak', 'maakt', 'maakte', 'maakten', 'maken']
    >>> "besproken" in conjugation("bespreken").participles, "geaccordeerd" in conjugation("accorderen").participles
    (True, True)
    """
    strong = strong_verbs().get(infinitive)
    extra = frozenset(_SUPPLETIVE.get(infinitive, ()))
    if strong:
        present, past, plural, participle = strong
        finite = {infinitive, present, past, plural, _first_person(infinitive, present)}
        return Conjugation(infinitive, frozenset(finite) | extra, frozenset({participle}))
    if (derived := _derived(infinitive)) is not None:
        return derived
    finite, participles = {infinitive}, set()
    prefixed = infinitive.startswith(_PREFIXES)
    for stem in _stems(infinitive):
        third = stem if stem.endswith("t") else stem + "t"
        for ending in ("t", "d"):
            finite |= {stem, third, f"{stem}{ending}e", f"{stem}{ending}en"} if _takes(stem, ending) else {stem, third}
            if _takes(stem, ending):
                whole = stem if stem.endswith(ending) else stem + ending
                if not prefixed:
                    participles.add("ge" + {"e": "ë", "i": "ï"}.get(whole[0], whole[0]) + whole[1:])
                if prefixed or infinitive.startswith(_UNSTRESSED):
                    participles.add(whole)
    return Conjugation(infinitive, frozenset(finite) | extra, frozenset(participles))


def third_person(infinitive: str) -> str:
    """The third person singular of the present.

    >>> third_person("keuren"), third_person("nemen"), third_person("accorderen"), third_person("openen")
    ('keurt', 'neemt', 'accordeert', 'opent')
    """
    strong = strong_verbs().get(infinitive)
    if strong:
        return strong[0]
    first, *others = _stems(infinitive.replace("ië", "iee").replace("ueren", "ueeren"))
    stem = others[0] if others and _is_unstressed(infinitive) else first
    return stem if stem.endswith("t") else stem + "t"


def plural(verb: str) -> bool:
    """Whether a finite verb is plural.

    >>> plural("doen"), plural("steunen"), plural("steunt")
    (True, True, False)
    """
    return verb.endswith("en") or verb in ("zijn", "gaan", "staan", "zien", "doen")


_WEAK_ENDINGS = frozenset(
    (
        *("lever", "vorder", "ander", "beter", "hinder", "nader", "inner", "zeker", "minder", "meerder", "weiger"),
        *("cijfer", "luister", "wonder", "zuiver", "koester", "lemmer", "nummer", "schilder", "fluister"),
    )
)
"""Stems in -er without the stress on it; all others in -eren are of the kind of accorderen."""


def _is_unstressed(infinitive: str) -> bool:
    """Whether the last syllable of a verb's stem has no stress: regelen, openen, beëindigen, leveren; not delen."""
    base = infinitive.removesuffix("en")
    cores = (base.removeprefix(prefix) for prefix in (*_PREFIXES, "af", "op", "aan", "uit") if base.startswith(prefix))
    core = next((core for core in cores if len(core) > 2), base)
    if base.endswith("er"):
        return not _WEAK_ENDINGS.isdisjoint((base, core))
    return base.endswith("ig") or not set(core[:-2]).isdisjoint(_VOWELS)


def _derived(infinitive: str) -> Conjugation | None:
    """A strong verb behind an unstressed prefix: voldoen → voldoet, voldaan."""
    for prefix in (*_PREFIXES, *_UNSTRESSED):
        base = infinitive.removeprefix(prefix)
        if base != infinitive and base in strong_verbs():
            bare = conjugation(base)
            participles = frozenset(prefix + participle.removeprefix("ge") for participle in bare.participles)
            return Conjugation(infinitive, frozenset(prefix + form for form in bare.finite), participles)
    return None


def _takes(stem: str, ending: str) -> bool:
    """Whether a weak past goes with -t or -d: 't kofschip by sound, so that v and z of the infinitive count as d."""
    voiceless = stem[-1] in "tkpc" or stem.endswith(("ch", "f", "s", "x"))
    return voiceless if ending == "t" else not voiceless or stem[-1] in "fs"


def _stems(infinitive: str) -> Iterator[str]:
    """The possible stems of a weak infinitive: stellen → stel, maken → maak, leveren → lever (and leveer)."""
    base = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    if len(base) > 1 and base[-1] == base[-2] and base[-1] not in _VOWELS:
        yield _devoiced(base[:-1])
        return
    open_syllable = len(base) > 2 and base[-1] not in _VOWELS and base[-2] in _VOWELS and base[-3] not in _VOWELS
    if open_syllable:
        yield _devoiced(f"{base[:-1]}{base[-2]}{base[-1]}")
    if not open_syllable or base.endswith(("el", "er", "en", "ig", "or", "em")):
        yield _devoiced(base)


def _devoiced(stem: str) -> str:
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])


def _first_person(infinitive: str, present: str) -> str:
    """neemt → neem, vindt → vind, gaat → ga; besluit stays, its t belongs to the stem."""
    if infinitive.endswith("aan"):
        return present[:-2]
    return present if infinitive.endswith("ten") or infinitive == "zijn" else present.removesuffix("t")


@cache
def strong_verbs() -> dict[str, tuple[str, str, str, str]]:
    """Infinitives of verbs that no rule conjugates → third person, past, its plural, participle."""
    return {
        row["infinitive"]: (row["present"], row["past"], row["past_plural"], row["participle"])
        for row in table("strong_verbs.csv")
    }
