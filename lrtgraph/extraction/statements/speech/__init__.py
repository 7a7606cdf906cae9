"""The lexicon of speech: verbs, nouns and cues, and how they are sighted.

patterns     words one behind the other, as the lexicons ask for them
lexicon      verbs, states and nouns of speech (data/speech_acts.csv)
cues         words in the content that tell more (data/act_cues.csv)
"""
