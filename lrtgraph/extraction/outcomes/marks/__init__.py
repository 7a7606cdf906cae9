"""Outcomes that a label, head, note or number marks; each module builds on those above it.

heads      lines and titles that make outcomes of what stands under them
notes      notes behind an outcome that only say who must do it, or by when
numbers    numbers of tasks in lists, in one form
numbered   sentences that say of numbers of a list what came of them
marked     outcomes that the text marks, by all of these
"""
