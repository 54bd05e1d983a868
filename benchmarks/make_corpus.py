"""Write a corpus for measuring: N varied Arabic reports of about 2,500 characters, the same for a seed.

    python benchmarks/make_corpus.py --reports 10000 --out DIR --seed 1 [--jsonl]

The reports are nonsense made of templates and of sentences of `samples/`: they have the words, the grammar
and the layout of reports, and no meaning. People and outlets in the templates are invented; no one is blamed
for anything. One report in twenty is a cut copy of the one before under another headline. Files lie in
folders of a thousand, each with a `hudna-index.json`; `--jsonl` writes one file instead.
"""

import argparse
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples"
LENGTH = 2_500
COPIES = 0.05
FOLDER = 1_000


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split(", "))


FIRST = _words(
    "أحمد, محمود, سامر, ماهر, خالد, وليد, نزار, فراس, عمر, ياسر, حسان, مازن, جمال, باسل, رامي, سليم, "
    "نبيل, عماد, زياد, أنس, ليلى, هدى, سمر, رنا, ميساء, نوال, هناء, سلمى, رغد, لمى"
)
LAST = _words(
    "الحموي, الشامي, الحلبي, النجار, الحداد, الخطيب, العلي, السالم, الأحمد, الصالح, المصري, الديري, "
    "الزعبي, القاسم, الحسن, البكور, الرفاعي, الجابر, الطويل, السعيد, العمر, الشيخ, الخالد, المحمد, "
    "اليوسف, الإبراهيم, الناصر, الراشد, المنصور, الفارس"
)
PLACES = _words(
    "أريحا, سرمين, بنش, تفتناز, معرة مصرين, سلقين, حارم, كفر تخاريم, دركوش, جسر الشغور, سرمدا, "
    "الدانا, أطمة, حزانو, كللي, كفرنبل, حاس, كفر عويد, البارة, احسم, بليون, مرعيان, معربليت, النيرب, "
    "آفس, تل منس, معرشورين, تلمنس, جرجناز, التح, سنجار, أبو الظهور, خان شيخون, مورك, كفر زيتا, "
    "اللطامنة, قلعة المضيق, عندان, حريتان, كفر حمرة, الأتارب, دارة عزة, باتبو, أورم الكبرى, كفر "
    "نوران, الزربة, العيس, خان طومان, أعزاز, عفرين, مارع, الباب, جرابلس, الراعي, تل رفعت"
)
BODIES = _words(
    "المجلس المحلي, مكتب الإغاثة, غرفة الطوارئ, فريق التطوع, مديرية الصحة, هيئة المخيمات, لجنة "
    "المتابعة, مركز التنسيق, اتحاد المنظمات, جمعية الإيواء"
)
MONTHS = (
    ("كانون الثاني", "يناير", "جانفي"), ("شباط", "فبراير", "فيفري"), ("آذار", "مارس", "مارس"),
    ("نيسان", "أبريل", "أفريل"), ("أيار", "مايو", "ماي"), ("حزيران", "يونيو", "جوان"),
    ("تموز", "يوليو", "جويلية"), ("آب", "أغسطس", "أوت"), ("أيلول", "سبتمبر", "سبتمبر"),
    ("تشرين الأول", "أكتوبر", "أكتوبر"), ("تشرين الثاني", "نوفمبر", "نوفمبر"),
    ("كانون الأول", "ديسمبر", "ديسمبر"),
)  # fmt: skip
DAYS = ("الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
VERBS = ("قال", "ذكر", "أوضح", "أكد", "أعلن", "أفاد", "صرح", "بيّن")
QUOTES = ("«{}»", "“{}”", '"{}"')
TEMPLATES = (
    "{verb} {person}، المتحدث باسم {body} في {place}، {day}، إن {n} عائلة وصلت إلى {place2} خلال {k} أيام.",
    "وأضاف {person} أن فرق {body} وزعت {n} خيمة و{m} سلة غذائية على الوافدين إلى {place} منذ {date}.",
    "وبحسب {body}، نزح نحو {n} ألف شخص من {place} و{place2} بين {date} و{date2}.",
    "ونفى {person} صحة الأنباء التي تحدثت عن إغلاق الطريق بين {place} و{place2}، مؤكداً أن الحركة طبيعية.",
    "واتفق ممثلو {body} ووجهاء {place} على هدنة محلية مدتها {k} أيام تبدأ الساعة {hour} من صباح {day}.",
    "وتجددت الاشتباكات ليلاً على محور {place}، فيما سُمعت أصوات القصف المدفعي في {place2} حتى فجر {day}.",
    "وأصيب {k} أشخاص في حادث سير قرب {place}، ونُقلوا إلى مشفى {place2}، وفق ما أفاد به {body}.",
    "وقال {person}: {quote}.",
    "وطالب {body} بفتح ممر آمن من {place} إلى {place2} قبل نهاية {month}.",
    "وأشار تقرير صدر في {date} إلى أن أكثر من {n} منزلاً في {place} تحتاج إلى ترميم، بزيادة {k} بالمئة عن "
    "العام الماضي.",
    "وسجل مراقبون محليون {k} خروق للتهدئة في محيط {place} يوم {day}، مقابل {k2} في اليوم السابق.",
    "ومن المقرر أن يزور وفد من {body} بلدة {place} {day} المقبل لبحث أوضاع النازحين من {place2}.",
    "ودعت {body2} الأطراف كافة إلى وقف إطـ.لاق النار في {place}، محذرة من كارثة إنسانية تطال {n} ألف مدني.",
)
SAYINGS = (
    "الوضع في {place} صعب، والناس بحاجة إلى كل شيء",
    "ننتظر تثبيت الهدنة كي نعود إلى {place}",
    "وصلتنا {n} شكوى منذ مطلع {month}",
    "لم يبق في {place} سوى عدد قليل من السكان",
)
HEADLINES = (
    "{body}: {n} عائلة جديدة تصل إلى {place}",
    "هدوء حذر في {place} بعد إعلان هدنة محلية",
    "{place}.. {body} ينفي إغلاق الطريق إلى {place2}",
    "نزوح من {place} إلى {place2} وتحذير من نقص الخيام",
    "اجتماع في {place} يبحث تثبيت التهدئة",
)
FURNITURE = ("اقرأ أيضاً: {headline}", "المصدر: {outlet}", "تابعونا على تلغرام", "شارك هذا الخبر")
OUTLETS = tuple(f"وكالة القياس {number} (عينة)" for number in range(1, 41))


@dataclass(frozen=True, slots=True)
class Made:
    """One report of the corpus."""

    headline: str
    lines: tuple[str, ...]
    publisher: str
    published: str | None

    @property
    def text(self) -> str:
        return "\n\n".join((self.headline, *self.lines)) + "\n"


class Maker:
    """Reports from one stream of chance."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._sentences = sample_sentences()

    def reports(self, count: int) -> Iterator[Made]:
        """`count` reports, one at a time."""
        last: Made | None = None
        for _ in range(count):
            if last is not None and self._chance.random() < COPIES:
                keep = max(2, len(last.lines) * 2 // 3)
                outlet = self._chance.choice(OUTLETS)
                made = replace(last, headline=self._headline(), lines=last.lines[:keep], publisher=outlet)
            else:
                made = last = self._report()
            yield made

    def _report(self) -> Made:
        chance = self._chance
        day = date(2018, 1, 1) + timedelta(days=chance.randrange(1500))
        outlet = chance.choice(OUTLETS)
        lines = [f"{chance.choice(PLACES)} – {outlet} – {DAYS[day.weekday()]} {self._date(day)}"]
        wanted = int(LENGTH * chance.uniform(0.6, 1.24))
        while sum(map(len, lines)) < wanted:
            size = chance.randint(1, 4)
            lines.append(" ".join(self._sentence(day) for _ in range(size)))
        if chance.random() < 0.4:
            line = chance.choice(FURNITURE).format(headline=self._headline(), outlet=outlet)
            lines.insert(chance.randint(2, len(lines)), line)
        return Made(
            self._headline(), tuple(lines), outlet, day.isoformat() if chance.random() < 0.7 else None
        )

    def _headline(self) -> str:
        return self._fill(self._chance.choice(HEADLINES), date(2020, 1, 9))

    def _sentence(self, day: date) -> str:
        if self._chance.random() < 0.4:
            return self._chance.choice(self._sentences)
        return self._fill(self._chance.choice(TEMPLATES), day)

    def _fill(self, template: str, day: date) -> str:
        chance = self._chance
        person = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
        place, place2 = chance.sample(PLACES, 2)
        n = chance.choice((chance.randint(11, 99), chance.randint(100, 990), chance.randint(11, 99) * 100))
        month = chance.choice(MONTHS[chance.randrange(12)])
        saying = chance.choice(SAYINGS).format(place=place, n=n, month=month)
        return template.format(
            person=person,
            place=place,
            place2=place2,
            body=chance.choice(BODIES),
            body2=chance.choice(("منظمات إنسانية", "هيئات مدنية", "لجان محلية")),
            n=n,
            m=chance.randint(100, 5000),
            k=chance.randint(3, 10),
            k2=chance.randint(3, 10),
            hour=chance.randint(1, 12),
            day=chance.choice(DAYS),
            date=self._date(day - timedelta(days=chance.randint(5, 60))),
            date2=self._date(day - timedelta(days=chance.randint(0, 4))),
            month=month,
            verb=chance.choice(VERBS),
            quote=chance.choice(QUOTES).format(saying),
        )

    def _date(self, day: date) -> str:
        names = MONTHS[day.month - 1]
        month = self._chance.choice((*names, f"{names[1]}/{names[0]}"))
        return f"{day.day} {month} {day.year}"


def sample_sentences() -> tuple[str, ...]:
    """Sentences of the plain samples in UTF-8, from 40 to 300 characters, in order of file."""
    found: list[str] = []
    for path in sorted(SAMPLES.glob("*.txt")):
        try:
            text = path.read_text("utf-8-sig")
        except UnicodeDecodeError:
            continue  # the two that are there to show other encodings
        for line in text.splitlines()[1:]:
            parts = re.split(r"(?<=[.؟!])\s+(?=[\u0621-\u064a])", line.strip())
            found.extend(part for part in parts if 40 <= len(part) <= 300 and part.endswith("."))
    return tuple(found)


def write_folders(made: Iterator[Made], out: Path) -> int:
    """Write text files in folders of a thousand with their indexes; returns the characters written."""
    total, index, folder = 0, dict[str, dict[str, str]](), out
    for number, report in enumerate(made):
        if number % FOLDER == 0:
            _write_index(folder, index)
            index = {}
            folder = out / f"{number // FOLDER:03}"
            folder.mkdir(parents=True, exist_ok=True)
        name = f"{number:06}.txt"
        (folder / name).write_text(report.text, "utf-8")
        index[name] = {"publisher": report.publisher}
        if report.published is not None:
            index[name]["published"] = report.published
        total += len(report.text)
    _write_index(folder, index)
    return total


def _write_index(folder: Path, index: dict[str, dict[str, str]]) -> None:
    if index:
        text = json.dumps(index, ensure_ascii=False, indent=0)
        (folder / "hudna-index.json").write_text(text + "\n", "utf-8")


def write_lines(made: Iterator[Made], out: Path) -> int:
    """Write `corpus.jsonl`; returns the characters written."""
    total = 0
    out.mkdir(parents=True, exist_ok=True)
    with open(out / "corpus.jsonl", "w", encoding="utf-8") as stream:
        for report in made:
            line = {"text": report.text, "publisher": report.publisher, "published": report.published}
            stream.write(json.dumps(line, ensure_ascii=False) + "\n")
            total += len(report.text)
    return total


def main() -> None:
    """Read the arguments, write the corpus, print what was written."""
    parser = argparse.ArgumentParser(description="Write a corpus of made-up Arabic reports for measuring.")
    parser.add_argument("--reports", type=int, default=10_000, help="how many (default 10000)")
    parser.add_argument("--out", type=Path, required=True, help="folder to write into")
    parser.add_argument("--seed", type=int, default=1, help="same seed, same corpus (default 1)")
    parser.add_argument("--jsonl", action="store_true", help="one corpus.jsonl instead of text files")
    given = parser.parse_args()
    write = write_lines if given.jsonl else write_folders
    total = write(Maker(given.seed).reports(given.reports), given.out)
    average = total / max(1, given.reports)
    print(f"{given.reports} reports, {average:.0f} characters each on average: {given.out}")


if __name__ == "__main__":
    main()
