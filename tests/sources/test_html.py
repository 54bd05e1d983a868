"""Pages: the article's words, what the page says of itself, and pages made to do harm."""

import contextlib
import json
import time
from pathlib import Path

import pytest

from hudna.model.errors import ReadError
from hudna.model.rejected import Rejected
from hudna.model.report import Report
from hudna.sources import read_paths
from hudna.sources.html import MAX_ATTRIBUTES, MAX_CHILDREN, MAX_TAGS, article
from tests.sources.words import HEADLINE, PARAGRAPHS, page, story


def ld(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(values, ensure_ascii=False)}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def test_the_article_is_the_text_headline_first() -> None:
    found = article(page("<nav><a href=/>الرئيسية</a></nav>" + story()))
    assert found.text.split("\n") == [HEADLINE, *PARAGRAPHS]
    assert found.given.title == HEADLINE


def test_a_headline_outside_the_article_element_comes_first() -> None:
    body = f"<header><h1>{HEADLINE}</h1></header><main>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}</main>"
    assert article(page(body)).text.split("\n")[0] == HEADLINE


def test_a_page_file_keeps_what_the_page_says(tmp_path: Path) -> None:
    head = ld(
        **{"@context": "https://schema.org", "@type": "NewsArticle"},
        headline=HEADLINE,
        datePublished="2020-01-09T18:30:00+03:00",
        author={"@type": "Person", "name": "كاتب المثال"},
        publisher={"@type": "Organization", "name": "موقع المثال (عينة)"},
    )
    path = tmp_path / "page.html"
    path.write_text(page(story(), head), "utf-8")
    (report,) = read_paths([str(path)], published="2021-01-01", publisher="غيره")
    assert isinstance(report, Report)
    assert (report.metadata_date, report.published.date) == ("2020-01-09", "2020-01-09")
    assert (report.published.basis, "JSON-LD" in report.published.how) == ("metadata", True)
    assert (report.publisher, report.author) == ("موقع المثال (عينة)", "كاتب المثال")
    assert (report.uri, report.title) == (str(path), HEADLINE)


NEWS = {"@type": "NewsArticle"}
DAY = "2020-01-09"
PAGE_OF_2019 = {"@type": "WebPage", "datePublished": "2019-01-01"}


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (ld(**NEWS, datePublished=DAY), DAY),
        (ld(**{"@type": ["Report", "NewsArticle"]}, datePublished=DAY), DAY),
        (ld(**{"@graph": [PAGE_OF_2019, {"@type": "Article", "datePublished": DAY}]}), DAY),
        (ld(**{"@type": "WebPage"}, datePublished=DAY), DAY),
        (ld(**{"@type": "Organization"}, datePublished=DAY), None),
        (ld(**NEWS, dateModified=DAY), None),
        (ld(**NEWS, datePublished="9 يناير 2020"), None),
        (ld(**NEWS, datePublished="1970-01-01T00:00:00Z"), None),
        (ld(**NEWS, datePublished=DAY) + ld(**NEWS, datePublished="2020-01-08"), None),
        (meta("article:published_time", "2020-01-09T15:00:00Z"), DAY),
        (meta("article:modified_time", "2020-01-09T15:00:00Z"), None),
        ('<meta itemprop="datePublished" content="2020-01-09">', DAY),
        ('<script type="application/ld+json">{broken</script>' + meta("article:published_time", DAY), DAY),
        (f'<script type="application/ld+json">{"[" * 100_000}</script>', None),
        (ld(**NEWS, datePublished=DAY) + meta("article:published_time", "2020-01-11"), DAY),
        ("", None),
    ],
)
def test_dates_of_the_head(head: str, day: str | None) -> None:
    assert article(page(story(), head)).given.published == day


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ('<article><time datetime="2020-01-09T12:00">الخميس</time>{}</article>', DAY),
        (
            '<time class="entry-date published" datetime="2020-01-09">x</time>'
            '<time class="updated" datetime="2020-02-01">y</time>{}',
            DAY,
        ),
        ('<time datetime="2020-01-09">x</time><time datetime="2020-01-12">y</time>{}', None),
        ('<time datetime="2020-01-09"></time><aside><time datetime="2020-01-12"></time></aside>{}', DAY),
        ('<time datetime="PT2H">x</time>{}', None),
        ("<p>آخر تحديث 9 يناير 2020</p>{}<footer>© 2020</footer>", None),
    ],
)
def test_dates_of_time_elements(body: str, day: str | None) -> None:
    assert article(page(body.format(story()))).given.published == day


