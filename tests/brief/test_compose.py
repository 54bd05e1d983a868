"""What the situation report says, and that every sentence leads to its words."""

from datetime import date
from pathlib import Path
from typing import get_args

from hudna import findings
from hudna.brief.compose import compose
from hudna.brief.document import Document, Sentence, Table
from hudna.brief.material import Window
from hudna.export.labels import load_labels
from hudna.model.assertions import Force
from hudna.model.judgement import Act, State
from hudna.packs.load import load_pack
from hudna.store.sqlite import open_view
from hudna.text.index import ArabicIndexer


def said(document: Document, number: int) -> list[str]:
    """English sentences and rows of a section."""
    (section,) = [s for s in document.sections if s.number == number]
    told: list[str] = []
    for block in section.blocks:
        if isinstance(block, Table):
            told.extend(" | ".join(cell.en for cell in row) for row in block.rows)
        else:
            told.append(block.text.en)
    return told


def test_nine_sections_in_order(document: Document) -> None:
    assert [s.number for s in document.sections] == list(range(1, 10))
    assert all(s.blocks for s in document.sections)
    assert len(document.sections[0].blocks) <= 6


def test_the_header_says_what_it_rests_on(document: Document) -> None:
    assert "2 reports of 2 outlets" in document.header[0].en
    assert "0 of " in document.header[1].en


def test_every_number_leads_to_words_of_a_report(document: Document) -> None:
    numbers = [e.number for e in document.evidence]
    assert numbers == list(range(1, len(numbers) + 1))
    cited = {n for s in document.sections for b in s.blocks if isinstance(b, Sentence) for n in b.evidence}
    assert cited
    assert cited <= set(numbers)
    assert all(e.words and e.where.en and e.uri for e in document.evidence)


def test_ceasefires_by_every_start(document: Document) -> None:
    rows = [row for row in said(document, 2) if "January 2020" in row and "Idlib ceasefire" in row]
    assert any("9 January 2020" in row and "42" in row for row in rows)
    assert any("12 January 2020" in row and "39" in row for row in rows)
    assert any("disputed" in line for line in said(document, 7))


def test_an_alleged_violation_is_told_as_one(document: Document) -> None:
    (row,) = said(document, 4)
    assert "Attack (heavy weapons)" in row
    assert "Saraqib" in row
    assert "Idlib ceasefire, January 2020: ceasefire" in row
    assert "not reviewed" in row
    assert said(document, 3)[0].startswith("Attack (heavy weapons) | Syria | Idlib | 1 | 0 | 1")


def test_days_without_a_report_are_not_calm(document: Document) -> None:
    lines = said(document, 3)
    assert any(line.startswith("Calm days") and "18 February 2020" in line for line in lines)
    assert any(line.startswith("Days without a report") and "15 February 2020" in line for line in lines)


def test_each_scope_has_its_line(document: Document) -> None:
    (line,) = [line for line in said(document, 5) if line.startswith("killed")]
    assert "12" in line
    assert "since 1 December 2019" in line
    assert "Syrian Observatory" in line


def test_statements_by_force(document: Document) -> None:
    lines = said(document, 6)
    assert any(line.startswith("denial, ") and "Russia" in line for line in lines)
    assert any(line.startswith("demand, ") and "Guterres" in line for line in lines)


def test_private_persons_are_masked(document: Document) -> None:
    whole = repr(document)
    assert "الخطيب" not in whole


def test_an_empty_window_says_so(briefed: Path) -> None:
    view = open_view(briefed, ArabicIndexer())
    pack = load_pack(["world", "syria"])
    empty = compose(
        findings.material(view, pack, Window(date(2015, 1, 1), date(2015, 1, 2), date(2015, 1, 1)))
    )
    view.close()
    assert said(empty, 4) == ["Nothing in this window."]
    assert empty.evidence == ()


def test_both_languages_have_every_phrase_with_the_same_blanks() -> None:
    for table in load_labels("hudna.brief", "wording.yaml").tables.values():
        for both in table.values():
            assert isinstance(both.en, str)
            assert isinstance(both.ar, str)
            assert both.en.count("{}") == both.ar.count("{}")


def test_every_code_of_a_judgement_has_its_word() -> None:
    tables = load_labels("hudna.brief", "wording.yaml").tables
    assert set(tables["acts"]) == set(get_args(Act))
    assert set(tables["states"]) == set(get_args(State))
    assert set(tables["forces"]) == set(get_args(Force))
