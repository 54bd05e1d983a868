"""Learned models: opened by name through a manifest; nothing else touches weights."""
