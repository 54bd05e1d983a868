"""Through whom a claim came: reader <- outlet <- agency <- speaker <- document, each tied to its words.

The outlet is known from the metadata; the others are those that the report's statements name: who relays a
statement, who makes it, in what. A statement inside another one («ministry: the envoy said …») has both
before it. Behind a number stands who counted it, where that is told.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from hudna.model.assertions import Actor, Assertion, Figure, Statement
from hudna.model.entries import Chain, Hand, HandRole
from hudna.model.rows import Row

_MEDIA = ".MED"
_DOCUMENTS = MappingProxyType({"statement": "بيان", "letter": "رسالة", "post": "منشور", "report": "تقرير"})
"""Channels that leave something written, with their Arabic names; talk leaves none."""


def chain(row: Row[Assertion], statements: Iterable[Row[Statement]]) -> Chain:
    """The hands a claim came through. `statements` are those of its report, in any order; the claim itself
    may be among them."""
    by_id = {each.id: each for each in statements}
    hands = [_outlet(row)]
    for statement in _saying(row, by_id):
        hands.extend(hand for hand in _hands(statement) if not _same(hand, hands[0]))
    known = {source_key(hand) for hand in hands}
    hands.extend(hand for hand in _counters(row.assertion) if source_key(hand) not in known)
    return Chain(row.id, row.report, tuple(hands))


def source(found: Chain) -> Hand | None:
    """The primary source: the named one furthest from the reader; None where the report names none and
    speaks for itself."""
    behind = [hand for hand in found.hands[1:] if hand.role != "document" and hand.named]
    return behind[-1] if behind else None


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


def _counters(assertion: Assertion) -> Iterator[Hand]:
    """Who counted a figure: behind whoever passes the number on."""
    for actor in assertion.counted_by if isinstance(assertion, Figure) else ():
        yield _hand("speaker", actor)


def _hand(role: HandRole, actor: Actor) -> Hand:
    return Hand(
        role, actor.text, actor.text, actor.start, actor.end, actor.entity, actor.code, actor.name_ar,
        actor.name_en, _is_named(actor),
    )  # fmt: skip


def _is_media(actor: Actor) -> bool:
    return (actor.code or "").endswith(_MEDIA) or (actor.entity or "").startswith("outlet/")


def _is_named(actor: Actor) -> bool:
    """Whether two reports that name it mean one source: it has an id, or a name of its own («Ministry of
    Defence (Russia)»), not a description («military official»)."""
    return actor.entity is not None or (actor.name_en or "")[:1].isupper()


def _same(hand: Hand, outlet: Hand) -> bool:
    """Whether an agency is the outlet itself, which needs no second mention."""
    return hand.role == "agency" and outlet.name in (hand.name, hand.name_ar)
