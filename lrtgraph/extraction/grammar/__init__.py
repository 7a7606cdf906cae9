"""What the rules know of Dutch: classes of words, verbs, clauses, arguments and trees, and linear models over them."""
