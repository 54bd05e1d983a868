"""`hudna incidents`, `hudna contradictions` and `hudna figures --compare` over texts of our own."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import column, inside, lines

REPORTS = (
    ("a", "2020-02-17", "قصف الطيران الحربي الروسي مدينة سراقب يوم 16 شباط 2020، ما أدى إلى مقتل 12 مدنياً."),
    (
        "b",
        "2020-02-17",
        "قال الدفاع المدني السوري إن غارات جوية روسية على مدينة سراقب يوم 16 شباط 2020 أودت بحياة 12 مدنياً.",
    ),
    ("c", "2020-02-17", "قتل 19 مدنياً في غارات جوية روسية على مدينة سراقب يوم 16 شباط 2020."),
    (
        "d",
        "2020-02-18",
        "شنت طائرات روسية غارات جوية على مدينة سراقب يوم 17 شباط 2020، ما أدى إلى مقتل 3 مدنيين.",
    ),
    (
        "e",
        "2020-01-10",
        "قالت وزارة الدفاع الروسية إن وقف إطلاق النار في إدلب دخل حيز التنفيذ في 9 كانون الثاني 2020.",
    ),
    (
        "f",
        "2020-01-13",
        "قالت وزارة الدفاع التركية إن وقف إطلاق النار في إدلب دخل حيز التنفيذ في 12 كانون الثاني 2020.",
    ),
)
SHARED = Path(__file__).parents[3] / "shared" / "reports"


@pytest.fixture
def ledger(tmp_path: Path, loaded: None) -> Path:
    """Three tellings of one strike, a strike of the next day, and two starts of one ceasefire."""
    for name, day, text in REPORTS:
        folder = tmp_path / name
        folder.mkdir()
        (folder / "report.txt").write_text(text, "utf-8")
        done = inside(
            "ingest",
            folder,
            "--published",
            day,
            "--publisher",
            f"عينة {name}",
            "--ledger",
            tmp_path / "l.sqlite",
        )
        assert done.returncode == 0, done.stderr.decode()
    return tmp_path / "l.sqlite"


def rows(*arguments: str | Path) -> list[dict[str, Any]]:
    done = inside(*arguments, "--json")
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_tellings_of_one_strike_are_one_incident(ledger: Path) -> None:
    strikes = [
        r for r in rows("incidents", "--ledger", ledger, "--kind", "ASSAULT") if r["place"] == "Saraqib"
    ]
    assert [(r["date"], r["support"]["reports"]) for r in strikes] == [("2020-02-16", 3), ("2020-02-17", 1)]
    reasons = {f["name"] for link in strikes[0]["links"] for f in link["features"]}
    assert {"type", "date", "place", "actors"} <= reasons


def test_an_incident_is_shown_whole_and_explains_itself(ledger: Path) -> None:
    done = inside("incidents", "--ledger", ledger, "--publisher", "عينة a", "--kind", "ASSAULT", "--why")
    table = lines(done.stdout)
    assert len(table) == 4
    assert all("the same day" in cell for cell in column(table, "joined by"))


def test_figures_that_cannot_both_hold(ledger: Path) -> None:
    (one,) = rows("contradictions", "--ledger", ledger, "--about", "figure")
    assert (one["verdict"], one["state"]) == ("contradiction", "open")
    assert [len(side["claims"]) for side in one["sides"]] in ([2, 1], [1, 2])
    table = lines(inside("contradictions", "--ledger", ledger, "--about", "figure").stdout)
    assert sorted(column(table, "says")) == [
        "killed exact 12",
        "killed exact 19",
    ]
    assert any("no number satisfies both" in cell for cell in column(table, "why"))


def test_two_starts_of_one_ceasefire_with_words_and_chains(ledger: Path) -> None:
    (one,) = rows("contradictions", "--ledger", ledger, "--about", "date")
    first = [side["claims"][0] for side in one["sides"]]
    starts = {
        claim["in_force_from"]: [(hand["role"], hand["name_en"] or hand["name"]) for hand in claim["chain"]]
        for claim in first
    }
    assert starts == {
        "2020-01-09": [("outlet", "عينة e"), ("speaker", "Ministry of Defence (Russia)")],
        "2020-01-12": [("outlet", "عينة f"), ("speaker", "Ministry of Defence (Turkey)")],
    }
    assert all(side["claims"][0]["words"] for side in one["sides"])


def test_filters(ledger: Path) -> None:
    asked = ("contradictions", "--ledger", ledger)
    assert len(rows(*asked)) == 2
    assert len(rows(*asked, "--from", "2020-02-01", "--to", "2020-02-29")) == 1
    assert len(rows(*asked, "--limit", "1")) == 1
    assert rows(*asked, "--state", "settled") == []
    assert rows(*asked, "--place", "حلب") == []


def test_low_and_high_of_one_scope(ledger: Path) -> None:
    found = rows("figures", "--compare", "--ledger", ledger, "--kind", "killed")
    assert sorted((r["low"], r["high"], r["best"], r["verdict"] or "") for r in found) == [
        (3, 3, None, ""),
        (12, 19, None, "contradiction"),
    ]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared reports are not beside the checkout")
def test_the_start_dates_of_january_2020_in_real_reports(tmp_path: Path, loaded: None) -> None:
    path = tmp_path / "real.sqlite"
    assert inside("ingest", SHARED, "--ledger", path).returncode == 0
    found = rows(
        "contradictions", "--ledger", path, "--about", "date", "--from", "2020-01", "--to", "2020-01"
    )
    sides = [[side["claims"][0] for side in one["sides"]] for one in found]
    starts = [{claim["in_force_from"][:10]: claim for claim in claims} for claims in sides]
    (both,) = [claims for claims in starts if set(claims) == {"2020-01-09", "2020-01-12"}]
    for claim in both.values():
        assert claim["words"]
        assert claim["chain"]


def read_in(folder: Path, *told: tuple[str, str]) -> Path:
    """A ledger of texts published on one day, each by an outlet of its own."""
    for name, text in told:
        (folder / name).mkdir()
        (folder / name / "report.txt").write_text(text, "utf-8")
        where = ("--published", "2020-02-17", "--publisher", f"عينة {name}", "--ledger", folder / "d.sqlite")
        assert inside("ingest", folder / name, *where).returncode == 0
    return folder / "d.sqlite"


@pytest.mark.usefixtures("loaded")
def test_a_denial_that_names_nothing_stands_against_what_it_denies(tmp_path: Path) -> None:
    ledger = read_in(
        tmp_path,
        ("a", "قالت أنقرة إن طائرات روسية قصفت مدينة سراقب يوم 16 شباط 2020. ونفت موسكو صحة هذه الأنباء."),
        ("b", "قصف الطيران الحربي الروسي مدينة سراقب يوم 16 شباط 2020."),
    )
    (found,) = rows("contradictions", "--ledger", ledger, "--about", "denial")
    assert found["verdict"] == "contradiction"
    sides = {claims[0]["status"]: claims for side in found["sides"] if (claims := side["claims"])}
    assert [claim["words"] for claim in sides["denied"]] == ["ونفت موسكو صحة هذه الأنباء"]
    (told,) = (claims for status, claims in sides.items() if status != "denied")
    assert {claim["publisher"] for claim in told} == {"عينة a", "عينة b"}


def test_lists_in_arabic(ledger: Path) -> None:
    told = {}
    for command in (["contradictions"], ["incidents", "--why"], ["figures", "--compare"], ["figures"]):
        done = inside(*command, "--ledger", ledger, "--lang", "ar")
        assert done.returncode == 0, done.stderr.decode()
        told[command[0], len(command)] = done.stdout.decode()
        heading = done.stdout.decode().splitlines()[0]
        assert not re.search("[A-Za-z]", heading), heading
    assert "تناقض" in told["contradictions", 1]
    assert "لا عدد يوافق" in told["contradictions", 1]
    assert "اليوم نفسه" in told["incidents", 2]
    assert "قتلى" in told["figures", 2]


def test_figures_of_one_scope_say_why_they_do_not_agree(ledger: Path) -> None:
    table = lines(inside("figures", "--compare", "--kind", "killed", "--ledger", ledger).stdout)
    why = dict(zip(column(table, "agree"), column(table, "why"), strict=True))
    assert "no number satisfies both" in why["contradiction"]


def test_what_may_be_of_an_incident_is_shown_with_its_reasons(ledger: Path, tmp_path: Path) -> None:
    text = (
        "قالت المعارضة إن قوات النظام قصفت بلدة سرمين يوم 16 شباط 2020. "
        "وقالت قوات النظام إنها قصفت سرمين يومها."
    )
    (tmp_path / "two.txt").write_text(text, "utf-8")
    inside("ingest", tmp_path / "two.txt", "--published", "2020-02-17", "--ledger", ledger)
    found = [r for r in rows("incidents", "--ledger", ledger) if r["perhaps"]]
    assert found
    assert {"id", "link"} == set(found[0]["perhaps"][0])
    table = lines(inside("incidents", "--why", "--ledger", ledger).stdout)
    assert any(cell.startswith("perhaps 0.") for cell in column(table, "joined by"))
