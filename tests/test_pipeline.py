"""Whole reports through the whole pipeline: golden records of texts of our own, and floors of accuracy."""

import importlib.util
import json
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hudna.model.records import record
from hudna.model.report import Published, Report
from hudna.packs.lint import check_pack
from hudna.packs.template import new_pack
from hudna.pipeline import Pipeline
from hudna.sources import read_paths

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

TRUCE = """\
أنقرة تتهم دمشق بخرق الهدنة في إدلب

أنقرة – صحيفة القياس (عينة) – الثلاثاء 14 يناير/كانون الثاني 2020

قال ضابط تركي طلب عدم ذكر اسمه أمس الإثنين إن قوات النظام السوري قصفت بلدة سرمين شرقي إدلب، مضيفاً أن \
بلاده ستواصل العمل على تطبيق اتفاق سوتشي.

وبحسب الأمم المتحدة، نزح أكثر من 300 ألف شخص منذ مطلع كانون الأول.

ونفت وزارة الدفاع الروسية أن تكون طائراتها قد نفذت غـ.ارات على المدينة.

اقرأ أيضاً: ما الذي نعرفه عن خطوط التماس
"""

YEMEN = """\
الحديدة – وكالة القياس (عينة) – الخميس 20 ديسمبر 2018

رحب مجلس الأمن الدولي باتفاق ستوكهولم، وقال المبعوث الأممي مارتن غريفيث إن الطرفين سيلتقيان في عمّان \
الأسبوع المقبل.

وأعلنت جماعة الحوثي مقتل ثلاثة مدنيين وإصابة خمسة عشر آخرين في قصف مدفعي جنوب الحديدة.
"""

UNDATED = """\
دعا الاتحاد الأوروبي أمس إلى وقف إطلاق النار في إدلب، وطالب بإيصال المساعدات إلى نحو مليون نازح.
"""

OTHER = """\
تعد مدينة اللاذقية من أقدم الموانئ على الساحل، وتشتهر بأسواقها القديمة ومقاهيها المطلة على البحر.
"""


def analysed(pipeline: Pipeline, text: str) -> dict[str, Any]:
    return record(pipeline.analyse(Report("made.txt", text, "عينة")))


def words(found: dict[str, Any], item: dict[str, Any]) -> str:
    text: str = found["report"]["text"]
    return text[item["start"] : item["end"]]


def codes(actors: list[dict[str, Any]]) -> list[str | None]:
    return [actor["code"] for actor in actors]


@pytest.fixture(scope="module")
def found(pipeline: Pipeline) -> dict[str, Any]:
    return analysed(pipeline, TRUCE)


