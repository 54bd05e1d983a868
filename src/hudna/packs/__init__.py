"""Knowledge as data: schema, loader and linter of the YAML packs and lexicons."""
