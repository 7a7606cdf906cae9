"""Who contributes in a sentence: a family of patterns a file, from the surest to the least sure."""
