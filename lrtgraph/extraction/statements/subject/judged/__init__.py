"""What somebody who is for or against something judges: an instrument, or something else that stands beside it.

objects     what he is for or against by its name
hidden      whether that is blanked out
aspects     whether it is a measure of a thing, or papers about it, and not the thing
elsewhere   whether it is something of his own, and not the thing of the agenda item
"""
