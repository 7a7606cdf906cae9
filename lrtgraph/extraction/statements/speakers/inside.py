"""What others say within a contribution: a question that it answers, a proposal recalled, words quoted."""

from __future__ import annotations

from dataclasses import replace

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.speakers.found import Find, Setting
from lrtgraph.extraction.statements.speakers.subjects import by_subject
from lrtgraph.records import Act


def answered(passage: Passage, found: list[Find]) -> list[Find]:
    """Add a question that is named on the way ("geeft na vragen van IPO aan …"): the contribution answers it."""
    lower = passage.words
    for n, one in enumerate(found):
        for k in range(one.start + 1, one.end - 2):
            asking = lower[k] in ("vraag", "vragen", "verzoek") and lower[k + 1] in words("via")
            asker = passage.starting(k + 2) if asking else None
            if asker is None or asker == one.group:
                continue
            back = k - 1
            while back > one.start and lower[back] in words("noun_opener"):
                back -= 1
            if lower[back] not in ("na", "op", "naar"):
                continue
            if lower[back - 1] == "antwoord" and not words("denying").isdisjoint(lower[one.start : one.end]):
                continue  # "weet het antwoord op de vraag van VNG niet": it is not answered, nor asked again
            asked = one.group.concepts if one.group else ()
            requested = lower[k] == "verzoek"
            told: Act = "verzoekt" if requested else "vraagt"
            question = Find(k, asker.end, "named", asker, told, "in-passing", 0.8, asked, aside=True)
            act: Act = "antwoordt" if one.plain and not requested else one.act
            answer = replace(one, act=act, towards=one.towards or asker.concepts, plain=False)
            return [*found[:n], answer, *found[n + 1 :], question]
    return found


def quoted(passage: Passage, found: list[Find], end: int, setting: Setting) -> list[Find]:
    """ "DGSZI brengt in: werkgevers klagen over …": behind the colon somebody else is quoted."""
    more = []
    for one in found:
        colon = next((k for k in range(one.start, one.end) if passage.words[k] == ":"), None)
        if colon is None or colon + 2 >= one.end:
            continue
        inner = by_subject(passage, colon + 1, one.end, end, replace(setting, speaking=True))
        if inner is None or inner.group is None or inner.manner != "saying":
            continue
        if one.group is None or not set(inner.group.concepts) & set(one.group.concepts):
            more.append(replace(inner, aside=True, rule="quoted", confidence=0.7))
    return more
