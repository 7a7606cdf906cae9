"""Who: owners, partners and subjects of what was settled."""
