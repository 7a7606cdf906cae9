"""Numbered heads: the best chain of rising numbers among all lines that open with one, and their titles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from lrtgraph.layout.attendance.labels import read_label
from lrtgraph.layout.head_words import head_words, in_capitals, is_capital, is_closing, plain_form
from lrtgraph.layout.heads.coded import coded_chain, padded_chain
from lrtgraph.layout.heads.numbering import Candidate, begun_again, of_one_style, readings, rising, without_lists
from lrtgraph.layout.lines import trimmed
from lrtgraph.layout.page import ENDED, LONGEST, Heading, Page, without_colon
from lrtgraph.layout.tables.lost_columns import is_row

_NUMBER = (
    r"(?:#{1,6}\s+)?[*_]{0,2}(?:§\s*)?(?:(?P<word>agendapunt|agendapt\.?|agp\.?|ag\.|(?:bespreek|vergader)?punt|onderwerp|thema|ad|item)\s+)?"
    r"(?P<number>[\dlO]{1,2}(?P<part>[a-h](?=[.):]))?|[IVXl1]{1,5}|[A-Z])(?:\.0(?=\s))?(?:\s+van\s+de\s+agenda(?=\s*:))?"
)
_NUMBERED = re.compile(rf"{_NUMBER}(?P<sign>\s?[.):/](?!\d)|\s+[-–—|·•](?=\s)|(?=\s))\s*(?=\S)", re.IGNORECASE)
_ALONE = re.compile(rf"{_NUMBER}(?P<sign>\s?[.):/]?)\s*[*_]{{0,2}}", re.IGNORECASE)
"""A number on a line of its own, its title below."""
_RARER = re.compile(
    r"(?:(?P<word>agendapunt|onderwerp|punt)\s+)?(?P<number>(?P<stem>(?:\d{1,4}[-./]){1,2})(?P<last>\d{1,2})|(?P<letter>[a-z])(?=[.)])"
    r"|(?P<box>\[)(?P<boxed>[a-z]|\d{1,2})(?=\]))(?P<sign>[.):\]]?)\s+(?=\S)"
)
"""A number that opens with that of the meeting or its year, a small letter, or either in a box: "14.1 Opening",
"2023-07-01 Opening", "[a] Opening"."""
_DIGITS = re.compile(r"(\d{1,2})\s?(?:[.):]|\|)?\s+(?=\S)")
_BEGUN = re.compile(r"1\s?([.)])\s+(?=\S)")
"""The first number of a list or of the agenda."""
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.){3}")
"""What opens with letters that are no number: "W.V.T.T.K. EN SLUITING"."""
_OPENINGS = ("opening", "mededeling", "rondvraag", "sluiting", "wvttk", "w.v.t.t.k")
_SHORT = 90
"""Characters of a title below its number."""
_LIST = 3
"""Lines with rising numbers right under each other that are a list, and no heads without a body."""
_LONE_SCORE = 2.0
_FEW_WORDS = 5
"""What the only item of minutes scores at least, and the words of its title."""
_STYLES = ("arabic", "roman", "letter")
_GOOD = 1.5
"""The mean score of a chain, and what its heads score alone where weaker lines spoil it."""
_SURE = 3
"""Heads that make a rarer way of numbering sure: two may be dates, or parts of an item."""
_COUNTED = 2
"""Heads that count on, so that none begins anew."""
_FUSED = re.compile(r"(?<=\s)(\d{1,2}|[IVX]{1,5})\s?[.)]\s+(?=[^\W_])")
_SENTENCE_END = re.compile(r"[.?!][\"'”’)\]]*\Z")
ABBREVIATED = re.compile(r"(?:\b\w\.){2,}\Z|\b(?:e\.d|etc|enz)\.\Z")
_FULL = 0.6  # of the margin: a line of capitals from which on it is full, as they are wider than other letters
_REMARK = re.compile(r"[a-zà-ÿ][\w’'-]*(?: [\w’'-]+){0,3}\s?:\s.*[.?!]\Z")
"""A line in small letters in which somebody speaks: "minister: brief gaat volgende week uit."."""
_GOES_ON = re.compile(
    r"(?:[-/&,(–]|\b(?:en|of|de|het|een|van|voor|met|op|bij|in|aan|over|naar|om|te|tot|door|per|als|inzake|m\.b\.t\."
    r"|t\.b\.v\.|i\.v\.m\.|der|ten|ter|n\.a\.v\.|o\.b\.v\.|tussen|binnen|onder))\Z",
    re.IGNORECASE,
)


def best_chain(page: Page) -> list[Candidate]:
    """The chain of rising numbers with the best score; the style (1, I, A) that gives it wins."""
    if coded := coded_chain(page):
        return coded
    by_style: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in _candidates(page):
        by_style[candidate.style].append(candidate)
    best: tuple[float, list[Candidate]] = (0.0, [])
    pools = [
        (style, [one for one in by_style[style] if one.score >= least]) for style in _STYLES for least in (0, _GOOD)
    ]
    for style, pool in pools:
        found = rising(pool)
        total = sum(candidate.score for candidate in found) - (1 if style == "letter" else 0)
        if (len(found) >= 2 and total >= _GOOD * len(found) and total > best[0]) or (
            len(found) == 1 and total >= 3.5 and total > best[0]
        ):
            best = (total, found)
    if len(best[1]) < _COUNTED and (again := begun_again(by_style["arabic"], page.text)):
        return again
    return best[1] or padded_chain(page) or _lone(page, by_style["arabic"]) or _rarer(page)


def _lone(page: Page, candidates: list[Candidate]) -> list[Candidate]:
    """The one item of minutes with one: a few words behind a 1, above text, where no line before opens with a mark."""
    first = next((index for index in page.filled if page.marker(index)), None)
    if first is None or page.after(first) is None or [(one.index, one.value) for one in candidates] != [(first, 1)]:
        return []
    title = page.text[candidates[0].title : page.lines[first].end]
    short = len(title.split()) <= _FEW_WORDS and is_capital(title) and not _behind_text(page, first)
    return candidates if short and candidates[0].score >= _LONE_SCORE else []


def _behind_text(page: Page, index: int) -> bool:
    """Whether a sentence, or what announces a list, stands above a line: no head of minutes is such."""
    above = next((at for at in reversed(page.filled) if at < index), None)
    if above is None or read_label(page.text, page.lines[above]) is not None:
        return False
    body = page.body(above)
    return body.endswith(":") or (body[-1] in ".?!" and len(body.split()) > _FEW_WORDS)


def _candidates(page: Page) -> list[Candidate]:
    found: list[Candidate] = []
    worded: set[int] = set()
    listed = _contents(page)
    begun = Counter(match[1] for index in page.filled if (match := _BEGUN.match(page.body(index))))
    for index in page.filled:
        line = page.lines[index]
        if line.end - line.start > LONGEST or page.body(index).count("|") > 1:
            continue
        opening = _opening(page, index)
        if opening is None or index in listed or _listed(page, index) or is_row(page.text, line):
            continue
        match, score = opening.match, _score(page, index, opening)
        if score > 0:
            worded |= {index} if match["word"] else set()
            part = match["part"] or ""
            digits = match["number"].removesuffix(part)
            bare = digits.lstrip("0") or digits
            zeros = digits.removesuffix(bare)
            found += [
                Candidate(index, style, value, score, zeros + number + part, opening.start, part, match["sign"].strip())
                for style, value, number in readings(bare)
            ]
    return without_lists(of_one_style(found, worded), begun)


def _rarer(page: Page) -> list[Candidate]:
    """The heads that are numbered in a rarer way, all with one stem, from the first on.

    Parts of several items have stems of their own, and lettered parts begin again at a.
    """
    found: list[Candidate] = []
    stems: set[str] = set()
    for index in page.filled:
        line = page.lines[index]
        match = _RARER.match(page.text, line.start, min(line.end, line.start + 60))
        if match is None or match.end() >= line.end or is_row(page.text, line):
            continue
        number = match["letter"] or match["boxed"] or match["last"]
        score = _score(page, index, _Opening(match, index, match.end(), line.end))
        if score > 0 and not (match["letter"] and not page.gap_after(index)):
            value = ord(number) - ord("a") + 1 if number.isalpha() else int(number)
            found.append(Candidate(index, "arabic", value, score, match["boxed"] or match["number"], match.end()))
            stems.add(match["stem"] or match["box"] or "")
    chain = rising(found) if len(stems) == 1 and sum(one.value == 1 for one in found) == 1 else []
    return chain if len(chain) >= _SURE and chain[0].value == 1 else []


@dataclass(frozen=True, slots=True)
class _Opening:
    """A number at the beginning of a line, and its title: the line it stands on and its raw span."""

    match: re.Match[str]
    line: int
    start: int
    end: int


def _opening(page: Page, index: int) -> _Opening | None:
    line = page.lines[index]
    match = _NUMBERED.match(page.text, line.start, min(line.end, line.start + 60))
    if match is not None and match.end() < line.end:
        return _Opening(match, index, match.end(), _without_marks(page.text, match.end(), line.end))
    alone, below = _ALONE.fullmatch(page.text, line.start, line.end), page.after(index)
    if alone is None or below is None or page.lines[below].gap > 1:
        return None
    if not (alone["word"] or alone["sign"].strip()) and not (alone["number"].isdigit() and _above_title(page, index)):
        return None
    body = page.body(below)
    if len(body) > _SHORT or not is_capital(body) or ENDED.search(body) or page.marker(below) is not None:
        return None
    return _Opening(alone, below, page.lines[below].start, page.lines[below].end)


def _above_title(page: Page, index: int) -> bool:
    """A number without a sign has a title below it only where blank lines stand above it and text below the title."""
    below = page.after(index)
    behind = page.after(below) if below is not None else None
    return behind is not None and page.gap_before(index) and page.starts_text(behind)


def _without_marks(text: str, start: int, end: int) -> int:
    """Where a title ends without the marks of its type around it, or that of a footnote behind it.

    >>> [_without_marks(title, 0, len(title)) for title in ("Opening**", "Opvang*", "Stand van *zaken*")]
    [7, 6, 17]
    """
    title = text[start:end].rstrip("*_")
    marks = text[start + len(title) : end]
    return end if not title or marks in title else start + len(title)


def _score(page: Page, index: int, opening: _Opening) -> float:
    match, at = opening.match, opening.line
    title = page.text[opening.start : opening.end]
    letters = [char for char in title if char.isalpha()]
    wide = page.gapless and title.count("  ") == 0 and page.text[match.end() - 2 : match.end()].isspace()
    opens = any(word in title.lower() for word in _OPENINGS)
    if _below_subhead(page, index):
        return 0
    inside = page.in_sentence(index) and not ((wide or match["sign"].strip()) and opens)  # the list of people above
    if len(letters) < 3 or not (title[0].isalnum() or title[0] in "(\"'‘“´") or inside:
        return 0
    if _ABBREVIATION.match(page.text, page.lines[index].start):
        return 0
    bare = not match["sign"].strip() and not match["word"]
    apart = page.gap_before(index) or (wide and opens)
    apart = apart or (_set_apart(page, index, at, title) and (wide or page.gapless or page.gap_after(at)))
    roman = re.fullmatch(r"[IVX]+", match["number"]) is not None and is_capital(title) and page.gap_before(index)
    if bare and ((match["number"].isalpha() and not roman) or not apart):
        return 0
    if bare and not is_capital(title) and (len(title.split()) > 5 or not page.gap_after(at)):
        return 0
    score = 0.5
    score += 1.5 if page.gap_before(index) else 1.0 * _set_apart(page, index, at, title)
    score += 0.5 * page.gap_after(at)
    score += 1 * (bool(match["word"]) and match["word"].lower() != "ad")
    score += 1 * all(char.isupper() for char in letters)
    score += 1 * opens
    score -= 0.5 * (not (is_capital(title) or title[0] in "(\"'‘“´"))
    ended = bool(ENDED.search(title)) and not ABBREVIATED.search(title)
    asks = title.endswith("?") and page.gap_before(index) and len(title.split()) <= 9
    names = title.endswith(".") and page.gap_before(index) and len(title.split()) <= 3 and not page.gap_after(at)
    score -= (0.5 if asks or names else 2) * ended
    score -= 1.5 * (len(title) > 90 and not title.isupper())
    score -= 1.5 * (page.margin > 0 and _is_full(page, at) and page.runs_on(at))
    score -= 0.5 * (bare and not wide and not page.gapless)
    score -= 1 * _in_list(page, at)
    return score


def _is_full(page: Page, index: int) -> bool:
    """The first word of the next line would not have fitted on a line."""
    after = page.after(index)
    word = page.body(after).split()[0] if after is not None else ""
    return page.lines[index].right + 1 + len(word) > page.margin


def _set_apart(page: Page, index: int, at: int, title: str) -> bool:
    """Without blank lines: a short line without a full stop, behind a line that ends a sentence or ends early."""
    before, after = page.before(index), page.after(at)
    if before is None or after is None or ENDED.search(title):
        return False
    last = page.lines[before]
    ended = _SENTENCE_END.search(page.text[max(last.start, last.end - 4) : last.end])
    early = page.margin == 0 or page.margin > last.right + 1 + len(page.body(index).split()[0]) + 3
    short = page.margin == 0 or page.lines[at].right < 0.8 * page.margin
    opens = page.marker(after) is not None or not page.body(after)[0].islower()
    return (bool(ended) or early) and short and opens


def _contents(page: Page) -> set[int]:
    """The lines of lists of what is to come: numbers right under each other whose titles come back below as heads."""
    again: dict[tuple[int, str], int] = {}
    contents: set[int] = set()
    run: list[int] = []
    for index in reversed(page.filled):
        if run and not _follows(page, index, run[-1]):
            run = []
        number = _number(page, index)
        if not number:
            continue
        run.append(index)
        if number == 1 and len(run) >= _LIST:
            back = sum(again.get(_entry(page, at), at) > run[0] for at in run)
            contents |= set(run) if 2 * back > len(run) else set()
        again.setdefault(_entry(page, index), index)
    return contents


def _entry(page: Page, index: int) -> tuple[int, str]:
    """A line's number and its title, in a form that a list and a head share."""
    title = _DIGITS.sub("", page.body(index), count=1)
    return _number(page, index), " ".join(plain_form(title).split()).rstrip(".")


