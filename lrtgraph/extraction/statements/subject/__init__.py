"""What contributions are about, and what of it they want to end or keep."""
