"""The act of a predicate: its frame, whether it is denied, ended, held or only reported.

content      what is said decides the act where the verb leaves it open
framing      the frame of a main clause: at its verb, infinitive, participle or particle
denial       whether a predicate is denied
changing     who says that he has changed his position
endings      acts that end: an objection withdrawn, a promise kept
holding      what somebody holds on to, supports or keeps up
reported     whose stance it is that is told
states       states behind "zijn", and in telegram style
acts         the act of a predicate: frame, negation, judgement
"""