def _listed(page: Page, index: int) -> bool:
    """The line is one of a list right under each other: three or more from 1 on, or two under the name of a list."""
    first, last = _run(page, index, _follows)
    if _number(page, first) == 1:
        above = page.before(first)
        label = page.body(above) if above is not None else ""
        named = label.endswith(":") or plain_form(label) in head_words()["section"] or _closes(page, first)
        opening = "opening" in page.body(first).lower()
        return first != last and not opening and (named or _number(page, last) >= _LIST)
    first, last = _run(page, index, _rises)
    return first != last and _closes(page, first)


def _run(page: Page, index: int, follows: Callable[[Page, int, int], bool]) -> tuple[int, int]:
    """The first and last of the lines around one of which each follows on the one before."""
    first = last = index
    while (before := page.before(first)) is not None and follows(page, before, first):
        first = before
    while (after := page.after(last)) is not None and follows(page, last, after):
        last = after
    return first, last


def _closes(page: Page, index: int) -> bool:
    """Whether the name of a closing list ("Actielijst") is the line above."""
    above = page.before(index)
    return above is not None and is_closing(plain_form(page.body(above)))


def _follows(page: Page, index: int, after: int) -> bool:
    """Line `after` stands right under line `index` and has the next number."""
    return _rises(page, index, after) and _number(page, after) == _number(page, index) + 1


