"""What minutes, and the meetings they are of, are called in the title above them: "Gespreksverslag", "Zitting"."""

from __future__ import annotations

import re
from functools import cache

from lrtgraph.resources import table


@cache
def title_words() -> re.Pattern[str]:
    """A pattern that finds such a word in a line; case does not count. Raises ResourceError where the list is missing.

    >>> title_words().search("Aantekeningen bijeenkomst 14 december 2023")[0]
    'Aantekeningen'
    >>> title_words().search("Opening en mededelingen") is None
    True
    """
    forms = sorted((re.escape(row["form"]) for row in table("minutes_titles.csv")), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)
