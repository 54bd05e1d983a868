"""Readers: files, folders, pages, JSONL and standard input in, one Report or Rejected at a time out."""

from hudna.sources.paths import read_paths

__all__ = ["read_paths"]