def _rises(page: Page, index: int, after: int) -> bool:
    """Line `after` stands right under line `index` and has a higher number: numbers that are done are left out."""
    line = page.lines[after]
    return not line.gap and not line.page and _number(page, after) > _number(page, index) > 0


def _number(page: Page, index: int) -> int:
    """The number in digits that a line opens with; 0 where it has none."""
    found = _DIGITS.match(page.body(index))
    return int(found[1]) if found else 0


def _below_subhead(page: Page, index: int) -> bool:
    """Whether a standing head inside an item stands right above: what has a number there is a line of its list."""
    before = page.before(index)
    return before is not None and not page.lines[index].gap and plain_form(page.body(before)) in head_words()["section"]


def _in_list(page: Page, index: int) -> bool:
    """Another numbered line follows at once."""
    after = page.after(index)
    if after is None or page.lines[after].gap or page.lines[after].page:
        return False
    marker = page.marker(after)
    return marker is not None and marker.kind == "number"


def numbered(page: Page, candidate: Candidate) -> tuple[Heading, ...]:
    """The head that a candidate begins, with the lines its title runs over, taken apart where it fuses items."""
    line = page.lines[candidate.index]
    below = page.after(candidate.index) if candidate.title >= line.end else None
    at = candidate.index if below is None else below
    spans = [(candidate.title, _without_marks(page.text, candidate.title, page.lines[at].end))]
    last = title_lines(page, at, spans)
    marker = page.text[line.start : candidate.title].strip().lstrip("*_")
    heads: list[Heading] = []
    number, value = candidate.number, candidate.value
    current: list[tuple[int, int]] = []
    for start, end in spans:
        at = start
        for match in _FUSED.finditer(page.text, max(0, start - 1), end):
            values = [v for style, v, _ in readings(match[1]) if style == candidate.style]
            if value + 1 not in values or not (current or page.text[at : match.start()].strip()):
                continue
            current.append(trimmed(page.text, at, match.start()))
            heads.append(Heading("heading", number, tuple(s for s in current if s[0] < s[1]), last, marker))
            current, at, value = [], match.end(), value + 1
            number, marker = match[1], match[0].strip()
        current.append(trimmed(page.text, at, end))
    current[-1] = without_colon(page.text, *current[-1])
    heads.append(Heading("heading", number, tuple(s for s in current if s[0] < s[1]), last, marker))
    return tuple(head for head in heads if head.spans)


