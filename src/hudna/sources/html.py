"""The article of a page: its words without the furniture, and what the page says about itself.

A page may be hostile or broken. What the parser and the extraction cost grows with the square of some
counts, so pages beyond the limits here are refused before they are worked on; they are far above those of
real pages and keep the worst page under about ten seconds.
"""

import re
from dataclasses import dataclass
from typing import Any

from hudna.model.errors import ReadError
from hudna.sources.given import Given
from hudna.sources.page import described, headline

MAX_TAGS = 60_000
MAX_ATTRIBUTES = 2_000
"""Attributes of one tag; the parser compares each with every other."""
MAX_CHILDREN = 4_000
"""Elements directly inside one element; the extraction joins the text between them anew for each."""
_VALUE = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*')")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{8000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_SPACES = re.compile(r"[^\S\n]+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENCODING = re.compile(r"(<\?xml[^>]{0,100}?)\s+encoding=(?:\"[^\"]*\"|'[^']*')", re.I)


@dataclass(frozen=True, slots=True)
class Article:
    """The words of a page's article, headline first, and what the page says about them."""

    text: str
    given: Given


def article(page: str) -> Article:
    """The article of a page or of a piece of markup; raises ReadError (too-complex, no-article).

    The text is one paragraph a line. It begins with the headline where the page shows one.
    """
    _check_size(page)
    tree = _parse(page)
    given = described(tree)
    head = headline(tree, given.title)
    body = _extract(tree)
    if not body.strip():
        raise ReadError(
            "no-article", "is a page without an article; save the article's own page, or its text"
        )
    lines = [_SPACES.sub(" ", line).strip() for line in body.splitlines()]
    lines = [line for line in lines if line]
    if head is not None and head not in lines[:3]:
        lines.insert(0, head)
    return Article("\n".join(lines), Given(title=head).over(given))


def _check_size(page: str) -> None:
    if page.count("<") > MAX_TAGS:
        raise _too_complex(f"more than {MAX_TAGS} tags")
    for text in (page, _VALUE.sub("=", page)):  # values may hide the end of a tag, or seem to
        for match in _LONG_TAG.finditer(text):
            if len(_QUOTED.sub("", match.group()).split()) > MAX_ATTRIBUTES:
                raise _too_complex(f"a tag with more than {MAX_ATTRIBUTES} attributes")


def _too_complex(what: str) -> ReadError:
    return ReadError("too-complex", f"is a page with {what}; save the article's text as .txt instead")


def _parse(page: str) -> Any:
    """The tree of a page, within the limits. Comments and processing instructions are left out."""
    from lxml import etree, html  # type: ignore[import-untyped]

    parser = html.HTMLParser(collect_ids=False, default_doctype=False, remove_comments=True, remove_pis=True)
    clean = _ENCODING.sub(r"\1", _CONTROL.sub("", page), count=1)
    try:
        tree = html.document_fromstring(clean, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(
            "no-article", f"is a page that cannot be read ({error}); save the article's text"
        ) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise _too_complex("elements nested more than 250 deep, or values beyond the parser's limits")
    if any(len(element) > MAX_CHILDREN for element in tree.iter(etree.Element)):
        raise _too_complex(f"more than {MAX_CHILDREN} elements in one")
    return tree


def _extract(tree: Any) -> str:
    from trafilatura import bare_extraction

    try:
        document = bare_extraction(tree, include_comments=False, with_metadata=False)
    except Exception as error:  # whatever a stranger's page makes of the library, other reports go on
        kind = type(error).__name__
        raise ReadError(
            "no-article", f"is a page whose article cannot be told ({kind}); save its text"
        ) from error
    text = getattr(document, "text", None)
    return text if isinstance(text, str) else ""
