"""Small analyses made by hand, and runs to append them under; the texts are this project's own."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hudna.model.annotations import (
    Abstention,
    Annotations,
    Credit,
    Mention,
    Quantity,
    Restoration,
    Segment,
    Span,
    TimeExpression,
)
from hudna.model.assertions import (
    Actor,
    AgreementMention,
    Assertions,
    Event,
    Figure,
    Force,
    Place,
    Statement,
    Status,
)
from hudna.model.records import Analysis
from hudna.model.report import Published, Report
from hudna.model.run import Run
from hudna.text.reading import read

TEXT = (
    "بيان عن الهدنة في إدلب\n"
    "قال المتحدث باسم وزارة الدفاع الروسية إن الطيران لم يقصف بلدة سراقب أمس.\n"
    "وأضاف المرصد أن 12 مدنياً قتلوا بقصـ.ف على معرة النعمان في 21 شباط 2020.\n"
    "وينص اتفاق سوتشي على فتح الطرق."
)
START = datetime(2020, 3, 6, 12, 0, tzinfo=UTC)


def where(text: str, words: str) -> tuple[int, int]:
    """Offsets of words that must be there."""
    at = text.index(words)
    return at, at + len(words)


def actor(text: str, words: str, entity: str, code: str, name_en: str, name_ar: str) -> Actor:
    """An actor at the first place its words stand."""
    return Actor(words, *where(text, words), entity, code, name_en, name_ar)


def place(text: str, words: str, entity: str | None, name_en: str, name_ar: str) -> Place:
    """A place at the first place its words stand."""
    return Place(words, *where(text, words), entity, name_en, name_ar, 35.8, 36.7, "point")


def report(text: str = TEXT, uri: str = "a.txt", **changes: object) -> Report:
    """A report of the sample outlet, dated by its source."""
    base = Report(
        uri=uri,
        text=text,
        publisher="وكالة العيّنة",
        title=text.split("\n", 1)[0],
        language="ar",
        published=Published("2020-02-22", "metadata", how="the date given with the text"),
        metadata_date="2020-02-22",
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def statement(
    of: Report, words: str = "قال المتحدث", date: str | None = "2020-02-22", force: Force = "deny"
) -> Statement:
    """The ministry denies."""
    text = of.text
    words_of_it = "وزارة الدفاع الروسية"
    ministry = actor(text, words_of_it, "organisation/russia/mod", "RUS.MIL", "Defence Ministry", words_of_it)
    start, end = where(text, words)
    return Statement(
        of.id, start, end, (ministry,), force, Span(*where(text, "الطيران لم يقصف")), date=date, step="test@1"
    )


def event(
    of: Report,
    words: str = "يقصف",
    date: str | None = "2020-02-21",
    status: Status = "denied",
    said_by: str | None = None,
) -> Event:
    """Shelling of Saraqib."""
    text = of.text
    air = actor(text, "الطيران", "group/russia/vks", "RUS.MIL", "Russian air force", "الطيران الروسي")
    start, end = where(text, words)
    town = place(text, "سراقب", "place/sy/saraqib", "Saraqib", "سراقب")
    return Event(
        of.id, start, end, "ASSAULT", "aerial", (air,), (), town, date, status, said_by, "test@1", 0.9, "verb"
    )


def figure(of: Report, lower: float = 12, since: str | None = "2020-02-21") -> Figure:
    """People killed at Maarrat."""
    text = of.text
    start, end = where(text, "12 مدنياً قتلوا")
    town = place(text, "معرة النعمان", None, "Maarrat al-Numan", "معرة النعمان")
    number = (lower, lower, "exact", "مدني", "civilians")
    return Figure(of.id, start, end, "killed", *number, since, since, town, (), "reported")  # type: ignore[arg-type]


def agreement(of: Report) -> AgreementMention:
    """The Sochi memorandum."""
    start, end = where(of.text, "اتفاق سوتشي")
    words = ("agreement/sochi-2018", "اتفاق سوتشي", (), "2018-09-17", None, None, ("فتح الطرق",), None)
    return AgreementMention(of.id, start, end, *words)


def notes(text: str) -> Annotations:
    """One annotation of each kind."""
    broken = where(text, "قصـ.ف")
    day = where(text, "21 شباط 2020")
    line = text.index("\n")
    return Annotations(
        segments=(Segment(0, line, "title"), Segment(line + 1, len(text), "paragraph")),
        restorations=(Restoration(*broken, "قصـ.ف", "قصف"),),
        times=(TimeExpression(*day, "21 شباط 2020", "2020-02-21", "2020-02-21", "calendar date"),),
        mentions=(
            Mention(
                *where(text, "سراقب"), "سراقب", "place", "place/sy/saraqib", None, "سراقب", "Saraqib", 3, 4,
                lat=35.86, lon=36.8, precision="point",
            ),
        ),
        quantities=(Quantity(*where(text, "12"), "12", 12, 12, "exact", 5, 6),),
        abstentions=(Abstention("events", "no actor in the clause"),),
        credits=(Credit(0, 3, text[:3], "outlet/reuters", "GBR.MED", "رويترز", "Reuters"),),
    )  # fmt: skip


def analysis(text: str = TEXT, uri: str = "a.txt", **changes: object) -> Analysis:
    """A whole analysis with an assertion of each kind."""
    of = report(text, uri, **changes)
    said = statement(of)
    found = Assertions((said,), (event(of, said_by=said.id),), (figure(of),), (agreement(of),))
    return Analysis(of, notes(text), found)


def bare(text: str, uri: str, **changes: object) -> Analysis:
    """A report of which nothing but the layout was read."""
    reading = read(text)
    layout = Annotations(segments=reading.segments, restorations=reading.restorations)
    return Analysis(report(text, uri, **changes), layout, Assertions())


def many(count: int, events: int = 8) -> Iterator[Analysis]:
    """Different reports with `events` + 7 assertions each, made as they are asked for."""
    for number in range(count):
        text = f"{TEXT}\nالتقرير رقم {number} من سلسلة تجريبية.\n" + "وتحدثت مصادر محلية عن هدوء حذر. " * 40
        of = report(text, f"made/{number}.txt")
        days = [f"2020-02-{1 + i % 28:02}" for i in range(max(events, 4))]
        said = [statement(of, date=day) for day in days[:3]]
        found = Assertions(
            tuple(said),
            tuple(event(of, date=day, said_by=said[0].id) for day in days[:events]),
            tuple(figure(of, lower=n + 1) for n in range(3)),
            (agreement(of),),
        )
        yield Analysis(of, notes(text), found)


def run(
    number: int = 0, versions: Mapping[str, str] | None = None, process: str = "here:1", **arguments: object
) -> Run:
    """The n-th run of an afternoon."""
    return Run.start(arguments, versions or {"hudna": "1"}, START + timedelta(minutes=number), process)
