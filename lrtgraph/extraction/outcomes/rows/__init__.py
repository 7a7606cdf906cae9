"""Outcomes in the rows of tables and lists, and what rows report of earlier ones; modules build on those above.

fields     entries of a list whose fields no sign parts
columns    what the columns of a table of outcomes hold
row        what a row of a table or a line of a list settles, and what both tell alike
lines      lines of action lists
row_ends   owner and deadline at the end of a row whose columns were lost
tables     rows of tables of decisions and actions
things     what a task is to make, send or find out
states     how things stand when what was to be done with them has come about
wordings   the words that carry a wording
told       a clause that tells outright, with its actors
repeated   what is done by the verb of a task itself
deeds      what is done with the thing of a task
meant      what a task of running text leaves to the words before it
withdrawn  promises that are taken back
tasks      by what a task is known again in later minutes
lapsed     sentences that tell that an agreement or a decision holds no more
telling    sentences that tell what came of a thing
said       promises that were only said
reports    what minutes say came of tasks that earlier meetings set
"""
