"""Files, folders and standard input: what is read, in which order, and what is told of the rest."""

import io
import os
import socket
import stat
import tempfile
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from hudna.model.errors import ReadError
from hudna.model.rejected import HARMLESS, Rejected
from hudna.model.report import Report
from hudna.sources import read_paths
from hudna.sources.opening import LIMIT
from tests.sources.words import OTHER, TEXT


def reports(*paths: Path | str, **given: str) -> list[Report]:
    found = list(read_paths([str(p) for p in paths], **given))  # type: ignore[arg-type]
    assert all(isinstance(item, Report) for item in found), found
    return [item for item in found if isinstance(item, Report)]


def rejected(*paths: Path | str) -> list[Rejected]:
    return [item for item in read_paths([str(p) for p in paths]) if isinstance(item, Rejected)]


def only_rejected(path: Path | str) -> Rejected:
    found = list(read_paths([str(path)]))
    assert len(found) == 1
    assert isinstance(found[0], Rejected), found
    return found[0]


def test_a_text_file_is_the_decoded_file_unchanged(tmp_path: Path) -> None:
    text = "\n  " + TEXT.replace("\n", "\r\n") + "\t\n"
    path = tmp_path / "report.txt"
    path.write_bytes(text.encode())
    (report,) = reports(path)
    assert report.text == text
    assert (report.uri, report.publisher, report.metadata_date) == (str(path), None, None)
    assert report.published.basis == "unknown"
    assert report.language == "ar"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert reports(path)[0].text == TEXT


def test_arguments_stand_in_where_the_source_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    (report,) = reports(path, published="2020-01-09", publisher="وكالة المثال")
    assert (report.metadata_date, report.publisher) == ("2020-01-09", "وكالة المثال")
    assert (report.published.date, report.published.basis) == ("2020-01-09", "metadata")
    assert "--published" in report.published.how


@pytest.mark.parametrize("value", ["2020-02-30", "9/1/2020", "yesterday", "", "2020-1-9", "2020-01~"])
def test_a_wrong_published_is_refused_before_anything_is_read(value: str) -> None:
    with pytest.raises(ReadError, match="2020-01-31") as raised:
        read_paths([], published=value)
    assert raised.value.reason == "bad-date"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2020", "2020"),
        ("2020-01", "2020-01"),
        ("2020-01-09T14:00", "2020-01-09"),
        ("٢٠٢٠-٠١-٠٩", "2020-01-09"),
    ],
)
def test_published_takes_days_months_and_years(tmp_path: Path, value: str, day: str) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    assert reports(path, published=value)[0].metadata_date == day


def test_a_folder_is_read_in_order_and_the_rest_is_told(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y.TXT", "c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{TEXT}{name}", "utf-8")
    (tmp_path / "notes.md").write_text("x", "utf-8")
    (tmp_path / ".hidden.txt").write_text(TEXT, "utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text(TEXT, "utf-8")
    found = list(read_paths([str(tmp_path)]))
    names = [os.path.relpath(item.uri, tmp_path) for item in found if isinstance(item, Report)]
    assert names == ["a/y.TXT", "a/z.txt", "b.txt", "c.txt"]
    told = {os.path.relpath(i.uri, tmp_path): i.reason for i in found if isinstance(i, Rejected)}
    assert told == {".git": "skipped", ".hidden.txt": "skipped", "notes.md": "skipped"}


def test_a_file_named_itself_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    path = tmp_path / "report.asc"
    path.write_text(TEXT, "utf-8")
    assert reports(path)[0].text == TEXT


def test_a_path_given_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").symlink_to(path)
    found = list(read_paths([str(path), str(tmp_path), f"{tmp_path}/./a.txt"]))
    assert Counter(type(item).__name__ for item in found) == {"Report": 1, "Rejected": 3}
    assert {i.reason for i in found if isinstance(i, Rejected)} == {"duplicate"} <= HARMLESS


def test_standard_input(tmp_path: Path) -> None:
    (report,) = [r for r in read_paths(["-"], stdin=io.BytesIO(TEXT.encode())) if isinstance(r, Report)]
    assert (report.uri, report.text) == ("-", TEXT)
    twice = list(read_paths(["-", "-"], stdin=io.BytesIO(TEXT.encode())))
    assert isinstance(twice[1], Rejected)
    assert twice[1].reason == "duplicate"


def test_standard_input_from_a_pipe_that_gives_little_at_a_time() -> None:
    class Slow(io.RawIOBase):
        data = TEXT.encode()

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            part, self.data = self.data[:7], self.data[7:]
            return part

    (report,) = read_paths(["-"], stdin=Slow())  # type: ignore[arg-type]
    assert isinstance(report, Report)
    assert report.text == TEXT


def test_the_empty_standard_input_is_told() -> None:
    (found,) = read_paths(["-"], stdin=io.BytesIO())
    assert isinstance(found, Rejected)
    assert found.reason == "empty"


def test_what_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "no.txt", "", "a\0b", tmp_path / ("x" * 300), f"{tmp_path}/no/such.txt"):
        told = only_rejected(path)
        assert told.reason in ("not-found", "unreadable"), told
        assert told.message
    assert "check the spelling" in only_rejected(tmp_path / "no.txt").message


def test_a_folder_without_reports(tmp_path: Path) -> None:
    assert only_rejected(tmp_path).reason == "no-reports"
    (tmp_path / "inner").mkdir()
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert [r.reason for r in rejected(tmp_path)] == ["skipped", "no-reports"]


def test_pipes_sockets_and_devices_are_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    with tempfile.TemporaryDirectory(dir="/tmp") as short, socket.socket(socket.AF_UNIX) as server:
        server.bind(f"{short}/s")
        for path in (pipe, "/dev/null", f"{short}/s"):
            told = only_rejected(path)
            assert told.reason == "not-a-file"
            assert "«-»" in told.message
    assert [r.reason for r in rejected(tmp_path)] == ["not-a-file"]


def test_links_that_lead_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "dead.txt").symlink_to(tmp_path / "gone")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "up").symlink_to(tmp_path)
    (inner / "ok.txt").write_text(TEXT, "utf-8")
    found = list(read_paths([str(tmp_path)]))
    assert [os.path.relpath(i.uri, tmp_path) for i in found if isinstance(i, Report)] == ["inner/ok.txt"]
    reasons = {os.path.relpath(i.uri, tmp_path): i.reason for i in found if isinstance(i, Rejected)}
    assert reasons["a.txt"] == "loop"
    assert reasons["dead.txt"] == "not-found"
    assert reasons["inner/up"] == "duplicate"