class TestATruceReport:
    def test_it_is_dated_by_its_dateline(self, found: dict[str, Any]) -> None:
        published = found["report"]["published"]
        assert (published["date"], published["basis"]) == ("2020-01-14", "stated")
        assert TRUCE[published["start"] : published["end"]].startswith("الثلاثاء 14")

    def test_its_layout(self, found: dict[str, Any]) -> None:
        kinds = [(s["kind"], words(found, s)[:10]) for s in found["segments"]]
        assert kinds[0] == ("title", "أنقرة تتهم")
        assert kinds[-1] == ("furniture", "اقرأ أيضاً")

    def test_its_broken_up_word(self, found: dict[str, Any]) -> None:
        assert [(r["surface"], r["restored"]) for r in found["restorations"]] == [("غـ.ارات", "غارات")]

    def test_its_times(self, found: dict[str, Any]) -> None:
        times = {t["text"]: t["date"] for t in found["times"]}
        assert times["أمس الإثنين"] == "2020-01-13"
        assert times["منذ مطلع كانون الأول"] == "2019-12-01~/.."

    def test_who_says_what(self, found: dict[str, Any]) -> None:
        said = [(codes(s["speakers"]), s["force"]) for s in found["statements"]]
        assert (["TUR.MIL"], "claim") in said
        assert (["IGO.UN"], "claim") in said
        assert (["RUS.MIL"], "deny") in said

    def test_the_shelling_is_the_officers_claim(self, found: dict[str, Any]) -> None:
        by_id = {s["id"]: s for s in found["statements"]}
        (shelling,) = [
            e for e in found["events"] if e["type"] == "ASSAULT" and e["place"] and e["status"] == "claimed"
        ]
        assert codes(shelling["actors"]) == ["SYR.MIL"]
        assert shelling["place"]["name_en"] == "Sarmin"
        assert shelling["date"] == "2020-01-13"
        assert codes(by_id[shelling["said_by"]]["speakers"]) == ["TUR.MIL"]

    def test_the_raids_are_denied(self, found: dict[str, Any]) -> None:
        denied = [e for e in found["events"] if e["status"] == "denied"]
        assert [(e["type"], e["mode"]) for e in denied] == [("ASSAULT", "aerial")]

    def test_the_displaced_are_counted_with_their_scope(self, found: dict[str, Any]) -> None:
        (figure,) = found["figures"]
        assert (figure["kind"], figure["lower"], figure["upper"]) == ("displaced", 300_000, None)
        assert (figure["bound"], figure["since"]) == ("more_than", "2019-12-01~")
        assert words(found, figure).startswith("أكثر من 300 ألف")

    def test_the_accord_is_known(self, found: dict[str, Any]) -> None:
        truce, accord = found["agreements"]
        assert truce["agreement"] is None, "«الهدنة» of the title is not said to be Sochi's"
        assert accord["agreement"] is not None
        assert "sochi" in accord["agreement"]


def test_a_report_of_another_conflict(pipeline: Pipeline) -> None:
    found = analysed(pipeline, YEMEN)
    assert found["report"]["published"]["date"] == "2018-12-20"
    figures = {(f["kind"], f["lower"], f["upper"], f["bound"]) for f in found["figures"]}
    assert figures == {("killed", 3, 3, "exact"), ("injured", 15, 15, "exact")}
    (accord,) = found["agreements"]
    assert accord["agreement"] is not None
    planned = [e for e in found["events"] if e["status"] == "planned"]
    assert [e["type"] for e in planned] == ["CONSULT"]
    assert any(codes(s["speakers"]) == ["YEM.HOUTHI"] for s in found["statements"])


def test_without_a_date_nothing_is_dated(pipeline: Pipeline) -> None:
    found = analysed(pipeline, UNDATED)
    published = found["report"]["published"]
    assert (published["date"], published["basis"]) == (None, "unknown")
    assert {"stage": "published", "reason": published["how"], "start": None, "end": None} in found[
        "abstentions"
    ]
    (yesterday,) = found["times"]
    assert (yesterday["timex"], yesterday["date"]) == ("-P1D", None)
    dates = [item["date"] for key in ("statements", "events") for item in found[key]]
    assert not [date for date in dates if date and date[0].isdigit()]
    (figure,) = found["figures"]
    assert (figure["lower"], figure["upper"], figure["bound"]) == (1_000_000, 1_000_000, "about")


def test_a_text_of_peace_gives_no_events(pipeline: Pipeline) -> None:
    found = analysed(pipeline, OTHER)
    assert not any(found[key] for key in ("statements", "events", "figures", "agreements"))


def test_nothing_gives_nothing(pipeline: Pipeline) -> None:
    for text in ("", " ", "\n\n"):
        found = analysed(pipeline, text)
        for key in ("segments", "restorations", "times", "mentions", "statements", "events", "figures"):
            assert found[key] == []


def test_versions_say_what_decided_a_reading(pipeline: Pipeline) -> None:
    assert set(pipeline.versions) == {"hudna", "packs", "rules", "models"}
    fewer = Pipeline.load(["world"])
    assert fewer.versions["packs"] == "world"


def test_ids_do_not_depend_on_where_a_report_lies(pipeline: Pipeline) -> None:
    one, other = (record(pipeline.analyse(Report(uri, TRUCE, "عينة"))) for uri in ("a.txt", "b/c.txt"))
    assert one["report"]["id"] == other["report"]["id"]
    for key in ("statements", "events", "figures", "agreements"):
        assert [item["id"] for item in one[key]] == [item["id"] for item in other[key]]


