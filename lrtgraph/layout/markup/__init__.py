"""Markdown: the text that its marks leave, with raw offsets, and the heads that it states."""
