"""Outcomes in running text: what settles, whether it holds, and what is only talk."""
