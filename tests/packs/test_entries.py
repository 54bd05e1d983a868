"""Reading entries from YAML and TSV: what is good comes out, what is bad is named with line and remedy."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

from hudna.model.errors import PackError
from hudna.packs.entries import check_entries, check_placed, load_entries
from hudna.packs.schema import ActorEntry, Names, PlaceEntry


@dataclass(frozen=True, slots=True)
class Sample:
    id: str
    kind: Literal["one", "two"] = "one"
    count: int | None = None
    weight: float | None = None
    open: bool = False
    words: tuple[str, ...] = ()
    names: Names | None = None


def written(folder: Path, text: str, name: str = "file.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_sort_of_value(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "- id: a/b\n  kind: two\n  count: 3\n  weight: 2\n  open: true\n  words: [نعم, لا]\n"
        "  names: {ar: [هدنة], en: truce}\n- {id: 2020-02-21, words: وحدة}\n",
    )
    first, second = load_entries(path, Sample)
    assert first == Sample("a/b", "two", 3, 2.0, True, ("نعم", "لا"), Names(("هدنة",), "truce"))
    assert second == Sample("2020-02-21", words=("وحدة",))


def test_a_table_gives_the_same_entries(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "# note\nid\tkind\tcount\tweight\topen\twords\tnames.ar\tnames.en\n"
        "a/b\ttwo\t3\t2\ttrue\tنعم|لا\tهدنة\ttruce\nc/d\t\t\t\t\tواحدة\t\t\n",
        "file.tsv",
    )
    first, second = load_entries(path, Sample)
    assert first == Sample("a/b", "two", 3, 2.0, True, ("نعم", "لا"), Names(("هدنة",), "truce"))
    assert second == Sample("c/d", words=("واحدة",))
    assert [line for line, _ in check_placed(path, Sample)[0]] == [3, 4]


def test_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    assert check_entries(written(tmp_path, "# nothing yet\n"), Sample) == ((), ())
    assert check_entries(written(tmp_path, "# nothing yet\n", "file.tsv"), Sample) == ((), ())


@pytest.mark.parametrize(
    ("text", "line", "message", "remedy"),
    [
        ("- id: a\n- word: b\n", 2, "unknown key «word»", "use one of: id"),
        ("- id: a\n- kind: two\n", 2, "has no «id»", "add «id:»"),
        ("- {id: a, kind: three}\n", 1, "«kind: three» is not allowed", "one, two"),
        ("- {id: a, count: many}\n", 1, "is not of type int", "write a int"),
        ("- {id: a, open: 1}\n", 1, "is not of type bool", "write a bool"),
        ("- {id: a, count: true}\n", 1, "is not of type int", "write a int"),
        ("- id: 12\n", 1, "is not of type str", "quote it"),
        ("- just words\n", 1, "not a mapping", "key: value"),
        ("- {id: a, id: b}\n", 1, "«id» stands twice", "keep one"),
        ("- &x {id: a}\n- *x\n", 1, "alias", "write the value out"),
        ("- {id: a, count: !!python/object:os.system x}\n", 1, "cannot be read", "quote it"),
        ("- ? [a]\n  : b\n", 1, "a key is a list", "key: value"),
        ("id: a\n", 1, "holds no list", "begin each entry with «- »"),
        ("- id: a\n- id: [b\n", 3, "", "mend the YAML"),
        ("- id: «a»: b\n", 1, "mapping values are not allowed", "mend the YAML"),
        ("- " + "[" * 100_000, 1, "nested too deeply", "key: value"),
        ("- " * 100_000 + "x", 1, "nested too deeply", "key: value"),
    ],
)
def test_problems_of_yaml(tmp_path: Path, text: str, line: int, message: str, remedy: str) -> None:
    path = written(tmp_path, text)
    _, (problem,) = check_entries(path, Sample)
    assert (problem.file, problem.line) == (str(path), line)
    assert message in problem.message
    assert remedy in problem.remedy


@pytest.mark.parametrize(
    ("rows", "line", "message", "remedy"),
    [
        ("a\tone\n", 2, "row has 2 cells, not 3", "tab"),
        ("a\tone\t1\nb\tthree\t\n", 3, "«kind: three» is not allowed", "one, two"),
        ("a\tone\tmany\n", 2, "is not of type int", "write a int"),
        ("\tone\t1\n", 2, "has no «id»", "add «id:»"),
    ],
)
def test_problems_of_a_table(tmp_path: Path, rows: str, line: int, message: str, remedy: str) -> None:
    _, (problem,) = check_entries(written(tmp_path, "id\tkind\tcount\n" + rows, "file.tsv"), Sample)
    assert problem.line == line
    assert message in problem.message
    assert remedy in problem.remedy


def test_good_entries_survive_bad_neighbours(tmp_path: Path) -> None:
    good, bad = check_entries(written(tmp_path, "- id: a\n- {}\n- id: c\n"), Sample)
    assert [entry.id for entry in good] == ["a", "c"]
    assert [problem.line for problem in bad] == [2]


def test_a_file_that_is_not_there_or_not_text(tmp_path: Path) -> None:
    _, (missing,) = check_entries(tmp_path / "none.yaml", Sample)
    assert "cannot be read" in missing.message
    (tmp_path / "bytes.yaml").write_bytes(b"- id: \xc7\xe1\n")
    _, (broken,) = check_entries(tmp_path / "bytes.yaml", Sample)
    assert broken.remedy == "save the file as UTF-8"


def test_loading_names_every_problem(tmp_path: Path) -> None:
    path = written(tmp_path, "- {id: a, kind: x}\n- {id: b, kind: y}\n")
    with pytest.raises(PackError) as raised:
        load_entries(path, Sample)
    assert str(raised.value).count(str(path)) == 2


def test_schema_entries_read(tmp_path: Path) -> None:
    actor = written(tmp_path, "- {id: person/x, type: person, names: {ar: س, en: X}, code: SYR.GOV}\n")
    assert load_entries(actor, ActorEntry)[0].names.ar == ("س",)
    place = written(
        tmp_path, "id\tkind\tnames.ar\tnames.en\tcountry\nplace/sy/x\ttown\tس|ص\tX\tSYR\n", "p.tsv"
    )
    assert load_entries(place, PlaceEntry)[0].names.ar == ("س", "ص")
