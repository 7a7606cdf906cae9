"""Facts from a reading: one file a rule family, each a function `Reading -> tuple[Fact, ...]`."""
