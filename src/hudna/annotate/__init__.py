"""One step a file: from a Report's reading to Annotations."""
