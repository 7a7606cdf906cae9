"""Heads: which lines are items of the agenda, subheads and heads that come back, numbered or not.

numbering   numbers in front of heads, and the best chain of rising ones
coded       heads as agenda systems print them: a number alone, or one with a zero before it
numbered    heads with a number, and their titles
stated      heads that markup states
lettered    parts of an item that letters count
run_in      heads that run into their text on one line
headings    the heads of a document, by all of these, and those that come back under several items
"""
