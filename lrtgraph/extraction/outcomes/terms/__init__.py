"""When: deadlines, terms in words, and what is only a time."""
