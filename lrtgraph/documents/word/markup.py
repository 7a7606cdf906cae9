"""The XML of Word: elements by their local names, in the namespace of either edition of the standard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

_TRANSITIONAL: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


def name(element: etree._Element) -> str:
    """The local name of an element of Word's; empty for others (comments, drawings, mathematics)."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    if tag.startswith((_TRANSITIONAL, _STRICT)):
        return tag.rpartition("}")[2]
    # Text boxes and the like come twice, for new and old programs: the first form is read.
    return "choice" if tag.endswith("}Choice") else "skip" if tag.endswith("}Fallback") else ""


def tags(local: str) -> tuple[str, str]:
    """The tags that elements of a local name have."""
    return _TRANSITIONAL + local, _STRICT + local


def children(element: etree._Element, local: str) -> Iterator[etree._Element]:
    """The children of an element that have a local name."""
    return (child for child in element if name(child) == local)


def find(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The element at a path of local names below an element."""
    for local in path:
        if element is None:
            return None
        element = next(children(element, local), None)
    return element


def value(element: etree._Element | None, attribute: str = "val") -> str | None:
    """An attribute of an element."""
    if element is None:
        return None
    return element.get(_TRANSITIONAL + attribute) or element.get(_STRICT + attribute)


def whole(text: str | None, default: int = 0) -> int:
    """What an attribute says as a number."""
    try:
        return int(text or default)
    except ValueError:
        return default


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch is there and not off."""
    return element is not None and value(element) not in ("0", "false", "off")