def title_lines(page: Page, index: int, spans: list[tuple[int, int]]) -> int:
    """Add the further lines of a title; gives the index of its last line."""
    capitals = in_capitals(page.text[spans[0][0] : spans[0][1]])
    for _ in range(6):
        after = page.after(index)
        if after is None or not _continues_title(page, index, after, capitals):
            return index
        index = after
        spans.append((page.lines[index].start, page.lines[index].end))
    return index


def _continues_title(page: Page, index: int, after: int, capitals: bool) -> bool:
    body, line = page.body(after), page.lines[after]
    current = page.body(index)
    if page.marker(after) or plain_form(body) in head_words()["section"] or line.gap > 2:
        return False
    if capitals and in_capitals(body) and not ENDED.search(current):
        wrapped = page.lines[index].right >= _FULL * page.margin > 0 or _GOES_ON.search(current) is not None
        return line.gap == 0 or wrapped
    if line.gap > 0 or (ENDED.search(current) and not current.endswith(",")):
        return False
    if body[0].islower() or _GOES_ON.search(current):
        return len(body) < 100 and not capitals and not _REMARK.match(body)
    wraps = page.margin > 0 and page.lines[index].right + 1 + len(body.split()[0]) > page.margin
    return wraps and page.gap_after(after) and len(body.split()) <= 6 and not ENDED.search(body)
