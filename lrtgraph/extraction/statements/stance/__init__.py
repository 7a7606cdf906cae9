"""The act of a predicate: its frame, whether it is denied, ended, held or only reported; modules build on those above.

spoken       what a speaker did: his act, and how far that is settled
evaluation   favourable and unfavourable words, weighed (data/evaluations.csv)
denial       whether a predicate is denied
endings      acts that end: an objection withdrawn, a promise kept
content      what is said decides the act where the verb leaves it open
framing      the frame of a main clause: at its verb, infinitive, participle or particle
changing     who says that he has changed his position
holding      what somebody holds on to, supports or keeps up
reported     whose stance it is that is told
states       states behind "zijn", and in telegram style
verbs        what somebody does by a verb: its frame, its negation, what it governs
acts         the act of a predicate: of its verb, state or act noun, unless told of another time
"""
