"""The static page: its structure, its links, what hostile texts can do (nothing), what it masks."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from hudna.export.contents import Contents, from_analyses
from hudna.export.page import DEFAULTS, PageOptions, render, safe_link, source_name, write_page
from hudna.model.annotations import Annotations
from hudna.model.assertions import AgreementMention, Assertions
from hudna.model.errors import LedgerError
from hudna.model.records import Analysis
from hudna.model.report import Report
from hudna.model.rows import Row
from hudna.store.base import RejectedRow
from tests.export.made import TEXT, analysis

VOID = {"meta", "br", "input", "link", "img", "hr"}
REJECTED = RejectedRow(
    "run", "/home/somebody/notes/empty.txt", "empty", "/home/somebody/notes/empty.txt: no text"
)


class Page(HTMLParser):
    """Elements with their attributes, ids, links, and the text inside each `class`."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.open: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, list[str]] = {}
        self.raw: dict[str, str] = {}
        self.feed(html)
        self.close()
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        assert len(given) == len(attrs), f"an attribute stands twice in {tag}: {attrs}"
        self.elements.append((tag, given))
        if "id" in given:
            self.ids.append(given["id"])
        if "href" in given:
            self.hrefs.append(given["href"])
        if tag not in VOID:
            self.open.append((tag, given))
            for name in given.get("class", "").split():
                self.texts.setdefault(name, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1][0] == tag, f"</{tag}> closes {self.open[-1]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for tag, given in self.open:
            if tag in ("script", "style", "title"):
                self.raw[tag] = self.raw.get(tag, "") + data
            for name in given.get("class", "").split():
                self.texts[name][-1] += data

    def text(self) -> str:
        return " ".join("".join(parts) for parts in self.texts.values())

    def all(self, tag: str, cls: str = "") -> list[dict[str, str]]:
        return [a for t, a in self.elements if t == tag and (not cls or cls in a.get("class", "").split())]


def page_of(contents: Contents, options: PageOptions = DEFAULTS) -> tuple[str, Page]:
    html = "".join(render(contents, options))
    return html, Page(html)


@pytest.fixture(scope="module")
def two() -> Contents:
    other = analysis(publisher=None, title=None, uri="https://example.org/one?a=1&b=2", date=None)
    return from_analyses([analysis(), other], [REJECTED])


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_structure(two: Contents, lang: str) -> None:
    html, page = page_of(two, PageOptions(lang))  # type: ignore[arg-type]
    assert html.startswith("<!doctype html>")
    root = page.all("html")[0]
    assert (root["lang"], root["dir"]) == ((lang, "rtl") if lang == "ar" else (lang, "ltr"))
    assert len(page.all("li", "event")) == 4
    assert len(page.all("tr", "figure")) == 2
    assert len(page.all("li", "agreement")) == 2
    assert len(page.all("li", "statement")) == 4
    assert len(page.all("article", "report")) == 2
    for section in ("timeline", "figures", "agreements", "statements", "reports", "unread"):
        assert section in page.ids
    assert {a.get("data-status") for a in page.all("li", "event")} == {"claimed", "reported"}


def test_every_id_is_unique_and_every_anchor_resolves(two: Contents) -> None:
    _, page = page_of(two)
    assert len(page.ids) == len(set(page.ids))
    inner = [h[1:] for h in page.hrefs if h.startswith("#")]
    assert inner
    assert set(inner) <= set(page.ids)


def test_every_row_leads_to_its_words_and_back(two: Contents) -> None:
    _, page = page_of(two)
    rows: list[Row[Any]] = [*two.events, *two.figures, *two.agreements, *two.statements]
    for row in rows:
        assert f"#r-{row.report}-{row.start}" in page.hrefs
        back = f"#{row.assertion.KIND[0]}-{row.id}"
        links = [a for a in page.all("a", "back") if a["href"] == back]
        assert len(links) == 1
        assert links[0]["aria-label"]


def test_the_text_is_the_text_as_published() -> None:
    contents = from_analyses([analysis()])
    _, page = page_of(contents, PageOptions(show_private=True))
    assert page.texts["text"] == [TEXT]


def test_nothing_is_fetched(two: Contents) -> None:
    html, page = page_of(two)
    policy = next(a["content"] for a in page.all("meta") if a.get("http-equiv"))
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    outside = [h for h in page.hrefs if not h.startswith("#")]
    assert outside == ["https://example.org/one?a=1&b=2"]
    for tag, attributes in page.elements:
        assert tag not in {"img", "link", "iframe", "object", "embed", "base", "video", "audio"}
        assert not {"src", "srcset", "style", "action", "formaction", "background"} & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]
    assert "@import" not in html
    assert "url(" not in html


def test_the_policy_allows_just_the_style_and_script_inside(two: Contents) -> None:
    _, page = page_of(two)
    policy = next(a["content"] for a in page.all("meta") if a.get("http-equiv"))
    for tag in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.raw[tag].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
        assert len(page.all(tag)) == 1


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></style></textarea><svg onload=alert(1)>",
    "{{ 7*7 }}{% for x in y %}",
    "&lt;script&gt;",
    "]]><!-- --!> <",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    calm = analysis(publisher=words, title=words, uri=words)
    report = replace(calm.report, text=words + "\n" + calm.report.text, author=words)
    agreement = AgreementMention(
        report.id, 0, len(words), words, words, (), words, words, None, (words,), words
    )  # fmt: skip
    hostile = Analysis(report, Annotations(), Assertions(agreements=(agreement,)))
    rejected = RejectedRow(words, words, words, words)
    html, page = page_of(from_analyses([hostile], [rejected]), PageOptions(show_private=True))
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"img", "svg", "textarea"}
    assert len(page.all("script")) == 1
    assert page.texts["text"] == [report.text]
    assert not [a for _, a in page.elements if any(name.startswith("on") for name in a)]
    assert "49" not in page.texts["text"][0]
    if "<script>" in words:
        assert html.count("<script>") == 1


