"""Analyses made by hand for the tests of pages and exports; all sentences were written for them."""

from hudna.model.annotations import (
    Abstention,
    Annotations,
    Mention,
    Restoration,
    Segment,
    Span,
    TimeExpression,
)
from hudna.model.assertions import Actor, AgreementMention, Assertions, Event, Figure, Place, Statement
from hudna.model.records import Analysis
from hudna.model.report import Published, Report

TEXT = (
    "هدوء حذر في ريف إدلب\n"
    "الأحد 16 فبراير/شباط 2020\n"
    "قالت وزارة الدفاع الروسية إن 12 مدنياً قـ.تلوا بقصف جوي على سراقب منذ سبتمبر 2018، "
    "وفق ما نقلت وكالة العين. ونفى الناطق سمير الخطاب ذلك.\n"
    "وكان الجانبان قد توصلا إلى اتفاق سوتشي في 17 سبتمبر 2018.\n"
    "اقرأ أيضاً: خبر آخر\n"
)


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def mention(words: str, kind: str = "organisation", entity: str | None = None, text: str = TEXT) -> Mention:
    start, end = span(words, text)
    return Mention(start, end, words, kind, entity, None, None, None, 0, 1)  # type: ignore[arg-type]


def analysis(
    text: str = TEXT,
    publisher: str | None = "صحيفة العيّنة",
    title: str | None = "هدوء حذر",
    uri: str = "/home/somebody/reports/one.txt",
    date: str | None = "2020-02-16",
) -> Analysis:
    """One report with a record of every kind."""
    published = Published(date, "stated", 21, 46, "the dateline of line 2") if date else Published()
    report = Report(uri, text, publisher, title, "سمير الخطاب", "ar", published, None)
    ministry = Actor(
        "وزارة الدفاع الروسية",
        *span("وزارة الدفاع الروسية", text),
        "body/russia/mod",
        "RUS.MIL",
        "Russian Defence Ministry",
        "وزارة الدفاع الروسية",
    )
    agency = Actor("وكالة العين", *span("وكالة العين", text))
    person = Actor("سمير الخطاب", *span("سمير الخطاب", text))
    saraqib = Place(
        "سراقب", *span("سراقب", text), "place/sy/saraqib", "Saraqib", "سراقب", 35.86, 36.8, "point"
    )
    said = Statement(
        report.id,
        *span("قالت وزارة الدفاع الروسية", text),
        (ministry,),
        "claim",
        Span(*span("12 مدنياً قـ.تلوا بقصف جوي على سراقب منذ سبتمبر 2018", text)),
        (),
        (agency,),
        "statement",
        "2020-02-16",
    )
    denial = Statement(
        report.id,
        *span("ونفى الناطق سمير الخطاب ذلك", text),
        (person,),
        "deny",
        Span(*span("ذلك", text)),
    )
    strike = Event(
        report.id,
        *span("قصف جوي", text),
        "ASSAULT",
        "aerial",
        (),
        (person,),
        saraqib,
        "2020-02-16",
        "claimed",
        said.id,
    )
    calm = Event(report.id, *span("هدوء حذر", text), "RETREAT", "ceasefire", (), (), None, None, "reported")
    killed = Figure(
        report.id,
        *span("12 مدنياً", text),
        "killed",
        12.0,
        None,
        "at_least",
        "مدني",
        "civilians",
        "2018-09",
        None,
        saraqib,
        (ministry,),
        "claimed",
        said.id,
    )
    sochi = AgreementMention(
        report.id,
        *span("اتفاق سوتشي", text),
        "agreement/sochi-2018",
        "Sochi memorandum",
        (ministry,),
        "2018-09-17",
        "2018-10-15",
        None,
        ("منطقة منزوعة السلاح",),
        "reported",
    )
    furniture = span("اقرأ أيضاً: خبر آخر", text)
    notes = Annotations(
        segments=(
            Segment(0, text.index("\n"), "title"),
            Segment(text.index("\n") + 1, furniture[0] - 1, "paragraph"),
            Segment(*furniture, "furniture"),
        ),
        restorations=(Restoration(*span("قـ.تلوا", text), "قـ.تلوا", "قتلوا"),),
        times=(
            TimeExpression(
                *span("الأحد 16 فبراير/شباط 2020", text),
                "الأحد 16 فبراير/شباط 2020",
                "2020-02-16",
                "2020-02-16",
                "dual month",
            ),
        ),
        mentions=(
            mention("وزارة الدفاع الروسية", entity="body/russia/mod", text=text),
            mention("سراقب", "place", "place/sy/saraqib", text),
            mention("سمير الخطاب", "person", None, text),
        ),
        abstentions=(
            Abstention("mentions", "«الجانبان» names two sides, one was found", *span("الجانبان", text)),
        ),
    )
    return Analysis(report, notes, Assertions((said, denial), (calm, strike), (killed,), (sochi,)))
