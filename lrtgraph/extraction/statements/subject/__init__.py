"""What contributions are about, and what of it they want to end or keep.

naming       what they name
anaphora     what bare nouns in them stand for
themes       what they may be about, with what speaks for it
topics       what they are about
termination  what a text tells to end or to fail
judged       what they are for or against: a thing by its name, something about it, or something else
reversal     what they want to end, or to keep from ending
reacting     how they take up what was said before them
joining      how they stand to that, and to what an objection is about to which they react
"""