@pytest.mark.parametrize(
    "uri",
    ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "vbscript:x",
     "file:///etc/passwd", "//evil.example/x", "http:x", "https://", " https://a.example", "https://a.ex/\nx",
     "https://[bad"],
)  # fmt: skip
def test_only_web_addresses_become_links(uri: str) -> None:
    assert safe_link(uri) is None
    _, page = page_of(from_analyses([analysis(uri=uri)]))
    assert all(h.startswith("#") for h in page.hrefs)


def test_files_are_named_without_the_folders_of_this_machine(two: Contents) -> None:
    html, _ = page_of(two)
    assert "one.txt" in html
    assert "empty.txt" in html
    assert "/home/somebody" not in html
    assert source_name("C:\\Users\\me\\x.txt") == "x.txt"


def test_private_persons_are_masked_everywhere() -> None:
    html, page = page_of(from_analyses([analysis(title="سمير الخطاب ينفي")]))
    assert "سمير" not in html
    assert "الخطاب" not in html
    assert "شخص" in page.texts["text"][0]
    assert "a private person" in html
    shown, _ = page_of(from_analyses([analysis()]), PageOptions(show_private=True))
    assert "سمير الخطاب" in shown
    assert "do not publish this page" in shown


def test_statuses_are_told_apart_in_words() -> None:
    html, _ = page_of(from_analyses([analysis()]))
    badges = re.findall(r'class="badge s-(\w+)"', html)
    assert set(badges) >= {"claimed", "reported"}


def test_figures_keep_their_scope_and_are_never_added_up(two: Contents) -> None:
    html, page = page_of(two)
    value = page.texts["c-value"]
    assert all("at least 12" in v and "ما لا يقل عن 12" in v for v in value)
    assert all("since September 2018" in v and "base date" in v for v in page.texts["c-scope"])
    assert "24" not in "".join(value)
    assert "never added up" in html


def test_every_stated_date_of_an_accord_is_shown() -> None:
    html, _ = page_of(from_analyses([analysis()]))
    assert "agreed 17 September 2018" in html
    assert "in force from 15 October 2018" in html


def test_what_could_not_be_read_is_listed(two: Contents) -> None:
    html, page = page_of(two)
    assert "no text" in html
    assert html.count("names two sides, one was found") >= 2
    assert page.all("span", "k-open")


def test_counts() -> None:
    html, _ = page_of(from_analyses([analysis(), analysis(publisher=None, date=None)]))
    assert "2 documents of 1 publisher<" in html


def test_an_empty_ledger_gives_a_page() -> None:
    html, page = page_of(from_analyses([]))
    assert "0 documents of 0 publishers" in html
    assert len(page.texts["empty"]) == 5


def test_undated_events_stand_last_under_a_heading_of_their_own() -> None:
    html, _ = page_of(from_analyses([analysis()]))
    assert html.index("16 February 2020") < html.index(">Undated<")


def test_writing_is_whole_or_not_at_all(tmp_path: Path, two: Contents) -> None:
    target = tmp_path / "page.html"
    target.write_text("before")
    broken = replace(two, load=lambda report: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(LedgerError, match="No space left"):
        write_page(target, broken)
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]
    assert write_page(target, two) == target
    assert target.read_text("utf-8").endswith("</html>\n")
    assert list(tmp_path.iterdir()) == [target]


def test_writing_where_there_is_no_folder(tmp_path: Path, two: Contents) -> None:
    with pytest.raises(LedgerError, match="cannot be written to"):
        write_page(tmp_path / "none" / "page.html", two)


def test_a_damaged_text_still_gives_valid_utf8(tmp_path: Path) -> None:
    report = Report("x.txt", "قصف \ud800 إدلب")
    path = write_page(tmp_path / "p.html", from_analyses([Analysis(report, Annotations(), Assertions())]))
    assert "قصف" in path.read_text("utf-8")


def luminance(colour: str) -> float:
    values = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_colours_are_told_apart_as_wcag_aa_asks(two: Contents) -> None:
    _, page = page_of(two)
    blocks = re.findall(r":root \{([^}]*)\}", page.raw["style"])[:2]
    for block in blocks:
        found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block))
        colours = {n: c if len(c) == 7 else "#" + "".join(x * 2 for x in c[1:]) for n, c in found.items()}
        for text in ("ink", "quiet", "link", "furniture"):
            for ground in ("paper", "card"):
                assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
        for ground in ("figure", "agreement", "time", "target", "badge"):
            assert contrast(colours["ink"], colours[ground]) >= 4.5, ground
            assert contrast(colours["link"], colours[ground]) >= 4.5 or ground == "badge", ground
        for mark in ("event", "statement", "open"):
            assert contrast(colours[mark], colours["card"]) >= 3, mark
