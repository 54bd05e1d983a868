"""What the situation report says, and that every sentence leads to its words."""

from datetime import date
from pathlib import Path
from string import Formatter
from typing import get_args

from hudna.brief.compose import compose
from hudna.brief.document import Document, Sentence, Table
from hudna.brief.material import Window
from hudna.brief.writing import isolated
from hudna.compose import findings
from hudna.export.labels import load_labels
from hudna.model.assertions import Force, Status
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


def blocks(document: Document) -> list[Sentence | Table]:
    """Everything that may rest on evidence, in order."""
    return [*document.header, *(b for s in document.sections for b in s.blocks)]


def numbers_of(block: Sentence | Table) -> tuple[int, ...]:
    return block.evidence if isinstance(block, Sentence) else tuple(n for row in block.evidence for n in row)


def test_nine_sections_in_order(document: Document) -> None:
    assert [s.number for s in document.sections] == list(range(1, 10))
    assert all(s.blocks for s in document.sections)
    assert len(document.sections[0].blocks) <= 6


def test_the_header_says_what_it_rests_on(document: Document) -> None:
    basis, outside, ledger, *_ = document.header
    assert "1 report published outside the window" in outside.text.en
    assert "2 reports of 2 outlets" in basis.text.en
    assert "تقريران، جهتان ناشرتان، مصدران مستقلان" in basis.text.ar
    assert "reviewed by a person: 0" in ledger.text.en
    window, others = document.annexes
    assert [len(window.table.rows), len(others.table.rows)] == [2, 1]
    assert others.table.rows[0][1].en == "12 January 2020"


def test_every_number_leads_to_words_of_a_report(document: Document) -> None:
    numbers = [e.number for e in document.evidence]
    assert numbers == list(range(1, len(numbers) + 1))
    cited = {n for block in blocks(document) for n in numbers_of(block)}
    assert cited == set(numbers)
    assert all(e.where.en and e.where.ar for e in document.evidence)
    assert all(e.uri for e in document.evidence if e.words)
    assert any(e.words for e in document.evidence)


def test_ceasefires_by_every_start(document: Document) -> None:
    rows = [row for row in said(document, 2) if "January 2020" in row and "Idlib ceasefire" in row]
    assert any("9 January 2020" in row and "42" in row for row in rows)
    assert any("12 January 2020" in row and "39" in row for row in rows)
    assert any(line.startswith("Different starts are given") for line in said(document, 7))


def test_an_alleged_violation_is_told_as_one(document: Document) -> None:
    (row,) = said(document, 4)
    assert "Attack (heavy weapons)" in row
    assert "Saraqib" in row
    assert "Idlib ceasefire, January 2020: ceasefire" in row
    assert "not reviewed" in row
    assert said(document, 3)[0].startswith("Attack (heavy weapons) | Syria (the state) | Idlib | 1 | 0 | 1")


def test_days_without_a_report_are_not_calm(document: Document) -> None:
    lines = said(document, 3)
    assert any("nothing alleged of the days themselves: 17 and 18 February 2020." in line for line in lines)
    mute = (
        "no report published on these days, which does not mean that they were calm: 15 and 16 February 2020"
    )
    assert any(mute in line for line in said(document, 8))


def test_each_scope_has_its_line(document: Document) -> None:
    (line,) = said(document, 5)
    assert line == (
        "Syrian Observatory for Human Rights said that 12 civilians were killed in Idlib "
        "since 1 December 2019 (1 report, 1 outlet, 1 independent origin)."
    )


def test_statements_by_force(document: Document) -> None:
    lines = said(document, 6)
    assert any(line.startswith("Ministry of Defence (Russia) denied") for line in lines)
    assert any(line.startswith("António Guterres demanded") for line in lines)


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
    assert not any(e.words for e in empty.evidence)
    assert "no report published" in empty.header[0].text.en


def blanks(phrase: str) -> int:
    """How many values a phrase takes."""
    named = [name for _, name, _, _ in Formatter().parse(phrase) if name is not None]
    return max([len(named), *(int(name) + 1 for name in named if name)])


def test_both_languages_have_every_phrase_with_the_same_blanks() -> None:
    for table in load_labels("hudna.brief", "wording.yaml").tables.values():
        for both in table.values():
            assert isinstance(both.en, str)
            assert isinstance(both.ar, str)
            assert blanks(both.en) == blanks(both.ar), both


def test_every_code_of_a_judgement_has_its_word() -> None:
    tables = load_labels("hudna.brief", "wording.yaml").tables
    assert set(tables["acts"]) == set(get_args(Act))
    assert set(tables["states"]) == set(get_args(State))
    for gender in ("masculine", "feminine"):
        assert set(tables[f"forces-{gender}"]) == set(get_args(Force))
        assert set(tables[f"told-{gender}"]) == set(tables["told-own"]) == set(get_args(Status))


def test_arabic_in_english_stands_apart_from_the_sentence_around_it() -> None:
    assert isolated("شبكة").en == "\u2068شبكة\u2069"
    assert isolated("شبكة").ar == "شبكة"
    assert isolated("SY24").ar == "\u2068SY24\u2069"
    assert isolated("12").en == isolated("12").ar == "12"
