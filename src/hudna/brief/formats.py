"""A situation report as Markdown, HTML, PDF or Word; the same document gives the same bytes.

PDF is set by Typst and Word files are written by python-docx, which come with `pip install hudna[brief]`.
Texts reach both as data, never as markup.
"""

import io
import json
import zipfile
from collections.abc import Sequence
from importlib import import_module
from importlib.resources import as_file, files
from typing import Any, Literal

import jinja2

from hudna.brief.document import Document, Language, in_language
from hudna.model.errors import HudnaError

Format = Literal["html", "pdf", "docx", "md"]
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time every part of a Word file bears: the earliest its container can."""
_WIDE = 9
"""Tables of more columns stand on turned pages."""
_NARROW = 457_200
"""The margin beside such tables: 1.27 cm in Word's units."""
_WORD_FONT = "Arial"
"""A font with Arabic letters that every Word has."""


class MissingLibraryError(HudnaError):
    """A format needs a library that is not installed."""


def render(document: Document, language: Language, format: Format) -> bytes:
    """The bytes of the file; MissingLibraryError where the format's library is not there."""
    data = in_language(document, language)
    return {"html": _html, "md": _markdown, "pdf": _pdf, "docx": _docx}[format](data)


def _html(data: dict[str, Any]) -> bytes:
    return _template("brief.html.jinja", autoescape=True).render(data).encode()


def _markdown(data: dict[str, Any]) -> bytes:
    return _template("brief.md.jinja", autoescape=False).render(data).encode()


def _template(name: str, autoescape: bool) -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=autoescape, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    environment.filters["md"] = _plain_markdown
    return environment.from_string((files("hudna.brief") / name).read_text("utf-8"))


def _plain_markdown(text: str) -> str:
    """A text without the signs that Markdown reads as markup, on one line."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|!~$" else c for c in " ".join(text.split()))


def _pdf(data: dict[str, Any]) -> bytes:
    typst = _library("typst", "PDF")
    with as_file(files("hudna.brief")) as folder:
        made: bytes = typst.compile(
            str(folder / "brief.typ"),
            format="pdf",
            font_paths=[str(folder / "fonts")],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            timestamp=0,
        )
    return made


def _docx(data: dict[str, Any]) -> bytes:
    docx = _library("docx", "Word")
    document = docx.Document()
    _Word(document, data["language"] == "ar").write(data)
    made = io.BytesIO()
    document.save(made)
    return _undated(made.getvalue())


def _undated(packed: bytes) -> bytes:
    """A zip file whose parts bear no time of day."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            new.writestr(zipfile.ZipInfo(name, _EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _library(name: str, format: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingLibraryError(
            f"{format} needs the library «{name}»; install it with: pip install 'hudna[brief]', or ask for "
            "--format html or md"
        ) from error


