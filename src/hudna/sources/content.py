"""From bytes to the words of a report: what the bytes are, which characters, whether Arabic."""

import re
from typing import Literal

from hudna.model.errors import ReadError
from hudna.text.decode import decode
from hudna.text.language import language_of

Kind = Literal["text", "html", "jsonl"]
_MAGIC = (
    (b"\x89PNG", "a PNG picture", ""),
    (b"\xff\xd8\xff", "a JPEG picture", ""),
    (b"GIF8", "a GIF picture", ""),
    (b"RIFF", "a media file", ""),
    (b"OggS", "a sound file", ""),
    (b"ID3", "a sound file", ""),
    (b"%PDF", "a PDF document", "save its text as .txt first (pdftotext FILE.pdf)"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save the document as plain text"),
    (b"\xd0\xcf\x11\xe0", "an office document", "save it as plain text"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first (gunzip FILE.gz)"),
    (b"BZh", "a bzip2 archive", "unpack it first (bunzip2 FILE.bz2)"),
    (b"\xfd7zXZ", "an xz archive", "unpack it first (unxz FILE.xz)"),
    (b"(\xb5/\xfd", "a Zstandard archive", "unpack it first (unzstd FILE.zst)"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"SQLite format 3\x00", "an SQLite database", "a ledger is opened with --ledger"),
    (b"\x7fELF", "a program", ""),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_PAGE = re.compile(
    r"(?:<\?xml[^>]*>|<!--.{0,2000}?-->|\s)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_BLOCK = "p|div|article|section|main|header|figure|h[1-6]|span|strong|b|em|i|a|br|ul|ol|img|table|blockquote"
_FRAGMENT = re.compile(
    rf"\s*<(?:!--|/?(?:{_BLOCK})\b[^<]*>)|.*?<(?:br\s*/?|/(?:p|div|a|strong|span))>", re.I | re.S
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding=[\"']([\w.:-]{2,40})",
    re.I,
)
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC_LETTER = re.compile(r"[\u0620-\u064a]")
_START = 1_000
"""Characters that are enough to tell Arabic; only other texts are looked at further."""
_BLANK = b" \t\r\n\x0b\x0c\xef\xbb\xbf\xff\xfe"
_LANGUAGES = {
    "ckb": "Kurdish",
    "de": "German",
    "en": "English",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "ps": "Pashto",
    "ru": "Russian",
    "tr": "Turkish",
    "ur": "Urdu",
}


def kind_of(head: bytes, suffix: str) -> Kind:
    """What a file is, by its first bytes where they tell, else by its suffix (lower case, with the dot)."""
    if suffix in (".jsonl", ".ndjson"):
        return "jsonl"
    start = _glance(head)
    if _PAGE.match(start):
        return "html"
    if suffix in (".html", ".htm", ".xhtml") and "<" in start:
        return "html"
    if not suffix or suffix == ".json":
        first = start.lstrip().split("\n", 1)[0].strip()
        if first.startswith("{") and '"text"' in start:
            return "jsonl"
    return "text"


def _glance(head: bytes) -> str:
    """The first bytes as characters, right for tags and braces in every encoding that is read."""
    if b"\x00" in head[:64]:
        head = head.replace(b"\x00", b"").lstrip(b"\xff\xfe")
    return head.decode("utf-8", "replace").lstrip("\ufeff")


def has_tags(text: str) -> bool:
    """Whether a text is a page or a piece of one: it begins with a tag, or has line breaks or end tags."""
    return bool(_PAGE.match(text) or _FRAGMENT.match(text))


def declared_encoding(head: bytes) -> str | None:
    """The encoding a page's first bytes declare, or None."""
    match = _DECLARED.search(head[:4096])
    if match is None:
        return None
    return (match.group(1) or match.group(2)).decode("ascii", "replace")


def check_lines(head: bytes) -> None:
    """Raise ReadError where the first bytes of a JSONL file are no text, or not UTF-8."""
    _check_magic(head)
    if head.startswith(_UTF16):
        raise ReadError("encoding", "is UTF-16; JSONL is UTF-8: convert it (iconv -f UTF-16 -t UTF-8 FILE)")
    if b"\x00" in head:
        raise ReadError("binary", "holds NUL bytes, so it is no JSONL; give one JSON object a line, in UTF-8")


def to_text(data: bytes, declared: str | None = None) -> str:
    """The characters of a text or page; raises ReadError (empty, binary, truncated, encoding)."""
    if not data.strip(_BLANK):
        raise ReadError("empty", "is empty; check that the download or export worked")
    _check_magic(data)
    _check_end(data)
    text, encoding, _ = decode(data, declared)
    if "\x00" in text:
        raise ReadError("binary", "holds NUL characters, so it is no text; give the report as text or HTML")
    lost = text.count("\ufffd")
    if lost > 2 + len(text) // 200:
        raise ReadError(
            "encoding",
            f"is not readable as {encoding} ({lost} characters would be lost); save it as UTF-8 "
            "(iconv -f ENCODING -t UTF-8 FILE)",
        )
    return text


def _check_magic(data: bytes) -> None:
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic):
            raise ReadError("binary", f"is {what}, not text; {remedy or 'give the report as text or HTML'}")


def _check_end(data: bytes) -> None:
    """Raise ReadError «truncated» where the bytes end inside a character."""
    if data.startswith(_UTF16):
        if len(data) % 2:
            raise _truncated("UTF-16")
        return
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.reason == "unexpected end of data" and error.start >= len(data) - 3
        if cut and not data[: error.start].isascii():
            raise _truncated("UTF-8") from error


def _truncated(encoding: str) -> ReadError:
    return ReadError(
        "truncated",
        f"ends in the middle of a {encoding} character: the end is missing; fetch or copy it again",
    )


def arabic(text: str) -> str | None:
    """The language of a text that may be read: «ar», or None where there are too few letters to tell.

    Raises ReadError where a text has no words («empty») or is in another language («not-arabic»).
    """
    if not _LETTER.search(text):
        raise ReadError("empty", "holds no words; check that the download or export worked")
    language = language_of(text[:_START])
    if language != "ar" and len(text) > _START:
        language = language_of(text)
    if language == "ar":
        return language
    if language == "und" and _ARABIC_LETTER.search(text):
        return None
    name = _LANGUAGES.get(language, f"in another language («{language}»)")
    raise ReadError("not-arabic", f"is not Arabic but {name}; give the Arabic text of the report")
