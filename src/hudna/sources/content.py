"""From bytes to the words of a report: what the bytes are, which characters, whether Arabic."""

import re
from typing import Literal

from hudna.model.errors import ReadError
from hudna.sources.standin import decode, language_of

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
_FRAGMENT = re.compile(
    r"<(?:!--|/?(?:p|div|article|section|main|header|figure|h[1-6]|span|strong|b|em|i|a|br|ul|ol|img|table|"
    r"blockquote)\b[^<]*>)",
    re.I,
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding=[\"']([\w.:-]{2,40})",
    re.I,
)
_LETTER = re.compile(r"[^\W\d_]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


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
    if head.startswith(_UTF16) or _wide(head):
        head = head.replace(b"\x00", b"").lstrip(b"\xff\xfe")
    return head.decode("utf-8", "replace").lstrip("\ufeff")


def has_tags(text: str) -> bool:
    """Whether a text is a page or begins with markup of one."""
    return bool(_PAGE.match(text) or _FRAGMENT.match(text.lstrip()))


def declared_encoding(head: bytes) -> str | None:
    """The encoding a page's first bytes declare, or None."""
    match = _DECLARED.search(head[:4096])
    if match is None:
        return None
    return (match.group(1) or match.group(2)).decode("ascii", "replace")


def check_lines(head: bytes) -> None:
    """Raise ReadError where the first bytes of a JSONL file are empty, no text, or not UTF-8."""
    _check_text(head)
    if head.startswith(_UTF16) or b"\x00" in head:
        raise ReadError("encoding", "is UTF-16; JSONL is UTF-8: convert it (iconv -f UTF-16 -t UTF-8 FILE)")


def check_bytes(data: bytes) -> None:
    """Raise ReadError where the bytes are empty, no text, or cut off inside a character."""
    _check_text(data)
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


def _check_text(data: bytes) -> None:
    """Raise ReadError «empty» or «binary»."""
    sample = data[:65536]
    if not sample.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf\xff\xfe\x00") and not data.strip(b" \t\r\n"):
        raise ReadError("empty", "is empty; check that the download or export worked")
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic):
            raise ReadError("binary", f"is {what}, not text; {remedy or 'give the report as text or HTML'}")
    if data.startswith(_UTF16) or _wide(sample):
        return
    if b"\x00" in data:
        raise ReadError("binary", "holds NUL bytes, so it is no text; give the report as text or HTML")
    if len(_CONTROL.findall(sample)) > len(sample) // 20:
        raise ReadError("binary", "is mostly control characters, no text; give the report as text or HTML")


def _truncated(encoding: str) -> ReadError:
    return ReadError(
        "truncated",
        f"ends in the middle of a {encoding} character: the end is missing; fetch or copy it again",
    )


def _wide(data: bytes) -> bool:
    """Whether bytes without a mark look like UTF-16: every other one is the Arabic or the Latin page."""
    half = len(data) // 2
    if half < 2:
        return False
    odd, even = data[1::2], data[0::2]
    return any(
        page.count(0) + page.count(6) > half * 0.8 and page.count(0) > 0 and other.count(0) < half * 0.1
        for page, other in ((odd, even), (even, odd))
    )


def to_text(data: bytes, declared: str | None = None) -> str:
    """The characters of a text or page; raises ReadError (empty, binary, truncated, encoding)."""
    check_bytes(data)
    text, encoding, _ = decode(data, declared)
    lost = text.count("\ufffd")
    if lost > 2 + len(text) // 200:
        raise ReadError(
            "encoding",
            f"is not readable as {encoding} ({lost} characters would be lost); save it as UTF-8 "
            "(iconv -f ENCODING -t UTF-8 FILE)",
        )
    return text


def check_arabic(text: str) -> None:
    """Raise ReadError where a text has no words, or words of another language than Arabic."""
    if not _LETTER.search(text):
        raise ReadError("empty", "holds no words; check that the download or export worked")
    language = language_of(text)
    if language != "ar":
        raise ReadError(
            "not-arabic", f"is not Arabic but {language or 'another language'}; give the Arabic text"
        )
