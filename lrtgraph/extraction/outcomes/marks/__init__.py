"""Outcomes that a label, head, note or number marks."""
