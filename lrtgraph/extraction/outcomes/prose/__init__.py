"""Outcomes in running text: what settles, whether it holds, and what is only talk; modules build on those above.

actuality   whether a cue settles something here and now
cues        which words make a clause an outcome, and of which kind (data/outcome_cues.csv)
asking      whether the table asks work of somebody, charges him with it, or is told what he promised
subjects    whether the subject of a clause is who its cue wants
settling    whether a clause settles something at this meeting
splitting   one sentence that settles more than one thing
standing    what is settled without a verb of the table of cues: approvals, tasks that run on
talk        what only talks about outcomes (data/outcome_talk.csv)
unsettled   sentences in which nothing is settled, and those that only confirm or go on
granting    commitments that only grant what was asked before them
likely      what probably is settled although no label and no verb says so: a linear model
"""
