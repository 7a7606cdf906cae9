"""Lemmas as edit rules, so that a classifier can choose among them."""

from __future__ import annotations

from functools import lru_cache


def _script(source: str, target: str) -> str:
    """The shortest edit script from source to target: ``=`` keeps a character, ``-`` drops one, ``+x`` inserts x."""
    table = [[(j, "".join("+" + c for c in target[:j])) for j in range(len(target) + 1)]]
    for i in range(1, len(source) + 1):
        row = [(i, "-" * i)]
        for j in range(1, len(target) + 1):
            options = [
                (table[i - 1][j][0] + 1, table[i - 1][j][1] + "-"),
                (row[j - 1][0] + 1, row[j - 1][1] + "+" + target[j - 1]),
            ]
            if source[i - 1] == target[j - 1]:
                options.append((table[i - 1][j - 1][0], table[i - 1][j - 1][1] + "="))
            row.append(min(options))
        table.append(row)
    return table[-1][-1][1]


@lru_cache(maxsize=200_000)
def lemma_rule(form: str, lemma: str) -> str:
    """The rule that turns a form into its lemma: casing, then edits before and after the longest common part.

    >>> lemma_rule("opgebeld", "opbellen")
    'l|==--|+l+e+n-'
    """
    if form == lemma:
        return "o||"
    lower = form.lower()
    if lemma == lemma.lower():
        case = "l"
    elif lemma[:1].isupper() and lemma[1:] == lemma[1:].lower():
        case = "t"
    elif lemma[: len(form)] == form[: len(lemma)]:
        case = "o"
    else:
        return "=" + lemma
    source = form if case == "o" else lower
    target = lemma if case == "o" else lemma.lower()
    best, start, other = 0, 0, 0
    for i in range(len(source)):
        for j in range(len(target)):
            k = 0
            while i + k < len(source) and j + k < len(target) and source[i + k] == target[j + k]:
                k += 1
            if k > best:
                best, start, other = k, i, j
    if not best:
        return "=" + lemma
    return f"{case}|{_script(source[:start], target[:other])}|{_script(source[start + best :], target[other + best :])}"


def apply_rule(form: str, rule: str) -> str | None:
    """The lemma a rule gives for a form, None where the rule does not fit it.

    >>> apply_rule("opgehaald", "l|==--|+l+e+n-")
    'ophaallen'
    """
    if rule.startswith("="):
        return rule[1:]
    case, before, after = rule.split("|", 2)
    source = form if case == "o" else form.lower()
    ahead, behind = _consumed(before), _consumed(after)
    if ahead + behind > len(source):
        return None
    middle = source[ahead : len(source) - behind]
    lemma = _apply(source[:ahead], before) + middle + _apply(source[len(source) - behind :], after)
    return (lemma[:1].upper() + lemma[1:] if case == "t" else lemma) or None


def _consumed(script: str) -> int:
    """How many characters of the form a script reads."""
    count, i = 0, 0
    while i < len(script):
        if script[i] == "+":
            i += 2
        else:
            count, i = count + 1, i + 1
    return count


def _apply(source: str, script: str) -> str:
    out, position, i = [], 0, 0
    while i < len(script):
        if script[i] == "+":
            out.append(script[i + 1])
            i += 2
            continue
        if script[i] == "=":
            out.append(source[position])
        position += 1
        i += 1
    return "".join(out)
