"""Bytes in every encoding of Arabic, rightly and wrongly declared, cut off and broken."""

import pytest

from hudna.model.errors import ReadError
from hudna.text.decode import decode

TEXT = "أعلنت وزارة الدفاع في بيان أن وقف النار بدأ عند منتصف الليل على طول خط التماس.\n"
SHORT = "هدنة في المدينة"


@pytest.mark.parametrize("text", [TEXT, SHORT, TEXT.replace("\n", "\r\n") * 40])
@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("cp1256", "windows-1256"),
        ("iso8859-6", "iso-8859-6"),
    ],
)
@pytest.mark.parametrize(
    "declared", [None, "utf-8", "windows-1256", "iso-8859-6", "latin-1", "no-such-codec"]
)
def test_the_text_comes_out_unchanged(text: str, codec: str, name: str, declared: str | None) -> None:
    found, encoding, note = decode(text.encode(codec), declared)
    assert (found, encoding) == (text, name)
    assert (note is None) == (declared is None or name == declared)


def test_a_mark_of_byte_order_is_no_part_of_the_text_but_one_inside_is() -> None:
    assert decode("\ufeffنص\ufeff".encode("utf-8"))[0] == "نص\ufeff"


@pytest.mark.parametrize("cut", [1, 2])
def test_a_character_cut_off_at_the_end_is_left_out_and_said(cut: int) -> None:
    data = ("ع" + "€").encode()[:-cut]
    text, encoding, note = decode(data)
    assert (text, encoding) == ("ع", "utf-8")
    assert note is not None
    assert "left out" in note


def test_half_a_character_of_utf_16() -> None:
    text, _, note = decode(TEXT.encode("utf-16")[:-1])
    assert text == TEXT[:-1]
    assert note is not None
    assert "1 byte " in note


def test_a_few_broken_bytes_do_not_make_a_text_unreadable() -> None:
    data = (TEXT * 5).encode()
    text, encoding, note = decode(data[:100] + b"\xff" + data[100:])
    assert encoding == "utf-8"
    assert text.count("\ufffd") >= 1
    assert note is not None
    assert "could not be read" in note


def test_other_eight_bit_encodings_are_believed_where_declared() -> None:
    data = "Президент заявил о прекращении огня".encode("cp1251")
    assert decode(data, "windows-1251")[:2] == ("Президент заявил о прекращении огня", "cp1251")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (bytes(range(256)) * 8, "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        ("Le général a déclaré à Genève".encode("latin-1"), "encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data)
    assert caught.value.reason == reason
    assert ";" in str(caught.value)
