"""Sentences of the corpus: well formed, in the part their hash says, ours; and read as gold texts."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from hudna.evaluation.check import problems_of_sentence
from hudna.evaluation.sentence_sets import facts, load_gold
from hudna.evaluation.summary import evaluate
from hudna.model.errors import ReadError
from hudna.pipeline import Pipeline
from hudna.training.sentences import Sentence, load_sentences, part_of, sentence_of
from tests.evaluation.conftest import CORPUS
from tests.evaluation.test_corpus import RUN, SHARED, foreign_files, one_line

FILES = sorted((CORPUS / "sentences").glob("*.jsonl"))
FIRST = [path for path in FILES if "." not in path.stem]


def runs(sentences: tuple[Sentence, ...], length: int = RUN) -> set[str]:
    texts = [" ".join(sentence.text.split()) for sentence in sentences]
    return {text[at : at + length] for text in texts for at in range(len(text) - length + 1)}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_every_sentence_is_well_formed(path: Path) -> None:
    problems = [problem for s in load_sentences(path) for problem in problems_of_sentence(s)]
    assert not problems


def test_ids_and_texts_are_there_once() -> None:
    sentences = [s for path in FIRST for s in load_sentences(path)]
    for values in ([s.id for s in sentences], [s.text for s in sentences]):
        assert sum(times > 1 for times in Counter(values).values()) == 0


@pytest.mark.parametrize("path", FIRST, ids=lambda p: p.stem)
def test_the_hash_decides_the_part(path: Path) -> None:
    assert {part_of(s.text) for s in load_sentences(path)} == {path.stem}


@pytest.mark.parametrize("path", FIRST, ids=lambda p: p.stem)
def test_nothing_is_copied_from_elsewhere(path: Path) -> None:
    if not SHARED.is_dir():
        pytest.skip("the annotated reports are not part of the repository")
    ours = runs(load_sentences(path))
    for other in foreign_files():
        text = one_line(other)
        shared = sum(text[at : at + RUN] in ours for at in range(len(text) - RUN + 1))
        assert shared == 0, other.name


def test_a_second_annotation_is_of_the_same_sentences() -> None:
    for path in (p for p in FILES if p not in FIRST):
        first = {s.id: s.text for s in load_sentences(path.with_name(path.name.replace(".second", "")))}
        second = {s.id: s.text for s in load_sentences(path)}
        assert sum(first.get(key) != text for key, text in second.items()) == 0


TEXT = "قال متحدث باسم الجيش إن الطيران قصف سراقب أمس، وقُتل عدد كبير من المدنيين"
MADE: dict[str, Any] = {
    "id": "m1",
    "text": TEXT,
    "published": "2019-05-07",
    "country": "SYR",
    "genre": "agency",
    "style": ["clean"],
    "topic": "conflict",
}


def span(words: str, **more: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, **more}


WHOLE = MADE | {
    "names": [span("سراقب", type="place")],
    "times": [span("أمس", value="2019-05-06")],
    "events": [
        {
            "trigger": span("قصف"),
            "type": "ASSAULT",
            "actors": [span("الطيران", code="SYR.MIL")],
            "place": span("سراقب", name_en="Saraqib"),
            "date": "2019-05-06",
            "status": "background",
        }
    ],
    "statements": [{"speakers": [span("متحدث", code="SYR.MIL")], "cue": span("قال"), "force": "claim"}],
    "figures": [span("عدد كبير من المدنيين", kind="killed", value=None, bound="vague", status="reported")],
    "agreements": [],
}


def test_a_sentence_is_read_with_its_spans() -> None:
    sentence = sentence_of(WHOLE)
    assert sentence.events[0].trigger.text == "قصف"
    assert not problems_of_sentence(sentence)
    found = facts(sentence)
    assert found.furniture is None
    assert [(e.types, e.optional, e.status, e.place) for e in found.events] == [
        (("ASSAULT",), True, None, "Saraqib")
    ]
    assert found.figures[0].optional
    assert (found.statements[0].speaker, found.statements[0].line) == ("SYR.MIL", 1)


def test_facts_may_be_optional_and_read_another_way() -> None:
    change = {
        "times": [span("أمس", value="2019-05-06", accept=["-P1D"], optional=True)],
        "events": [WHOLE["events"][0] | {"status": "claimed", "accept": ["COERCE"], "optional": True}],
        "statements": [WHOLE["statements"][0] | {"accept_force": ["confirm"], "optional": True}],
        "figures": [
            span("عدد", kind="killed", value=3, bound="exact", status="reported", accept_kind=["other"])
        ],
        "agreements": [span("قال", name="x", optional=True)],
    }
    sentence = sentence_of(WHOLE | change)
    assert not problems_of_sentence(sentence)
    found = facts(sentence)
    assert (found.times[0].values, found.times[0].optional) == (("2019-05-06", "-P1D"), True)
    assert (found.events[0].types, found.events[0].optional) == (("ASSAULT", "COERCE"), True)
    assert (found.statements[0].forces, found.statements[0].optional) == (("claim", "confirm"), True)
    assert (found.figures[0].kinds, found.figures[0].optional) == (("killed", "other"), False)
    assert found.agreements[0].optional


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"statements": [{"force": "claim", "accept_force": ["shout"]}]}, "«shout» is not one of"),
        ({"times": [span("أمس", value="x") | {"end": 3}]}, "wrong value"),
        ({"names": [span("سراقب", type="town")]}, "«town» is not one of"),
        ({"statements": [{"force": "shout"}]}, "«shout» is not one of"),
        ({"events": [{"type": "ASSAULT"}]}, "has no «status»"),
    ],
)
def test_a_broken_sentence_says_where(change: dict[str, Any], told: str, tmp_path: Path) -> None:
    path = tmp_path / "made.jsonl"
    path.write_text(json.dumps(WHOLE) + "\n" + json.dumps(MADE | change) + "\n", "utf-8")
    with pytest.raises(ReadError, match=rf"made\.jsonl, line 2: .*{told}"):
        load_sentences(path)


def test_every_kind_of_problem_is_told() -> None:
    change = {
        "genre": "blog",
        "times": [span("أمس", value="soon")],
        "events": [WHOLE["events"][0] | {"mode": "demo", "date": "then"}],
        "figures": [span("عدد", kind="hurt", value=3, bound="vague", status="planned", by="somebody")],
        "restored": [["قـ.صف", "قصف"]],
    }
    told = "\n".join(problems_of_sentence(sentence_of(WHOLE | change)))
    for words in (
        "m1: genre «blog»",
        "«soon» is no EDTF",
        "mode «demo» does not go with ASSAULT",
        "«then» is no EDTF",
        "kind «hurt»",
        "status «planned»",
        "«somebody» is no actor code",
        "no number goes with «vague»",
        "a restored word",
    ):
        assert words in told


def test_a_file_is_scored_like_a_folder(tmp_path: Path, pipeline: Pipeline) -> None:
    path = tmp_path / "made.jsonl"
    path.write_text(json.dumps(WHOLE) + "\n", "utf-8")
    folder = load_gold(path)
    assert folder.name.endswith("-made")
    summary = evaluate(folder, pipeline)
    layers = {line.name: line.counts for line in summary.layers}
    assert "furniture" not in layers
    assert layers["time"].tp == 1
    assert layers["event"].fn == 0
    assert summary.slots["name"] == (1, 1)
    assert {(group.by, group.value) for group in summary.groups} == {
        ("country", "Syria"), ("outlet", "agency"), ("subject", "conflict"), ("style", "clean"),
    }  # fmt: skip
    (tmp_path / "none.jsonl").write_text("", "utf-8")
    with pytest.raises(ReadError, match="holds no sentence"):
        load_gold(tmp_path / "none.jsonl")
    with pytest.raises(ReadError, match="is not a file"):
        load_gold(tmp_path / "absent.jsonl")
