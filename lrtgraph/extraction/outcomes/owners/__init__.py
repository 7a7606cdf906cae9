"""Who: owners, partners and subjects of what was settled; each module builds on those above it.

clauses     the clauses in which that is told
naming      who is named: in a note, a cell or a label, as the chair, as everybody, or as a place that acts
own_table   the table that minutes are of, by the name that they give it
parties     who must do it, with or towards whom, and what it concerns
unlisted    those who can be given a task though no gazetteer lists them
"""
