"""Lists of a ledger in a pipe: whole values, one line a record, the words last."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from hudna.cli.main import app
from tests.export.made import TEXT

LISTS = ("timeline", "figures", "agreements", "statements")


def run(*arguments: str | Path, env: dict[str, str] | None = None) -> Any:
    return CliRunner().invoke(app, [str(a) for a in arguments], env=env)


def rows(output: str) -> list[list[str]]:
    return [line.split("\t") for line in output.splitlines()]


@pytest.mark.parametrize("command", LISTS)
def test_tab_separated_with_the_words_last(command: str, made_ledger: Path) -> None:
    result = run(command, "--ledger", made_ledger)
    assert result.exit_code == 0, result.output
    table = rows(result.stdout)
    assert table[0][-1] == "words"
    assert len({len(row) for row in table}) == 1
    assert len(table) > 2
    for row in table[1:]:
        assert row[-1].startswith("«")
        words, where = row[-1].rsplit("» ", 1)
        outlet, date, place, report = where.rsplit(", ", 3)
        line, offset = map(int, place.split(":"))
        assert TEXT.startswith(words.removeprefix("«"), offset)
        assert TEXT.count("\n", 0, offset) + 1 == line
        assert outlet in ("صحيفة العيّنة", "unknown outlet")
        assert date in ("2020-02-16", "undated")
        assert run("show", report, "--ledger", made_ledger).exit_code == 0
    assert "\x1b" not in result.output
    assert "…" not in result.output
    assert "\u2067" not in result.output


@pytest.mark.parametrize("command", LISTS)
def test_json_lines(command: str, made_ledger: Path) -> None:
    result = run(command, "--ledger", made_ledger, "--json")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert found
    for item in found:
        assert TEXT[item["start"] : item["end"]] == item["words"]
        assert {"id", "record", "report", "uri", "publisher", "published", "line", "column", "run"} <= set(
            item
        )


def test_the_ledger_is_found_by_option_environment_and_default(made_ledger: Path, tmp_path: Path) -> None:
    by_option = run("figures", "--ledger", made_ledger).stdout
    assert by_option
    assert run("figures", env={"HUDNA_LEDGER": str(made_ledger)}).stdout == by_option
    (tmp_path / "hudna.sqlite").write_bytes(made_ledger.read_bytes())
    assert run("figures").stdout == by_option


@pytest.mark.parametrize("command", [*LISTS, "search قصف", "show 1234", "page"])
def test_a_missing_ledger_says_how_to_make_one(command: str, tmp_path: Path) -> None:
    result = run(*command.split(), "--ledger", tmp_path / "none.sqlite")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("hudna: there is no ledger at ")
    assert f"hudna ingest PATH… --ledger {tmp_path / 'none.sqlite'}" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("timeline", "--kind", "ASSAULT"), 2),
        (("timeline", "--kind", "assault/aerial"), 2),
        (("timeline", "--kind", "PROTEST"), 0),
        (("timeline", "--from", "2020-02", "--to", "2020-02-16"), 2),
        (("timeline", "--from", "2020-02", "--undated"), 4),
        (("timeline", "--from", "2021"), 0),
        (("timeline", "--place", "Saraqib"), 2),
        (("timeline", "--status", "claimed"), 2),
        (("timeline", "--publisher", "صحيفة العينة"), 2),
        (("timeline", "--limit", "1"), 1),
        (("figures", "--actor", "RUS"), 2),
        (("figures", "--kind", "injured"), 0),
        (("agreements", "--kind", "agreement/sochi-2018"), 2),
        (("statements", "--kind", "deny"), 2),
        (("search", "قصف"), 2),
        (("search", "قصف", "--from", "2020"), 1),
        (("search", "قصف", "--kind", "statement"), 2),
        (("search", "قصف", "-سراقب"), 0),
        (("search", "--", "قصف", "-حلب"), 2),
        (("search", '"ريف إدلب"'), 2),
        (("search", "اللاذقية"), 0),
    ],
)
def test_filters(arguments: tuple[str, ...], expected: int, made_ledger: Path) -> None:
    result = run(*arguments[:1], "--ledger", made_ledger, "--json", *arguments[1:])
    assert result.exit_code == 0, result.output
    assert len(result.stdout.splitlines()) == expected
    assert ("fit what was asked" in result.stderr) == (expected == 0)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("timeline", "--from", "yesterday"), "«yesterday» is no date"),
        (("timeline", "--from", "2021", "--to", "2020"), "from «2021» is after to «2020»"),
        (("page", "--from", "2020-03", "--to", "2020-02"), "from «2020-03» is after to «2020-02»"),
        (("timeline", "--status", "sure"), "«sure» is no status"),
        (("timeline", "--limit", "0"), "--limit"),
        (("timeline", "--limit", "many"), "--limit"),
        (("timeline", "--frm", "2020"), "--from"),
        (("search", "؟؟"), "at least one word"),
        (("search",), "WORDS"),
        (("show", "ffffffff"), "ffffffff"),
        (("show",), "REPORT"),
    ],
)
def test_wrong_usage_is_told_without_a_traceback(
    arguments: tuple[str, ...], told: str, made_ledger: Path
) -> None:
    result = run(*arguments, "--ledger", made_ledger)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.output


def test_show(made_ledger: Path) -> None:
    data = json.loads(run("show", "357cf29c", "--ledger", made_ledger, "--json").stdout)
    assert data["report"]["text"] == TEXT
    assert len(data["events"]) == 2
    assert data["readings"][0]["current"]
    assert data["uris"] == ["/home/somebody/reports/one.txt"]
    table = rows(run("show", "https://example.org/one?a=1&b=2", "--ledger", made_ledger).stdout)
    assert {row[0] for row in table[1:]} == {"event", "figure", "agreement", "statement"}
    said = [row[table[0].index("said by")] for row in table if row[0] == "figure"]
    assert said == ["Russian Defence Ministry via وكالة العين"]


def test_search_gives_the_words_found(made_ledger: Path) -> None:
    hit = json.loads(run("search", "قتل", "--ledger", made_ledger, "--json", "--limit", "1").stdout)
    found = {TEXT[m["start"] : m["end"]] for m in hit["marks"]}
    assert "قـ.تلوا" in found


def test_page(made_ledger: Path, tmp_path: Path) -> None:
    result = run("page", "--ledger", made_ledger, "--lang", "ar", "-o", "out.html", "--kind", "figure")
    assert result.exit_code == 0, result.output
    path = tmp_path / "out.html"
    assert result.stdout == path.as_uri() + "\n"
    html = path.read_text("utf-8")
    assert '<html lang="ar" dir="rtl"' in html
    assert "--kind figure" in html
    assert 'class="row figure"' in html
    assert 'class="row event"' not in html
    assert "سمير" not in html
    shown = run("page", "--ledger", made_ledger, "--show-private-persons", "--json")
    assert json.loads(shown.stdout)["page"] == (tmp_path / "hudna-page.html").as_uri()
    assert "do not publish" in shown.stderr
    assert "سمير الخطاب" in (tmp_path / "hudna-page.html").read_text("utf-8")


def test_page_where_it_cannot_be_written(made_ledger: Path, tmp_path: Path) -> None:
    result = run("page", "--ledger", made_ledger, "-o", tmp_path / "none" / "x.html")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_a_defect_says_how_to_report_it(made_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("a\nb")

    monkeypatch.setattr("hudna.cli.work.lists.emit", broken)
    result = run("figures", "--ledger", made_ledger)
    assert result.exit_code == 70
    assert "HUDNA_TRACEBACK=1" in result.stderr
    assert "Traceback" not in result.stderr
    traced = run("figures", "--ledger", made_ledger, env={"HUDNA_TRACEBACK": "1"})
    assert "Traceback" in traced.stderr


def test_analyse_prints_no_heading_before_wrong_usage(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("قصفت الطائرات الحربية مدينة سراقب صباح اليوم.", "utf-8")
    result = run("analyse", path, "--published", "someday")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "«someday»" in result.stderr


def test_help_tells_what_actor_matches() -> None:
    told = " ".join(run("timeline", "--help").output.split())
    assert "TUR: every Turkish body" in told
    assert "has no role in it" in told
