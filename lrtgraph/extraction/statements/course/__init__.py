"""The course of the discussion: who has the floor, and how contributions run on over sentences.

floor        who has the floor, and how a contribution takes up the one before
bounds       where a contribution ends: at labels, and at sentences that tell of the meeting itself
answering    which questions each answers, and what refuses an answer or puts it off
unsaid       answers of which is not told who gives them
sentence     what one sentence adds
turns        who sits at the table, and how they run on over sentences, nested bullets and paragraphs
discussion   what was said so far, by whom and for which side
wording      the act of each, by the lexicon, its words and what was said before
"""
