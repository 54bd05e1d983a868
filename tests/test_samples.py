"""The sample reports: readable, in the encodings they are there to show, ours, and marked as samples."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from hudna.model.report import Report
from hudna.sources import read_paths
from hudna.text.decode import decode
from hudna.text.normalise import fold

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
INDEX = SAMPLES / "hudna-index.json"
SHARED = ROOT.parent / "shared"
RUN = 40


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    found = list(read_paths([str(SAMPLES)]))
    assert [item for item in found if not isinstance(item, Report)] == []
    return [item for item in found if isinstance(item, Report)]


def test_there_are_enough_and_each_is_short(reports: list[Report]) -> None:
    assert 24 <= len(reports) <= 32
    for report in reports:
        assert 90 <= len(report.text.split()) <= 250, report.uri
        assert report.language == "ar", report.uri


def test_each_is_marked_as_a_sample(reports: list[Report]) -> None:
    for report in reports:
        assert report.publisher is not None, report.uri
        assert "عينه" in fold(report.publisher), report.uri


def test_the_index_is_complete_and_only_that(reports: list[Report]) -> None:
    index = json.loads(INDEX.read_text("utf-8"))
    files = {path.name for path in SAMPLES.iterdir()} - {INDEX.name}
    assert set(index) == files
    assert all(entry.get("note") for entry in index.values())
    days = [report.metadata_date for report in reports]
    assert all(day is None or "2019-12-01" <= day <= "2020-03-31" for day in days)
    assert days.count(None) >= 8, "some dates are left to be read from the words"


def test_the_encodings_are_what_they_are_there_for() -> None:
    found = {path.name: decode(path.read_bytes())[1] for path in SAMPLES.glob("*.txt")}
    count = Counter(found.values())
    assert (count["windows-1256"], count["utf-16-le"]) == (1, 1)
    assert count["utf-8"] == len(found) - 2
    marked = [path for path in SAMPLES.glob("*.txt") if path.read_bytes().startswith(b"\xef\xbb\xbf")]
    assert len(marked) == 1
    assert sum(b"\r\n" in path.read_bytes() for path in SAMPLES.glob("*.txt")) == 1
    assert len(list(SAMPLES.glob("*.html"))) == 2


def test_pages_give_their_article_without_the_furniture(reports: list[Report]) -> None:
    pages = [report for report in reports if report.uri.endswith(".html")]
    assert [report.metadata_date for report in pages] == ["2020-01-31", "2020-02-16"]
    for report in pages:
        assert report.title is not None
        assert report.text.startswith(report.title)
        for words in ("قرأ أيض", "تعليق", "ملفات تعريف", "الحقوق", "واتساب", "الأكثر قراءة", "متخيَّل"):
            assert words not in report.text, (report.uri, words)


def test_the_copies_are_copies_with_another_headline_and_no_tail(reports: list[Report]) -> None:
    by_name = {Path(report.uri).name: report.text for report in reports}
    pairs = (
        ("04-truce-from-moscow", "05-truce-from-moscow-copy"),
        ("16-displaced-689", "17-displaced-689-copy"),
    )
    for original, copy in ((by_name[f"{a}.txt"], by_name[f"{b}.txt"]) for a, b in pairs):
        assert copy.split("\n")[0] not in original
        assert copy.split("\n\n")[2] in original
        assert original.rstrip().split("\n")[-1] not in copy


def runs(text: str) -> Iterator[str]:
    """Every run of `RUN` folded characters, blanks as one."""
    plain = " ".join(fold(text).split())
    return (plain[i : i + RUN] for i in range(len(plain) - RUN + 1))


def test_no_sentence_comes_from_elsewhere(reports: list[Report]) -> None:
    folders = [SHARED / "reports", SHARED / "dev_texts" / "texts"]
    others = [path for folder in folders if folder.is_dir() for path in folder.glob("*.txt")]
    if not others:
        pytest.skip("the reports this project was developed on are not part of the repository")
    theirs = {run for path in others for run in runs(decode(path.read_bytes())[0])}
    for report in reports:
        taken = [run for run in runs(report.text) if run in theirs]
        assert not taken, (report.uri, taken[:1])
