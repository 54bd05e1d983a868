"""The report as files: right to left, the same bytes every time, and hostile texts as plain words."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from hudna.brief import formats
from hudna.brief.document import Document, Language, marks
from hudna.brief.formats import Format, MissingLibraryError, render

FORMATS: tuple[Format, ...] = ("html", "md", "pdf", "docx")
LANGUAGES: tuple[Language, ...] = ("ar", "en")


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_document_gives_the_same_bytes(
    document: Document, format: Format, language: Language
) -> None:
    first = render(document, language, format)
    assert first == render(document, language, format)
    assert len(first) > 1000


def test_html_escapes_what_a_report_says(document: Document) -> None:
    made = render(document, "ar", "html").decode()
    assert 'dir="rtl"' in made
    assert "<b>العيّنة</b>" not in made
    assert "&lt;b&gt;العيّنة&lt;/b&gt;" in made
    assert "<script" not in made
    for one in document.evidence:
        assert f'id="s{one.number}"' in made


def test_markdown_escapes_what_a_report_says(document: Document) -> None:
    made = render(document, "en", "md").decode()
    assert "\\<b\\>" in made
    assert "# Ceasefire situation report" in made


def test_word_is_right_to_left_in_arabic_only(document: Document) -> None:
    arabic, english = (
        zipfile.ZipFile(io.BytesIO(render(document, language, "docx"))).read("word/document.xml").decode()
        for language in LANGUAGES
    )
    assert "<w:bidi/>" in arabic
    assert "<w:bidiVisual/>" in arabic
    assert "<w:bidi/>" not in english


def test_marks_in_word_lead_to_the_evidence(document: Document) -> None:
    made = zipfile.ZipFile(io.BytesIO(render(document, "ar", "docx"))).read("word/document.xml").decode()
    leading = set(re.findall(r'w:anchor="(s\d+)"', made))
    assert leading
    assert leading <= set(re.findall(r'<w:bookmarkStart[^>]*w:name="(s\d+)"', made))
    assert "<w:bCs/>" in made


def test_numbers_in_a_row_are_one_mark() -> None:
    assert [one["shown"] for one in marks((9, 3, 4, 5, 7, 8, 7))] == ["3–5", "7–9"]
    assert [one["shown"] for one in marks((2, 1, 4))] == ["1", "2", "4"]
    assert [one["to"] for one in marks((6, 5, 4))] == [4]


def test_pdf_is_one(document: Document) -> None:
    assert render(document, "ar", "pdf").startswith(b"%PDF-")


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_a_missing_library_is_told_with_the_remedy(
    document: Document, format: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(formats, "import_module", gone)
    with pytest.raises(MissingLibraryError, match=r"pip install 'hudna\[brief\]'"):
        render(document, "en", format)


def test_the_font_comes_with_its_licence() -> None:
    folder = Path(formats.__file__).parent / "fonts"
    assert "SIL Open Font License" in (folder / "OFL.txt").read_text("utf-8")
    assert {p.suffix for p in folder.iterdir()} == {".ttf", ".txt"}
