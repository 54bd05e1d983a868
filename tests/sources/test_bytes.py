"""Bytes that are no report: each refused with its reason and what to do, none read as nonsense."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from hudna.model.rejected import Rejected
from hudna.model.report import Report
from hudna.sources import read_paths
from hudna.sources.content import kind_of
from tests.sources.words import HEADLINE, TEXT, page, story


def read(tmp_path: Path, data: bytes, name: str = "report.txt") -> Report | Rejected:
    path = tmp_path / name
    path.write_bytes(data)
    (found,) = read_paths([str(path)])
    return found


def zipped() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("report.txt", TEXT)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "reason", "word"),
    [
        (b"", "empty", "download"),
        (b" \r\n\t\n", "empty", "download"),
        ("\ufeff \n".encode(), "empty", "download"),
        ("\u200f\u200b\u00a0\n".encode(), "empty", "words"),
        (b"12:30 --- 2020\n", "empty", "words"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "binary", "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "binary", "picture"),
        (b"%PDF-1.7\n" + b"x" * 100, "binary", "pdftotext"),
        (zipped(), "binary", "unpack"),
        (gzip.compress(TEXT.encode()), "binary", "gunzip"),
        (TEXT.encode() + b"\x00" + TEXT.encode(), "binary", "NUL"),
        (bytes(range(1, 9)) * 50, "binary", "control"),
        (bytes(5000), "binary", "NUL"),
        (TEXT.strip().encode()[:-2], "truncated", "again"),
        (TEXT.encode("utf-16")[:-1], "truncated", "again"),
        (
            b"The delegation arrived in the capital on Wednesday evening for talks. " * 4,
            "not-arabic",
            "Arabic",
        ),
        (
            "Делегация прибыла в столицу в среду вечером для переговоров. ".encode() * 4,
            "not-arabic",
            "Arabic",
        ),
    ],
)
def test_refused(tmp_path: Path, data: bytes, reason: str, word: str) -> None:
    found = read(tmp_path, data)
    assert isinstance(found, Rejected), found
    assert (found.reason, word in found.message) == (reason, True), found.message


def test_the_language_is_told(tmp_path: Path) -> None:
    english = b"The delegation arrived in the capital on Wednesday evening for two days of talks. " * 4
    found = read(tmp_path, english)
    assert isinstance(found, Rejected)
    assert "not Arabic but English" in found.message


def test_latin_names_do_not_make_a_report_foreign(tmp_path: Path) -> None:
    found = read(tmp_path, (TEXT + "المصدر: Reuters / AFP / Anadolu Agency\n").encode())
    assert isinstance(found, Report)


@pytest.mark.parametrize("mark", [True, False])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_with_and_without_mark(tmp_path: Path, encoding: str, mark: bool) -> None:
    found = read(tmp_path, (("\ufeff" if mark else "") + TEXT).encode(encoding))
    assert isinstance(found, Report), found
    assert found.text == TEXT


def test_a_page_declared_in_the_wrong_encoding_is_read_by_its_bytes(tmp_path: Path) -> None:
    wrong = page(story()).replace('charset="utf-8"', 'charset="windows-1252"')
    found = read(tmp_path, wrong.encode("utf-8"), "page.html")
    assert isinstance(found, Report), found
    assert HEADLINE in found.text
    lying = read(tmp_path, page(story()).encode("cp1256"), "lying.html")
    assert isinstance(lying, Report), lying
    assert HEADLINE in lying.text


@pytest.mark.parametrize(
    ("head", "suffix", "kind"),
    [
        (b"<!DOCTYPE html><html>", ".txt", "html"),
        (b"\n<!-- saved from url -->\n<html>", "", "html"),
        ("\ufeff<html>".encode("utf-16-le"), ".txt", "html"),
        (b"<p>x</p>", ".html", "html"),
        (TEXT.encode(), ".html", "text"),
        (TEXT.encode(), "", "text"),
        (b'{"text": "x"}\n{"text": "y"}', "", "jsonl"),
        (b'{"text": "x"}', ".txt", "text"),
        (b"anything", ".jsonl", "jsonl"),
    ],
)
def test_kinds_by_content_and_suffix(head: bytes, suffix: str, kind: str) -> None:
    assert kind_of(head, suffix) == kind
