"""From bytes to characters: UTF-8, UTF-16, and the two eight-bit encodings of Arabic.

What a page declares is believed only where the result is as plausible as the others: many Arabic pages
declare what they are not. Characters come out as they are in the bytes; only a byte order mark is taken off.
"""

import codecs
import re

from hudna.model.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_EIGHT_BIT = ("windows-1256", "iso-8859-6")
_SAMPLE = 65_536
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_WORD = re.compile(r"[^\W\d_]+")
# What no Arabic word has: Latin letters inside, or the final letters «ة» and «ى» before another letter.
_SPOILT = re.compile(r"[A-Za-z][\u0621-\u064a]|[\u0621-\u064a][A-Za-z]|[ةى][\u0621-\u064a]")
_LOOSE_VOWEL = re.compile(r"(?<![\u0621-\u0652])[\u064b-\u0652]")
_COMMON = (
    "في من على إلى أن إن عن مع هذا هذه التي الذي بعد قبل بين كما كان كانت قال وقال وفي ومن ما لا لم قد حيث أو"
)
# Rough shares of the letters in Arabic news; what is not listed counts against a reading.
_WEIGHT = {
    letter: weight
    for letters, weight in (
        ("الي", 1.0), ("منوترب", 0.8), ("ةعدسفهق", 0.6), ("كحجأىإشط", 0.4), ("صخضزذثغئءؤآظ", 0.2),
        ("\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652", 0.1), ("پچژگ", 0.0),
    )
    for letter in letters
}  # fmt: skip
_PLAUSIBLE = 0.35


def decode(data: bytes, declared: str | None = None) -> tuple[str, str, str | None]:
    """(text, encoding, note): `note` is one sentence where something was not as declared or was lost.

    `declared` is the encoding a page or a header names, if any. Raises ReadError with reason «empty»,
    «binary» (no text in any encoding read here) or «encoding» (text, but no encoding fits).
    """
    if not data:
        raise ReadError("empty", "is empty; check that the download or export worked")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _unicode(data[len(mark) :], encoding, declared)
    wide = _utf16_without_mark(data)
    if wide:
        return _unicode(data, wide, declared)
    _refuse_binary(data)
    try:
        return data.decode("utf-8"), "utf-8", _contradicted(declared, "utf-8", data)
    except UnicodeDecodeError as error:
        if _mostly_utf8(data, error):
            return _unicode(data, "utf-8", declared)
    return _eight_bit(data, declared)


def _unicode(data: bytes, encoding: str, declared: str | None) -> tuple[str, str, str | None]:
    """Decode, leaving out the part of a character at the end and marking what is broken with U+FFFD."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    text = decoder.decode(data)
    rest = len(decoder.getstate()[0])
    notes = [_contradicted(declared, encoding, data) or ""]
    if rest:
        notes.append(f"the last {rest} byte{'s' * (rest > 1)} are part of a character and were left out")
    lost = text.count("\ufffd")
    if lost:
        notes.append(f"{lost} character{'s' * (lost > 1)} could not be read and stand as U+FFFD")
    return text, encoding, "; ".join(filter(None, notes)) or None


def _mostly_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether bytes that are not UTF-8 throughout are UTF-8 cut off at the end or with a few bytes broken."""
    if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
        return not data[: error.start].isascii() or error.start == 0
    high = len(_HIGH.findall(data[:_SAMPLE]))
    good = sum(1 for char in data[:_SAMPLE].decode("utf-8", "ignore") if char > "\x7f")
    return good * 2 > high * 0.8


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 whose byte order mark is missing: every other byte is the page of Arabic (6) or Latin (0)."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 4:
        return None
    for pages, others, encoding in (
        (sample[1::2], sample[0::2], "utf-16-le"),
        (sample[0::2], sample[1::2], "utf-16-be"),
    ):
        paged = pages.count(0) + pages.count(6) + pages.count(0x20)
        if paged > half * 0.9 and pages.count(0) and pages.count(0) + others.count(0) < half * 1.05:
            text = sample[: half * 2].decode(encoding, "replace")
            if sum(map(str.isprintable, text)) + text.count("\n") + text.count("\r") > len(text) * 0.9:
                return encoding
    return None


def _refuse_binary(data: bytes) -> None:
    sample = data[:_SAMPLE]
    if b"\x00" in data:
        raise ReadError("binary", "holds NUL bytes, so it is no text; give the report as text or HTML")
    if len(_CONTROL.findall(sample)) * 20 > len(sample):
        raise ReadError("binary", "is mostly control characters, no text; give the report as text or HTML")


def _eight_bit(data: bytes, declared: str | None) -> tuple[str, str, str | None]:
    """The most plausible of the eight-bit encodings and the declared one."""
    own = _codec(declared)
    readings = [r for e in _EIGHT_BIT if (r := _try(data, e)) is not None]
    best = max(readings, key=lambda r: (r[0], r[1] == own), default=None)
    if best is not None and best[0] >= _PLAUSIBLE:
        return best[2], best[1], _contradicted(declared, best[1], data)
    if own and own not in (*_EIGHT_BIT, "utf-8", "utf-16"):
        text = _strict(data, own)
        if text is not None:
            return text, own, None
    if best is not None and best[0] > 0:
        return best[2], best[1], "no encoding of Arabic fits well; the text may be garbled"
    raise ReadError(
        "encoding",
        "is neither UTF-8, UTF-16, Windows-1256 nor ISO-8859-6; save it as UTF-8 "
        "(iconv -f ENCODING -t UTF-8 FILE)",
    )


def _try(data: bytes, encoding: str) -> tuple[float, str, str] | None:
    text = _strict(data, encoding)
    return None if text is None else (plausibility(text[:_SAMPLE]), encoding, text)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def plausibility(text: str) -> float:
    """How much a text reads like Arabic: 0 or less (not at all) to about 2 (frequent letters and words)."""
    words = _WORD.findall(text)
    letters = [char for char in text if char > "\x7f"]
    if not words or not letters:
        return 0.0
    weight = sum(_WEIGHT.get(char, -0.5 if char.isalpha() else 0.0) for char in letters) / len(letters)
    listed = frozenset(_COMMON.split())
    common = sum(1 for word in words if word in listed) / len(words)
    spoilt = sum(1 for word in words if _SPOILT.search(word)) + len(_LOOSE_VOWEL.findall(text))
    return weight + 3 * common - 2 * spoilt / len(words)


def _codec(name: str | None) -> str | None:
    """A declared name in the spelling used here, or None where Python knows no such encoding."""
    if not name:
        return None
    try:
        found = codecs.lookup(name.strip().strip("\"'")).name
    except LookupError:
        return None
    return {"cp1256": "windows-1256", "iso8859-6": "iso-8859-6", "utf-8-sig": "utf-8"}.get(found, found)


def _contradicted(declared: str | None, encoding: str, data: bytes) -> str | None:
    """The note where a page declares another encoding than its bytes are in."""
    if not declared or (encoding == "utf-8" and data.isascii()):
        return None
    own = _codec(declared)
    if own == encoding or (own in ("utf-16", "utf-32") and encoding.startswith(own)):
        return None
    return f"declared as {declared} but written in {encoding}"
