"""Markdown: the text that its marks leave, with raw offsets, and the heads that it states.

signs      what its lines begin with or consist of, and whether a text has enough of it
inline     what its marks inside a line leave to read
markdown   a whole text without its marks
"""
