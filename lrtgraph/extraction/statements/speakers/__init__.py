"""Who contributes in a sentence: a family of patterns a file; each module builds on those above it.

found        one contribution found in a sentence, and what the sentence stands in
addressed    whom a sentence only speaks to
subjects     by a verb and its subject
agents       by the agent of a passive
asides       by what is put between commas
sources      by whose figures, view or reception it is
nouns        by a noun that names the act
subordinate  beside the first of a sentence: in a clause that depends on another, together with it, or quoted in it
reactions    that only agree or disagree, in a word or two
telegram     in clipped style, without verb or agent
joined       what a clause behind a joint adds
finding      the contributions of a sentence, by these patterns from the surest to the least sure
likely       who probably contributes where no rule finds a contribution
"""
