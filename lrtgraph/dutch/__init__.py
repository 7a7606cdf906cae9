"""Dutch wording that several stages read: dates, times, numbers, surnames, abbreviations, heads of
columns and rows, the forms of verbs, and what words are made of."""
