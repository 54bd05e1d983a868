"""The corpus for measuring: the same for the same seed, readable, varied, of the length it promises."""

from collections import Counter
from itertools import islice
from pathlib import Path

from benchmarks.make_corpus import LENGTH, Maker, sample_sentences, write_folders, write_lines

from hudna.model.report import Report
from hudna.sources import read_paths


def test_the_same_seed_gives_the_same_reports() -> None:
    assert list(Maker(7).reports(20)) == list(Maker(7).reports(20))
    assert list(Maker(7).reports(20)) != list(Maker(8).reports(20))
    assert list(islice(Maker(7).reports(50), 20)) == list(Maker(7).reports(20))


def test_reports_are_varied_and_of_the_promised_length() -> None:
    made = list(Maker(1).reports(400))
    lengths = [len(report.text) for report in made]
    assert abs(sum(lengths) / len(lengths) - LENGTH) < LENGTH * 0.1
    assert Counter(report.text for report in made).most_common(1)[0][1] == 1
    assert len(sample_sentences()) > 80


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    write_folders(Maker(3).reports(30), tmp_path / "files")
    write_lines(Maker(3).reports(30), tmp_path / "lines")
    files = [r for r in read_paths([str(tmp_path / "files")]) if isinstance(r, Report)]
    lines = [r for r in read_paths([str(tmp_path / "lines")]) if isinstance(r, Report)]
    assert [r.id for r in files] == [r.id for r in lines]
    assert len(files) == 30
    assert all("عينة" in (r.publisher or "") for r in files)
