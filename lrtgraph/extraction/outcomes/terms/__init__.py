"""When: deadlines, terms in words, and what is only a time; each module builds on those above it.

wording     which day the words of a deadline come to
deadlines   by when something must be done
timing      what a day in an outcome means: by which it is done, from which it holds, or something else
"""
