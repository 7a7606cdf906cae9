"""Attendance lists: where one begins and ends, in which of its many forms, and one entry a block."""
