"""Decoding and language until hudna.text has them."""

from collections import Counter


def decode(data: bytes, declared: str | None = None) -> tuple[str, str, str | None]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16"), "utf-16", None
    for enc in ("utf-8-sig", "cp1256"):
        try:
            return data.decode(enc), enc, None
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace"), "utf-8", "lost"


def language_of(text: str) -> str | None:
    c = Counter("\u0600" <= x <= "\u06ff" for x in text if x.isalpha())
    return "ar" if c[True] > c[False] else "en"
