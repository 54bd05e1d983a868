"""Through whom a claim came: reader <- outlet <- agency <- speaker <- document, each tied to its words.

The outlet is known from the metadata. Whom the page credits with the report («المصدر: الأناضول») comes next,
for every claim in it; several stand side by side there. The others are those that the report's statements
name: who relays a statement, who makes it, in what. A statement inside another one («ministry: the envoy said
…») has both before it. Behind a number stands who counted it, where that is told.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from hudna.model.annotations import Credit
from hudna.model.assertions import Actor, Assertion, Figure, Statement
from hudna.model.entries import Chain, Hand, HandRole
from hudna.model.rows import Row

_MEDIA = ".MED"
_DOCUMENTS = MappingProxyType({"statement": "بيان", "letter": "رسالة", "post": "منشور", "report": "تقرير"})
"""Channels that leave something written, with their Arabic names; talk leaves none."""


def chain(row: Row[Assertion], statements: Iterable[Row[Statement]], credits: Iterable[Credit] = ()) -> Chain:
    """The hands a claim came through. `statements` are those of its report, in any order; the claim itself
    may be among them. `credits` are the report's."""
    by_id = {each.id: each for each in statements}
    outlet = _outlet(row)
    told = [hand for statement in _saying(row, by_id) for hand in _hands(statement)]
    told = [hand for hand in told if not _same(hand, outlet)]
    known = {source_key(hand) for hand in told}
    told.extend(hand for hand in _counters(row.assertion) if source_key(hand) not in known)
    known.update(map(source_key, told))
    credited = [hand for hand in map(_credited, credits) if not _same(hand, outlet)]
    hands = (outlet, *(hand for hand in credited if source_key(hand) not in known), *told)
    return Chain(row.id, row.report, hands)


def sources(found: Chain) -> tuple[Hand, ...]:
    """The primary source: the named one furthest from the reader. Several where the page credits several with
    the report and nobody else is named; none where the report names none and speaks for itself."""
    behind = [hand for hand in found.hands[1:] if hand.role != "document" and hand.named]
    told = [hand for hand in behind if not hand.credited]
    return tuple(told[-1:] or behind)


def source(found: Chain) -> Hand | None:
    """The first of `sources`, None where there is none."""
    return next(iter(sources(found)), None)


def through(found: Chain) -> tuple[Hand, ...]:
    """The named hands that a claim passed on its way from its primary source."""
    last = sources(found)
    return tuple(hand for hand in found.hands[1:] if hand.named and hand not in last)


def source_key(hand: Hand) -> str:
    """What two reports that name the same source have in common: its id, else its code and English name."""
    return hand.entity or f"{hand.code or ''}/{hand.name_en or hand.name}"


def _outlet(row: Row[Assertion]) -> Hand:
    name = row.publisher or row.uri
    return Hand("outlet", name, "", named=row.publisher is not None)


def _saying(row: Row[Assertion], by_id: Mapping[str, Row[Statement]]) -> list[Row[Statement]]:
    """The statements around a claim, outermost first; the last one is its own or the one it is made in."""
    inner = by_id.get(row.id)
    if inner is None:
        own = getattr(row.assertion, "said_by", None)
        inner = by_id.get(own) if own else None
    if inner is None:
        return []
    start, end = inner.assertion.content.start, inner.assertion.content.end
    around = [
        each
        for each in by_id.values()
        if each.id != inner.id
        and each.assertion.content.start <= inner.start
        and inner.end <= each.assertion.content.end
        and (each.assertion.content.start, each.assertion.content.end) != (start, end)
    ]
    around.sort(key=lambda each: (each.assertion.content.start - each.assertion.content.end, each.start))
    return [*around, inner]


def _hands(row: Row[Statement]) -> Iterator[Hand]:
    statement = row.assertion
    for relay in statement.chain:
        yield _hand("agency" if _is_media(relay) else "relay", relay)
    for speaker in statement.speakers:
        yield _hand("agency" if _is_media(speaker) else "speaker", speaker)
    channel = statement.channel or ""
    if channel in _DOCUMENTS:
        words = row.words[: max(0, statement.content.start - row.start)].strip(' :«"“،,') or row.words
        start = row.start + row.words.index(words)
        kind = _DOCUMENTS[channel]
        yield Hand("document", channel, words, start, start + len(words), name_ar=kind, named=False)


def _credited(credit: Credit) -> Hand:
    media = _is_media(credit) or credit.code is None
    named = credit.entity is not None or bool(credit.name_en or credit.name_ar)
    return Hand(
        "agency" if media else "relay", credit.text, credit.text, credit.start, credit.end, credit.entity,
        credit.code, credit.name_ar, credit.name_en, named, credited=True,
    )  # fmt: skip


def _counters(assertion: Assertion) -> Iterator[Hand]:
    """Who counted a figure: behind whoever passes the number on."""
    for actor in assertion.counted_by if isinstance(assertion, Figure) else ():
        yield _hand("speaker", actor)


def _hand(role: HandRole, actor: Actor) -> Hand:
    if actor.start == actor.end:
        return Hand(
            role, actor.text, "", None, None, actor.entity, actor.code, actor.name_ar, actor.name_en,
            _is_named(actor), judged=True,
        )  # fmt: skip
    return Hand(
        role, actor.text, actor.text, actor.start, actor.end, actor.entity, actor.code, actor.name_ar,
        actor.name_en, _is_named(actor),
    )  # fmt: skip


def _is_media(actor: Actor | Credit) -> bool:
    return (actor.code or "").endswith(_MEDIA) or (actor.entity or "").startswith("outlet/")


def _is_named(actor: Actor) -> bool:
    """Whether two reports that name it mean one source: it has an id, or a name of its own («Ministry of
    Defence (Russia)»), not a description («military official»)."""
    return actor.entity is not None or (actor.name_en or "")[:1].isupper()


def _same(hand: Hand, outlet: Hand) -> bool:
    """Whether an agency is the outlet itself, which needs no second mention."""
    return hand.role == "agency" and outlet.name in (hand.name, hand.name_ar, hand.name_en)
