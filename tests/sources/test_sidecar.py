"""`hudna-index.json`: metadata beside the files of a folder."""

import json
from pathlib import Path

import pytest

from hudna.model.rejected import Rejected
from hudna.model.report import Report
from hudna.sources import read_paths
from tests.sources.words import OTHER, TEXT, page, story


def folder(tmp_path: Path, index: object) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text(OTHER, "utf-8")
    data = index if isinstance(index, bytes) else json.dumps(index, ensure_ascii=False).encode()
    (tmp_path / "hudna-index.json").write_bytes(data)
    return tmp_path


def test_the_index_gives_metadata_to_the_folder_and_to_a_file_named_itself(tmp_path: Path) -> None:
    entry = {"published": "2020-01-09", "publisher": "وكالة المثال", "title": "عنوان", "note": "x"}
    top = folder(tmp_path, {"a.txt": entry})
    a, b = (item for item in read_paths([str(top)]) if isinstance(item, Report))
    assert (a.metadata_date, a.publisher, a.title) == ("2020-01-09", "وكالة المثال", "عنوان")
    assert (a.published.basis, "hudna-index.json" in a.published.how) == ("metadata", True)
    assert (b.metadata_date, b.publisher) == (None, None)
    assert list(read_paths([str(top / "a.txt")])) == [a], "one file has one identity however it is reached"


def test_the_index_stands_before_the_arguments_and_the_page(tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="2020-05-05T10:00:00Z">'
    top = folder(tmp_path, {"a.txt": {"published": "2020-01-09"}, "c.html": {"published": "2020-01-08"}})
    (top / "c.html").write_text(page(story(), head), "utf-8")
    found = read_paths([str(top)], published="2021-01-01", publisher="سطر الأوامر")
    days = [item.metadata_date for item in found if isinstance(item, Report)]
    assert days == ["2020-01-09", "2021-01-01", "2020-01-08"]


def test_files_the_index_names_and_that_are_not_there_are_told(tmp_path: Path) -> None:
    top = folder(tmp_path, {"gone.txt": {"published": "2020-01-09"}, "b.txt": {}})
    found = list(read_paths([str(top)]))
    told = [item for item in found if isinstance(item, Rejected)]
    assert len(found) == 3
    assert (told[0].reason, "gone.txt" in told[0].message) == ("bad-index", True)


@pytest.mark.parametrize(
    "entry",
    [
        {"published": "9 January"},
        {"published": 2020},
        {"publisher": ""},
        {"editor": "x"},
        "2020-01-09",
    ],
)
def test_a_wrong_entry_refuses_its_file_only(tmp_path: Path, entry: object) -> None:
    found = list(read_paths([str(folder(tmp_path, {"a.txt": entry}))]))
    assert [i.reason if isinstance(i, Rejected) else "report" for i in found] == ["bad-index", "report"]


@pytest.mark.parametrize(
    "index",
    [b"{", b"[]", b"\xff\xfe\x00", b"[" * 200_000, b'{"a.txt": {}, "a.txt": {}}'],
)
def test_a_broken_index_refuses_the_folders_files(tmp_path: Path, index: bytes) -> None:
    top = folder(tmp_path, index)
    found = list(read_paths([str(top)]))
    assert [i.reason for i in found if isinstance(i, Rejected)] == ["bad-index", "bad-index"]
    assert len(found) == 2