@pytest.fixture
def nobody() -> Iterator[Path]:
    """A folder of a user without privileges, whom the test runs as where it is run as root."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        if os.geteuid() == 0:
            os.chown(folder, 65534, 65534)
            os.seteuid(65534)
            try:
                yield folder
            finally:
                os.seteuid(0)
        else:
            yield folder


def test_files_and_folders_without_permission(nobody: Path) -> None:
    (nobody / "ok.txt").write_text(TEXT, "utf-8")
    (nobody / "no.txt").write_text(OTHER, "utf-8")
    (nobody / "no.txt").chmod(0)
    (nobody / "shut").mkdir(mode=0)
    found = list(read_paths([str(nobody)]))
    (nobody / "shut").chmod(stat.S_IRWXU)
    told = {Path(i.uri).name: i for i in found if isinstance(i, Rejected)}
    assert len(found) - len(told) == 1
    assert {name: i.reason for name, i in told.items()} == {"no.txt": "unreadable", "shut": "unreadable"}
    assert "chmod" in told["no.txt"].message


def test_names_with_odd_bytes_are_read_and_can_be_stored(tmp_path: Path) -> None:
    odd = os.path.join(os.fsencode(tmp_path), b"caf\xe9\xff.txt")
    with open(odd, "wb") as stream:
        stream.write(TEXT.encode())
    (report,) = reports(tmp_path)
    assert report.uri.endswith("caf\\xe9\\xff.txt")
    report.uri.encode("utf-8")
    assert reports(os.fsdecode(odd)) == [report]


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with open(path, "wb") as stream:
        line = TEXT.encode()
        stream.write(line * (50 * 1024 * 1024 // len(line)))
    tracemalloc.start()
    told = only_rejected(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert told.reason == "too-large"
    for word in ("50.0 MB", "10.0 MB", "JSONL", "split"):
        assert word in told.message
    assert peak < 2 * 1024 * 1024


def test_a_huge_standard_input_is_refused_at_the_limit() -> None:
    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            self.given += size
            return b"\xd8\xa7" * (size // 2) + b" " * (size % 2)

    stream = Endless()
    (told,) = read_paths(["-"], stdin=stream)  # type: ignore[arg-type]
    assert isinstance(told, Rejected)
    assert told.reason == "too-large"
    assert stream.given <= LIMIT + 70_000


def test_memory_stays_flat_over_many_files(tmp_path: Path) -> None:
    for number in range(100):
        (tmp_path / f"{number:03}.txt").write_text(TEXT * 100 + str(number), "utf-8")
    tracemalloc.start()
    count = sum(isinstance(item, Report) for item in read_paths([str(tmp_path)]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 100
    assert peak < 2 * 1024 * 1024, "100 files of 30 kB must not be held at once"


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(TEXT, "utf-8")
    (tmp_path / "2.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "3.txt").write_bytes(b"")
    (tmp_path / "4.txt").write_text(OTHER, "utf-8")
    found = list(read_paths([str(tmp_path)]))
    kinds = [i.reason if isinstance(i, Rejected) else "report" for i in found]
    assert kinds == ["report", "binary", "empty", "report"]
    assert all(i.message.startswith(i.uri) for i in found if isinstance(i, Rejected))
