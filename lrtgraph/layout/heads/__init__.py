"""Heads: which lines are items of the agenda, subheads and heads that come back, numbered or not."""
