"""Attendance lists: where one begins and ends, in which of its many forms, and one entry a block.

words         titles, offices and what blanks out a name; the cells of a line
labels        "Aanwezig", "Met kennisgeving afwezig:", "Verslag:"
groups        heads inside a list: "Koepels"
pairs         names and offices that stand apart in plain lines
entries       the entries of lines under one label
tables        tables of people
running       a list in flowing text, parted into lines
bullets       a head of minutes that is set as a list
unlabelled    lists without a label
among_items   lists under the first item, or below the last
section       the list of a document, in whichever of these forms
"""
