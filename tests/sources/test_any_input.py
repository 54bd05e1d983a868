"""Whatever the bytes, the readers answer with reports and rejections, never with a traceback."""

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.model.rejected import Rejected
from hudna.model.report import Report
from hudna.sources import read_paths
from tests.sources.words import PARAGRAPHS, TEXT, page, story

MARKS = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xd9",
    b"\xed\xa0\x80",
    b"\n",
    b" ",
    b"{",
    b'{"text": "',
    b'"}',
)
TAGS = (
    b"<html>", b"<p>", b"</p>", b"<!--", b"-->", b"<script>", b"<a href='", b"&#x0;", b"&nbsp;", b"<![CDATA[",
    b"<?xml encoding='x'?>", b'<meta charset="utf-16">', b"<table>", b"<svg>", b"<frameset>",
)  # fmt: skip
WORDS = tuple(TEXT.encode(encoding) for encoding in ("utf-8", "cp1256", "utf-16", "utf-16-be"))
PIECES = st.sampled_from([*MARKS, *TAGS, *WORDS, PARAGRAPHS[0].encode(), page(story()).encode()])


def check(data: bytes) -> None:
    for item in read_paths(["-"], stdin=io.BytesIO(data)):
        assert isinstance(item, (Report, Rejected))
        if isinstance(item, Report):
            assert item.text.strip()
            assert "\x00" not in item.text
            item.text.encode("utf-8")
        else:
            assert item.reason
            assert item.message.startswith(item.uri)


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    check(data)


@settings(deadline=None, max_examples=200)
@given(st.lists(PIECES, max_size=12))
def test_any_pieces(pieces: list[bytes]) -> None:
    check(b"".join(pieces))


@settings(deadline=None, max_examples=100)
@given(st.lists(PIECES, max_size=8))
def test_any_page(pieces: list[bytes]) -> None:
    check(b"<!DOCTYPE html><html><body>" + b"".join(pieces))