def test_no_date_is_guessed_from_the_words_or_the_address() -> None:
    extra = meta("og:url", "https://example.org/2020/01/09/x") + meta("article:modified_time", "2020-01-10")
    assert article(page(story() + "<p>نشر في 9 كانون الثاني 2020</p>", extra)).given.published is None


def test_furniture_of_the_page_stays_out() -> None:
    body = (
        "<nav><ul><li><a href=/a>أخبار</a></li><li><a href=/b>رياضة</a></li></ul></nav>"
        + story()
        + '<div id="comments"><h3>اترك تعليقاً</h3><form><textarea></textarea></form></div>'
        + "<footer>جميع الحقوق محفوظة</footer>"
    )
    text = article(page(body)).text
    assert "اترك تعليقا" not in text
    assert "رياضة" not in text
    assert "جميع الحقوق" not in text


def test_a_page_without_an_article_is_told(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page("<script>var x = 1;</script>", title="x"), "utf-8")
    (found,) = read_paths([str(path)])
    assert isinstance(found, Rejected)
    assert found.reason == "no-article"


def test_an_encoding_declaration_in_a_decoded_page_does_no_harm() -> None:
    text = '<?xml version="1.0" encoding="windows-1256"?>' + page(story())
    assert article(text).text.startswith(HEADLINE)


BOMBS = {
    "nested 10,000 deep": page("<div>" * 10_000 + story() + "</div>" * 10_000),
    "lists nested without end tags": page("<ul><li>" * 5_000 + story()),
    "bold never closed": page("<b>" * 50_000 + story()),
    "a million tags": page("<p>" * 1_000_000),
    "attributes without end": page("<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">" + story()),
    "attributes behind a quoted end": page(
        "<p x='>' " + " ".join(f"a{i}=1" for i in range(50_000)) + ">" + story()
    ),
    "inline elements without end": page("<p>" + "<b>نص</b> <i>نص</i> " * 20_000 + "</p>"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused_quickly(name: str) -> None:
    start = time.process_time()
    with pytest.raises(ReadError) as raised:
        article(BOMBS[name])
    assert raised.value.reason == "too-complex", raised.value
    assert ".txt" in str(raised.value)
    assert time.process_time() - start < 5


def test_a_failure_of_the_library_is_one_rejection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", broken)
    (tmp_path / "1.html").write_text(page(story()), "utf-8")
    (tmp_path / "2.txt").write_text(PARAGRAPHS[0], "utf-8")
    found = list(read_paths([str(tmp_path)]))
    assert [i.reason if isinstance(i, Rejected) else "report" for i in found] == ["no-article", "report"]


ENTITIES = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
HARMLESS = {
    "an attribute of a megabyte": page(f'<div data-x="{"س" * 1_000_000}">' + story() + "</div>"),
    "a million entities": page(story() + "<p>" + "&amp;" * 1_000_000 + "</p>"),
    "entities that multiply": page(story() + "<p>&a12;</p>").replace(
        "<!DOCTYPE html>", f'<!DOCTYPE html [<!ENTITY a0 "ha">{ENTITIES}]>'
    ),
    "a picture in the page": page(f'<img src="data:image/png;base64,{"A" * 2_000_000}">' + story()),
    "five megabytes of script": page(
        story(), f"<script>{'a<b && c>d;' * 5_000 + 'x=1;' * 1_000_000}</script>"
    ),
    "control characters": page(story() + "<p>\x01\x02</p>"),
    "nested 200 deep": page("<div>" * 200 + story() + "</div>" * 200),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_large_but_harmless_pages_are_read(name: str) -> None:
    start = time.process_time()
    assert PARAGRAPHS[0] in article(HARMLESS[name]).text
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    "body",
    [
        "<p>" + "<b>نص</b> " * (MAX_CHILDREN - 2) + "</p>",
        "<div>" + ("<p>" + "<b>نص</b> " * 1_000 + "</p>") * (MAX_TAGS // 2_200) + "</div>",
        "<p " + " ".join(f"a{i}=1" for i in range(MAX_ATTRIBUTES - 10)) + ">" + story(),
        ("<span>" * 200 + "س" + "</span>" * 200) * 140,
    ],
    ids=["children", "inline", "attributes", "spans"],
)
def test_pages_just_inside_the_limits_take_bounded_time(body: str) -> None:
    start = time.process_time()
    with contextlib.suppress(ReadError):
        article(page(body))
    assert time.process_time() - start < 20
