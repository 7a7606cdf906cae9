"""What the rules know of Dutch: classes of words, verbs, clauses, arguments and trees, and models over them.

Each module builds on those above it:

lexicon      classes of words and tables of cues, from the files in data/, and auxiliaries
tokens       the tokens of a Doc as plain lists
predicates   where a verb stands with its particle and companions
clauses      the clauses of a sentence by what opens them
outright     those of them that tell something outright
exceptions   whom a phrase takes out of a group
arguments    actors as arguments of a clause
trees        what is asked of a dependency tree
weights      linear models over named features
network      a small network over words, beside them
"""