class _Word:
    """Writes a document with python-docx, right to left where the language is."""

    def __init__(self, document: Any, rtl: bool) -> None:
        self._document = document
        self._rtl = rtl
        self._bookmarks = 0
        self._style()

    def write(self, data: dict[str, Any]) -> None:
        """Everything, in order; tables of many columns stand on pages of their own, turned."""
        self._heading(data["title"], 0)
        for line in data["header"]:
            self._sentence(line)
        for section in data["sections"]:
            wide = any(len(block.get("head", ())) > _WIDE for block in section["blocks"])
            if wide:
                self._turn_page()
            self._heading(f"{section['number']}. {section['title']}", 1)
            for block in section["blocks"]:
                if "text" in block:
                    self._sentence(block)
                else:
                    self._table(block)
            if wide:
                self._turn_page()
        self._heading(data["evidence_title"], 1)
        for one in data["evidence"]:
            self._source(one)
        for annex in data["annexes"]:
            self._heading(annex["title"], 1)
            self._table(annex)

    def _style(self) -> None:
        """A font that has Arabic letters; the language of the text, so that numbers are shaped by it."""
        for name in ("Normal", "Title", "Heading 1"):
            properties = self._document.styles[name].element.get_or_add_rPr()
            fonts = properties.get_or_add_rFonts()
            for attribute in ("w:ascii", "w:hAnsi", "w:cs"):
                fonts.set(self._name(attribute), _WORD_FONT)
            for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme"):
                fonts.attrib.pop(self._name(attribute), None)
            language = self._element("w:lang")
            language.set(self._name("w:bidi" if self._rtl else "w:val"), "ar-SA" if self._rtl else "en-GB")
            properties.append(language)

    def _turn_page(self) -> None:
        section = self._document.add_section()
        upright = section.orientation == 0
        section.orientation = 1 if upright else 0
        section.page_width, section.page_height = section.page_height, section.page_width
        section.left_margin = section.right_margin = (
            _NARROW if upright else self._document.sections[0].left_margin
        )

    def _heading(self, text: str, level: int) -> None:
        self._turned(self._document.add_heading(_writable(text), level))

    def _sentence(self, one: dict[str, Any]) -> None:
        paragraph = self._document.add_paragraph(_writable(one["text"]))
        self._marks(paragraph, one["marks"])
        self._turned(paragraph)

    def _source(self, one: dict[str, Any]) -> None:
        paragraph = self._document.add_paragraph()
        self._bookmark(paragraph, f"s{one['number']}")
        paragraph.add_run(f"[{one['number']}] ")
        if one["words"]:
            before = paragraph.add_run(_writable(f"«{one['before']} ".replace("« ", "«")))
            stressed = paragraph.add_run(_writable(one["words"]))
            stressed.font.bold = stressed.font.cs_bold = True
            after = paragraph.add_run(_writable(f" {one['after']}»".replace(" »", "»")))
            for run in (before, stressed, after):
                run.font.rtl = True
            paragraph.add_run(" ")
        paragraph.add_run(_writable(f"{one['where']} {one['uri']}".strip()))
        self._turned(paragraph)

    def _table(self, block: dict[str, Any]) -> None:
        table = self._document.add_table(rows=0, cols=len(block["head"]))
        table.style = "Table Grid"
        self._row(table, block["head"], ())
        table.rows[0]._tr.get_or_add_trPr().append(self._element("w:tblHeader"))
        for row in block["rows"]:
            self._row(table, row["cells"], row["marks"] or ())
        self._widen(table, block)
        if self._rtl:
            table._tblPr.append(self._element("w:bidiVisual"))

    def _widen(self, table: Any, block: dict[str, Any]) -> None:
        """Columns over the whole width between the margins, wider where their texts are longer."""
        section = self._document.sections[-1]
        whole = section.page_width - section.left_margin - section.right_margin
        rows = [row["cells"] for row in block["rows"]]
        longest = [
            max((len(row[n]) for row in rows if n < len(row)), default=0) for n in range(len(block["head"]))
        ]
        weights = [min(max(length, 8), 60) for length in longest]
        table.autofit = False
        for column, weight in zip(table.columns, weights, strict=True):
            for cell in column.cells:
                cell.width = whole * weight // sum(weights)

    def _row(self, table: Any, cells: list[str], marks: Sequence[dict[str, Any]]) -> None:
        made = table.add_row()
        made._tr.get_or_add_trPr().append(self._element("w:cantSplit"))
        written = made.cells
        for cell, text in zip(written, cells, strict=False):
            cell.text = _writable(text)
        if marks:
            self._marks(written[-1].paragraphs[0], marks)
        for cell in written:
            self._turned(cell.paragraphs[0], small=True)

    def _marks(self, paragraph: Any, marks: Sequence[dict[str, Any]]) -> None:
        """Numbers as links to the evidence of the same document."""
        for mark in marks:
            paragraph.add_run(" ")
            link = self._element("w:hyperlink")
            link.set(self._name("w:anchor"), f"s{mark['to']}")
            link.append(paragraph.add_run(f"[{mark['shown']}]")._r)
            paragraph._p.append(link)

    def _bookmark(self, paragraph: Any, name: str) -> None:
        self._bookmarks += 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = self._element(tag)
            mark.set(self._name("w:id"), str(self._bookmarks))
            if tag == "w:bookmarkStart":
                mark.set(self._name("w:name"), name)
            paragraph._p.append(mark)

    def _turned(self, paragraph: Any, small: bool = False) -> None:
        for run in paragraph._p.iter(self._name("w:r")):
            properties = run.get_or_add_rPr()
            if small:
                for tag in ("w:sz", "w:szCs"):
                    size = self._element(tag)
                    size.set(self._name("w:val"), "16")
                    properties.append(size)
            if self._rtl and properties.find(self._name("w:rtl")) is None:
                properties.append(self._element("w:rtl"))
        if self._rtl:
            paragraph._p.get_or_add_pPr().append(self._element("w:bidi"))

    def _element(self, name: str) -> Any:
        return import_module("docx.oxml").OxmlElement(name)

    def _name(self, name: str) -> str:
        qualified: str = import_module("docx.oxml.ns").qn(name)
        return qualified


def _writable(text: str) -> str:
    """A text without the characters XML cannot hold."""
    return "".join(c if c in "\t\n" or (c >= " " and not _is_surrogate(c)) else "\ufffd" for c in text)


def _is_surrogate(character: str) -> bool:
    return "\ud800" <= character <= "\udfff"
