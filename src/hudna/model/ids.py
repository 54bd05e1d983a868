"""Content-hash identifiers: the same content gives the same id on every machine."""

import hashlib
import json
from collections.abc import Sequence

ID_LENGTH = 24
"""Hex digits kept of a SHA-256: 96 bits, so that a billion records collide with odds below 1e-10."""


_SPELL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode
"""Made once: `json.dumps` makes an encoder of its own for every value."""


def canonical(value: object) -> str:
    """The one JSON spelling of a value: sorted keys, no blanks, characters unescaped."""
    return _SPELL(value)


def content_id(kind: str, parts: Sequence[object]) -> str:
    """Hash of the canonical JSON array `[kind, *parts]`, cut to `ID_LENGTH` hex digits."""
    return hashlib.sha256(canonical([kind, *parts]).encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


def text_sha256(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes, 64 hex digits (lone surrogates are kept, not refused)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
