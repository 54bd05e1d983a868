"""A situation report as Markdown, HTML, PDF or Word; the same document gives the same bytes.

PDF is set by Typst and Word files are written by python-docx, which come with `pip install hudna[brief]`.
Texts reach both as data, never as markup.
"""

import io
import json
import zipfile
from importlib import import_module
from importlib.resources import as_file, files
from typing import Any, Literal

import jinja2

from hudna.brief.document import Document, Language, in_language
from hudna.model.errors import HudnaError

Format = Literal["html", "pdf", "docx", "md"]
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time every part of a Word file bears: the earliest its container can."""


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

    def write(self, data: dict[str, Any]) -> None:
        """Everything, in order."""
        self._heading(data["title"], 0)
        for line in data["header"]:
            self._paragraph(line)
        for section in data["sections"]:
            self._heading(f"{section['number']}. {section['title']}", 1)
            for block in section["blocks"]:
                if "text" in block:
                    self._paragraph(block["text"] + "".join(f" [{n}]" for n in block["evidence"]))
                else:
                    self._table(block)
        self._heading(data["evidence_title"], 1)
        for one in data["evidence"]:
            self._paragraph(f"[{one['number']}] «{one['words']}» {one['where']} {one['uri']}")

    def _heading(self, text: str, level: int) -> None:
        self._turned(self._document.add_heading(_writable(text), level))

    def _paragraph(self, text: str) -> None:
        self._turned(self._document.add_paragraph(_writable(text)))

    def _table(self, block: dict[str, Any]) -> None:
        table = self._document.add_table(rows=0, cols=len(block["head"]))
        table.style = "Table Grid"
        for row in (block["head"], *block["rows"]):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = _writable(text)
                self._turned(cell.paragraphs[0])
        if self._rtl:
            table._tblPr.append(self._element("w:bidiVisual"))

    def _turned(self, paragraph: Any) -> None:
        if not self._rtl:
            return
        paragraph._p.get_or_add_pPr().append(self._element("w:bidi"))
        for run in paragraph.runs:
            run._r.get_or_add_rPr().append(self._element("w:rtl"))

    def _element(self, name: str) -> Any:
        return import_module("docx.oxml").OxmlElement(name)


def _writable(text: str) -> str:
    """A text without the characters XML cannot hold."""
    return "".join(c if c in "\t\n" or (c >= " " and not _is_surrogate(c)) else "\ufffd" for c in text)


def _is_surrogate(character: str) -> bool:
    return "\ud800" <= character <= "\udfff"