def test_a_long_text_is_read_to_its_end(pipeline: Pipeline) -> None:
    """A report of 100 ordinary paragraphs says its own words a hundred times."""
    text = "\n\n".join(f"{i}. {TRUCE.splitlines()[4]}" for i in range(100))
    found = analysed(pipeline, text)
    said = [s for s in found["statements"] if codes(s["speakers"]) == ["TUR.MIL"]]
    assert len(said) == 100
    assert len([e for e in found["events"] if e["type"] == "ASSAULT"]) == 100


# Floors of accuracy, on reports that are not part of the repository. Lower one only with a reason in the log.
REPORT_FLOORS = {
    "time": 0.95, "restored": 1.0, "furniture": 1.0, "figure": 0.95, "agreement": 0.80,
    "statement": 0.75, "event": 0.70, "event+actor": 0.60,
}  # fmt: skip
DEVELOPMENT_FLOORS = {"time": 0.80, "figure": 0.70, "statement": 0.60, "event": 0.50}


def shared(name: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip("the annotated reports are not part of the repository")
    return folder


def scores(gold: Path, records: list[dict[str, Any]]) -> tuple[dict[str, float], dict[str, tuple[int, int]]]:
    """F1 by layer, and (right, total) by slot."""
    spec = importlib.util.spec_from_file_location("hudna_score", shared("eval") / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    layers, slots, seen = module.score(gold, records)
    assert seen
    return {name: layer.row["f1"] for name, layer in layers.items()}, slots


def records_of(pipeline: Pipeline, reports: Iterator[Report]) -> list[dict[str, Any]]:
    return [json.loads(json.dumps(record(pipeline.analyse(report)))) for report in reports]


def below(found: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    return {name: found[name] for name, floor in floors.items() if found[name] < floor}


def test_the_annotated_reports_meet_the_floors(pipeline: Pipeline) -> None:
    paths = sorted(map(str, shared("reports").glob("*.txt")))
    reports = [item for item in read_paths(paths) if isinstance(item, Report)]
    assert len(reports) == len(paths)
    found, slots = scores(shared("gold"), records_of(pipeline, iter(reports)))
    assert not below(found, REPORT_FLOORS)
    right, total = slots["published"]
    assert right == total


def development_reports() -> Iterator[Report]:
    folder = shared("dev_texts")
    for entry in json.loads((folder / "index.json").read_text("utf-8")):
        (path,) = (folder / "texts").glob(f"{entry['id']}*")
        day = entry["published"]
        published = Published(day, "metadata", how="given") if day else Published()
        text = path.read_text("utf-8")
        yield Report(path.name, text, published=published, metadata_date=day)


def test_the_development_texts_meet_the_floors(pipeline: Pipeline) -> None:
    found, _ = scores(shared("dev_texts") / "gold", records_of(pipeline, development_reports()))
    assert not below(found, DEVELOPMENT_FLOORS)


def test_the_walk_through_of_a_new_pack_works_as_it_is_told(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "packs.md").read_text("utf-8")
    blocks = re.findall(r"(?:^ {4,}\S.*\n)+", text[text.index("## A pack for a new conflict") :], re.M)
    report, actors, places = map(textwrap.dedent, blocks[:3])
    folder = new_pack("mali", tmp_path)
    (folder / "actors.yaml").write_text(actors, "utf-8")
    (folder / "places.yaml").write_text(places, "utf-8")
    (folder / "agreements.yaml").unlink()
    assert check_pack(folder) == ()
    found = Pipeline.load(extra=[folder]).analyse(Report("report.txt", report)).assertions
    (attack,) = [e for e in found.events if e.type == "ASSAULT"]
    assert [a.code for a in attack.actors] == ["MLI.MD"]
    assert attack.place is not None
    assert attack.place.entity == "place/ml/bir-al-atiq"
    assert [[s.code for s in statement.speakers] for statement in found.statements] == [["NGO.AZAWADWATCH"]]
