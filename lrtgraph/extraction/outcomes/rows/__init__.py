"""Outcomes in the rows of tables and lists, and the status that a row reports."""
