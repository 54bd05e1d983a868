"""Where Assertions are kept: one contract, a Writer and a View."""
