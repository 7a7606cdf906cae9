"""A block as words, sentences, clauses and groups of named actors."""
