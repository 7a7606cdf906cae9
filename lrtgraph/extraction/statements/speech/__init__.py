"""The lexicon of speech: verbs, nouns, cues and evaluations, and how they are sighted."""
