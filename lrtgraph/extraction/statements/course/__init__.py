"""The course of the discussion: who has the floor, and how contributions run on over sentences."""
