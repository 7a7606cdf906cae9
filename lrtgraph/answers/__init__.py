"""Typed answers to the questions that are asked daily; each row with the sentence that proves it."""
