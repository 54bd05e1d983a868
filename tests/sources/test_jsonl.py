"""JSONL: a report a line, a rejection a bad line, and the rest goes on."""

import io
import json
import tracemalloc
from pathlib import Path

import pytest

from hudna.model.rejected import Rejected
from hudna.model.report import Report
from hudna.sources import read_paths
from hudna.sources.opening import LIMIT
from tests.sources.words import OTHER, PARAGRAPHS, TEXT, page, story


def read(tmp_path: Path, *lines: object, name: str = "feed.jsonl") -> list[Report | Rejected]:
    path = tmp_path / name
    rows = [
        line if isinstance(line, bytes) else json.dumps(line, ensure_ascii=False).encode() for line in lines
    ]
    path.write_bytes(b"\n".join(rows))
    return list(read_paths([str(path)]))


def test_fields_of_a_line(tmp_path: Path) -> None:
    line = {
        "text": TEXT,
        "url": "https://example.org/1",
        "title": "عنوان",
        "published": "2020-01-09T14:00:00+03:00",
        "publisher": "وكالة المثال",
        "author": "كاتب",
        "other": [1, 2],
    }
    (report,) = read(tmp_path, line)
    assert isinstance(report, Report)
    assert (report.uri, report.text, report.title) == (line["url"], TEXT, "عنوان")
    assert (report.publisher, report.author) == ("وكالة المثال", "كاتب")
    assert (report.metadata_date, report.published.basis) == ("2020-01-09", "metadata")


def test_lines_without_address_are_named_by_their_number(tmp_path: Path) -> None:
    found = read(tmp_path, {"text": TEXT}, b"", {"text": OTHER, "title": None})
    assert [Path(item.uri).name for item in found] == ["feed.jsonl:1", "feed.jsonl:3"]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"{not json", "bad-line"),
        (b"[1, 2]", "bad-line"),
        (b'"text"', "bad-line"),
        (b"[" * 200_000, "bad-line"),
        (b'{"text": ' + b"9" * 10_000 + b"}", "bad-line"),
        ({"title": "x"}, "bad-line"),
        ({"text": 5}, "bad-line"),
        ({"text": TEXT, "publisher": {"name": "x"}}, "bad-line"),
        ({"text": " \n"}, "empty"),
        ({"text": TEXT + "\x00"}, "binary"),
        ({"text": TEXT, "published": "09/01/2020"}, "bad-date"),
        ({"text": TEXT, "published": "2020-02-31"}, "bad-date"),
        ({"text": "The delegation arrived in the capital on Wednesday evening for talks."}, "not-arabic"),
        ('{"text": "نص"}'.encode("cp1256"), "encoding"),
        (b"x" * (LIMIT + 1), "too-large"),
    ],
)
def test_one_bad_line_is_one_rejection(tmp_path: Path, bad: object, reason: str) -> None:
    found = read(tmp_path, {"text": TEXT}, bad, {"text": OTHER})
    assert [i.reason if isinstance(i, Rejected) else "report" for i in found] == ["report", reason, "report"]
    assert isinstance(found[1], Rejected)
    assert found[1].uri.endswith(":2")
    assert found[1].message.startswith(found[1].uri)


@pytest.mark.parametrize("value", ["Thu, 09 Jan 2020 14:00:00 +0300", "2020-01-09 14:00:00", "2020-01-09"])
def test_dates_of_feeds(tmp_path: Path, value: str) -> None:
    (report,) = read(tmp_path, {"text": TEXT, "published": value})
    assert isinstance(report, Report)
    assert report.metadata_date == "2020-01-09"


def test_a_line_may_hold_a_page_or_a_piece_of_one(tmp_path: Path) -> None:
    piece = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    broken = "<br/>".join(PARAGRAPHS)
    found = read(tmp_path, {"text": page(story())}, {"text": piece, "title": "عنوان"}, {"text": broken})
    for item in found:
        assert isinstance(item, Report), item
        assert "<" not in item.text
        assert all(p in item.text for p in PARAGRAPHS)
    assert isinstance(found[1], Report)
    assert found[1].title == "عنوان"


@pytest.mark.parametrize("text", [f"5 < 6 > 4. {TEXT}", f"<<عاجل>> {TEXT}", f"{TEXT} <3"])
def test_signs_that_are_no_tags_are_left_alone(tmp_path: Path, text: str) -> None:
    (report,) = read(tmp_path, {"text": text})
    assert isinstance(report, Report)
    assert report.text == text


def test_lone_surrogates_become_replacement_characters(tmp_path: Path) -> None:
    (report,) = read(tmp_path, b'{"text": "\\ud800 ' + TEXT.strip().split("\n")[0].encode() + b'"}')
    assert isinstance(report, Report)
    assert report.text.startswith("\ufffd ")
    report.text.encode("utf-8")


def test_arguments_and_index_stand_behind_the_line(tmp_path: Path) -> None:
    path = tmp_path / "feed.ndjson"
    path.write_text(
        f"{json.dumps({'text': TEXT, 'published': '2020-01-01'})}\n{json.dumps({'text': OTHER})}\n", "utf-8"
    )
    (tmp_path / "hudna-index.json").write_text('{"feed.ndjson": {"publisher": "الشبكة"}}', "utf-8")
    found = list(read_paths([str(path)], published="2020-03-03", publisher="غيرها"))
    given = [(i.metadata_date, i.publisher) for i in found if isinstance(i, Report)]
    assert given == [("2020-01-01", "الشبكة"), ("2020-03-03", "الشبكة")]


def test_from_standard_input() -> None:
    data = "".join(json.dumps({"text": text}) + "\n" for text in (TEXT, OTHER)).encode()
    found = list(read_paths(["-"], stdin=io.BytesIO(data)))
    assert [i.uri for i in found if isinstance(i, Report)] == ["-:1", "-:2"]


@pytest.mark.parametrize("data", [b"", b"\n\n  \n", b"\xef\xbb\xbf"])
def test_a_file_without_lines_is_told(tmp_path: Path, data: bytes) -> None:
    (found,) = read(tmp_path, data)
    assert isinstance(found, Rejected)
    assert found.reason == "empty"


def test_utf16_is_refused_with_the_remedy(tmp_path: Path) -> None:
    (found,) = read(tmp_path, json.dumps({"text": TEXT}).encode("utf-16"))
    assert isinstance(found, Rejected)
    assert (found.reason, "iconv" in found.message) == ("encoding", True)


def test_large_files_are_streamed(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    line = json.dumps({"text": TEXT * 20}, ensure_ascii=False).encode() + b"\n"
    with open(path, "wb") as stream:
        for _ in range(2 * 1024 * 1024 // len(line)):
            stream.write(line)
    tracemalloc.start()
    count = sum(isinstance(item, Report) for item in read_paths([str(path)]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count > 250
    assert peak < 1 * 1024 * 1024
