"""The act of a predicate: its frame, whether it is denied, ended, held or only reported."""
