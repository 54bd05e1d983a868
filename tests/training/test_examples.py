"""Readers of the data sets, on sentences of our own."""

import json
from pathlib import Path

import pytest

from hudna.models.spans import spans_of
from hudna.training import anercorp, gsr, own
from hudna.training.examples import Example
from hudna.training.sentences import sentence_of


def spelled(example: Example, layer: str) -> list[tuple[str, str]]:
    return [
        (example.text[example.words[first][0] : example.words[last - 1][1]], label)
        for first, last, label in spans_of(example.tags[layer])
    ]


def test_anercorp_ends_a_sentence_at_a_full_stop(tmp_path: Path) -> None:
    lines = ["زار B-X", "سامي B-PERS", "الحلو I-PERS", "مدينة O", "طبرق B-LOC", ". O", "انتهى O"]
    (tmp_path / "a").write_text("\n".join(lines).replace("B-X", "B-MISC") + "\n", "utf-8")
    first, second = anercorp.read(tmp_path / "a")
    assert spelled(first, "names") == [("سامي الحلو", "person"), ("طبرق", "place")]
    assert second.text == "انتهى"


@pytest.fixture
def records(tmp_path: Path) -> Path:
    text = "هاجم مسلحون من القرية دورية للشرطة"
    columns = "accept,label,id,text,total\n"
    rows = f"2,ambiguous,doc-1-7,{text},3\n0,easy no,doc-1-8,لا شيء هنا,3\n"
    (tmp_path / "assault_sentences.csv").write_text(columns + rows, "utf-8")
    (tmp_path / "protest_sentences.csv").write_text(columns + f"0,easy no,x_1,{text},2\n", "utf-8")
    people = [
        {"source_actor": ["مسلحون", "القرية"], "verb": ["هاجم"], "target_actor": ["دورية", "للشرطة"]},
        {"source_actor": ["مسلحون"], "verb": ["هاجم"], "target_actor": ["دورية"]},
        {"source_actor": ["مسلحون", "من", "القرية"], "verb": [], "target_actor": []},
    ]
    (tmp_path / "assault_spans.json").write_text(json.dumps([{"text": text, "spans": people}]), "utf-8")
    (tmp_path / "protest_spans.json").write_text("[]", "utf-8")
    return tmp_path


def test_records_carry_shares_and_what_most_people_marked(records: Path) -> None:
    first, second = gsr.read(records)
    assert first.classes == {"ASSAULT": pytest.approx(2 / 3), "PROTEST": 0.0}
    assert first.document == "doc-1"
    assert spelled(first, "roles") == [
        ("هاجم", "trigger"), ("مسلحون", "source"), ("القرية", "source"), ("دورية", "target"),
    ]  # fmt: skip
    assert second.classes == {"ASSAULT": 0.0}
    assert not second.tags


def test_the_ambiguous_are_not_scored(records: Path) -> None:
    assert gsr.labels(records, "ASSAULT") == {"لا شيء هنا": False}


def test_our_own_sentences_have_every_layer() -> None:
    text = "قال متحدث إن الجيش قصف بلدة سرمين بالمدفعية"

    def at(words: str) -> dict[str, object]:
        start = text.index(words)
        return {"text": words, "start": start, "end": start + len(words)}

    sentence = sentence_of(
        {
            "id": "x", "text": text, "country": "SYR", "genre": "agency", "style": ["clean"],
            "topic": "conflict", "names": [{**at("سرمين"), "type": "place"}],
            "events": [
                {
                    "trigger": at("قصف"), "type": "ASSAULT", "status": "claimed",
                    "actors": [at("الجيش")], "recipients": [], "instrument": at("بالمدفعية"),
                    "place": {**at("سرمين"), "name_en": "Sarmin"},
                }
            ],
            "statements": [
                {"speakers": [at("متحدث")], "cue": at("قال"), "force": "claim", "content": at("الجيش قصف")}
            ],
        }
    )  # fmt: skip
    example = own.example(sentence)
    assert spelled(example, "names") == [("سرمين", "place")]
    assert spelled(example, "roles") == [("الجيش", "source"), ("قصف", "trigger")]
    assert spelled(example, "setting") == [("سرمين", "place"), ("بالمدفعية", "instrument")]
    assert spelled(example, "types") == [("قصف", "ASSAULT")]
    assert spelled(example, "status") == [("قصف", "claimed")]
    assert spelled(example, "speech") == [("قال", "cue"), ("متحدث", "speaker")]
    assert spelled(example, "content") == [("الجيش قصف", "content")]
    assert (example.classes["ASSAULT"], example.classes["PROTEST"]) == (1.0, 0.0)
