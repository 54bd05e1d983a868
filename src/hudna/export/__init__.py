"""One output format a file, each from a View or from records."""
