"""What contributions are about, and what of it they want to end or keep.

naming       what they name
anaphora     what bare nouns in them stand for
hidden       whether that is blanked out
themes       what they may be about, with what speaks for it
objects      what they are for or against by its name
topics       what they are about
termination  what a text tells to end or to fail
aspects      what is said of a measure of a thing, or of papers about it, and not of the thing
verdicts     whether they judge the thing of the item, or something of their own
reversal     what they want to end, or to keep from ending
reacting     how they take up what was said before them
joining      how they stand to that, and to what an objection is about to which they react
"""
