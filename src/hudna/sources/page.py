"""What a page says about its article: title, author, publisher and date, from its markup alone.

The date is the day the page itself states: JSON-LD, then meta tags, then `<time datetime>`. Nothing is
guessed from addresses, visible dates or the copyright line; where two places of one kind disagree there is
no date.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hudna.sources.dates import day_of
from hudna.sources.given import Given

_ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report)\Z")
_PAGE_TYPES = ("WebPage", "ItemPage")
_JSON_LIMIT = 500_000
_META_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "pubdate", "publishdate",
    "publish_date", "publish-date", "dc.date.issued", "dcterms.issued", "parsely-pub-date",
)  # fmt: skip
_CHANGED = re.compile(r"updat|modif|edit", re.I)
_PUBLISHED = re.compile(r"publish|entry-date|post-date|article-date|pubdate", re.I)
_ASIDE = frozenset(("aside", "nav", "footer", "li"))
_COMMENT = re.compile(r"comment|related|sidebar|widget", re.I)
_SPACE = re.compile(r"\s+")


def described(tree: Any) -> Given:
    """Title, author, publisher and date as the page's markup states them."""
    metas = _metas(tree)
    articles = _articles(tree)
    published, how = _published(tree, metas, articles)
    return Given(
        published=published,
        publisher=_first([*_publishers(articles), metas.get("og:site_name"), metas.get("dc.publisher")]),
        title=_first([*(_words(a.get("headline")) for a in articles), metas.get("og:title"), _title(tree)]),
        author=_first(
            [*_authors(articles), _person(metas.get("author")), _person(metas.get("article:author"))]
        ),
        how=how,
    )


def headline(tree: Any, title: str | None) -> str | None:
    """The headline as the page shows it: the `h1` that the page's title repeats, or its only `h1`."""
    shown = [text for text in (_words(h.text_content()) for h in tree.iter("h1")) if text]
    if title is not None:
        for text in shown:
            if text in title or title in text:
                return text
    return shown[0] if len(shown) == 1 else None


def _metas(tree: Any) -> dict[str, str]:
    """Contents of meta tags by name, property or itemprop in lower case; the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _words(element.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _articles(tree: Any) -> list[Mapping[str, Any]]:
    """The JSON-LD objects that describe an article; where there is none, those that describe the page."""
    things: list[Mapping[str, Any]] = []
    for script in tree.iter("script"):
        text = script.text
        if "ld+json" not in (script.get("type") or "") or not text or len(text) > _JSON_LIMIT:
            continue
        try:
            things.extend(_things(json.loads(text, strict=False)))
        except (ValueError, RecursionError):
            continue  # broken JSON-LD is common; the page then says nothing here
    articles = [thing for thing in things if _is(thing, _ARTICLE.match)]
    return articles or [thing for thing in things if _is(thing, _PAGE_TYPES.__contains__)]


def _things(data: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _things(item)
    elif isinstance(data, dict):
        yield data
        yield from _things(data.get("@graph"))
        yield from _things(data.get("mainEntity"))


def _is(thing: Mapping[str, Any], test: Any) -> bool:
    kinds = thing.get("@type")
    return any(isinstance(k, str) and test(k) for k in (kinds if isinstance(kinds, list) else [kinds]))


def _published(
    tree: Any, metas: Mapping[str, str], articles: Iterable[Mapping[str, Any]]
) -> tuple[str | None, str | None]:
    """The date the page states and where it does."""
    in_json = [thing.get("datePublished") for thing in articles]
    in_meta = [metas.get(name) for name in _META_DATES]
    for days, how in (
        (_days(in_json), "`datePublished` of the page's JSON-LD"),
        (_days(in_meta)[:1], "the page's meta tag of publication"),
        (_days(_times(tree)), "the page's `<time datetime>`"),
    ):
        if len(set(days)) == 1:
            return days[0], how
    return None, None


def _days(values: Iterable[object]) -> list[str]:
    days = (day_of(value) for value in values if isinstance(value, str))
    return [day for day in days if day is not None]


def _times(tree: Any) -> list[str]:
    """`datetime` of the time elements that belong to the article: marked as published, or else all."""
    marked, plain = [], []
    for element in tree.iter("time"):
        value = element.get("datetime")
        label = " ".join(element.get(name) or "" for name in ("class", "itemprop", "id"))
        if not value or _beside(element):
            continue
        if _PUBLISHED.search(label) or element.get("pubdate") is not None:
            marked.append(value)
        elif not _CHANGED.search(label):
            plain.append(value)
    return marked[:1] or plain


def _beside(element: Any) -> bool:
    """Whether an element stands in a list, a menu, a footer or the comments."""
    return any(
        parent.tag in _ASIDE or _COMMENT.search(f"{parent.get('class') or ''} {parent.get('id') or ''}")
        for parent in element.iterancestors()
        if parent.tag not in ("body", "html")
    )


def _publishers(articles: Iterable[Mapping[str, Any]]) -> list[str | None]:
    return [_name(thing.get("publisher")) for thing in articles]


def _authors(articles: Iterable[Mapping[str, Any]]) -> list[str | None]:
    return [_person(_name(thing.get("author"))) for thing in articles]


def _name(value: object) -> str | None:
    """Name of a JSON-LD person or body; several names are joined by an Arabic comma."""
    if isinstance(value, list):
        names = [name for name in map(_name, value) if name]
        return "، ".join(names) or None
    if isinstance(value, dict):
        value = value.get("name")
    return _words(value)


def _person(name: str | None) -> str | None:
    """A name that is one, not the address of a profile."""
    return None if name is None or "://" in name else name


def _title(tree: Any) -> str | None:
    return next((_words(element.text_content()) for element in tree.iter("title")), None)


def _words(value: object) -> str | None:
    """A string with single spaces, or None where there is none."""
    return _SPACE.sub(" ", value).strip() or None if isinstance(value, str) else None


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)
