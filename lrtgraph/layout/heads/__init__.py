"""Heads: which lines are items of the agenda, subheads and heads that come back, numbered or not.

words       standing heads of minutes, and the shape of a head's words
numbering   numbers in front of heads, and the best chain of rising ones
numbered    heads with a number, and their titles
stated      heads that markup states
run_in      heads that run into their text on one line
parts       heads that come back under several items
headings    the heads of a document, by all of these
"""
