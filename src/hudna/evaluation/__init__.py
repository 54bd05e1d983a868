"""Gold, scorers, accuracy card."""
