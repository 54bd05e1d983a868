"""Layout: furniture of every kind of news site, titles, headings, wrapped texts."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from hudna.packs.layout import load_layout
from hudna.text.reading import read
from hudna.text.segments import segment

SHARED = Path(__file__).parents[3] / "shared"
LAYOUT = load_layout(["شبكة الميناء", "صوت الجبل"])

TITLE = "هدوء حذر على خط التماس بعد ليلة من القصف"
PROSE = [
    "أفاد مراسلنا بأن الهدوء عاد إلى خط التماس شرق المدينة بعد ليلة من القصف المتبادل بين الطرفين.",
    "وقال متحدث باسم المجلس المحلي إن فرق الإسعاف نقلت خمسة جرحى إلى المستشفى الميداني في البلدة.",
    "ومن المقرر أن تجتمع اللجنة المشتركة يوم الخميس المقبل للبحث في تثبيت وقف النار وفتح المعبر.",
]

FURNITURE = [
    "ننشر هنا جزءاً من الأخبار المتاحة للمشتركين في خدمتنا. للاشتراك يرجى مراسلتنا.",
    "الخبر كاملاً للمشتركين فقط",
    "القائمة",
    "الرئيسية",
    "الرئيسية > أخبار > محليات",
    "الرئيسية / أخبار سوريا / تقارير",
    "سياسة اقتصاد رياضة منوعات",
    "فيسبوك تويتر واتساب تلغرام",
    "Facebook Twitter WhatsApp",
    "LinkedIn",
    "شارك",
    "شارك الخبر",
    "مشاركة عبر البريد",
    "طباعة",
    "حجم الخط",
    "نسخ الرابط",
    "تسجيل الدخول",
    "آخر الأخبار",
    "الأكثر قراءة",
    "اقرأ أيضاً: حملة لتنظيف شوارع المدينة القديمة",
    "إقرأ أيضا : افتتاح معرض الكتاب في العاصمة",
    "اقرأ المزيد",
    "شاهد أيضاً",
    "قد يهمك أيضاً: أسعار الخضار ترتفع قبل العيد",
    "للمزيد: وزير الزراعة يتفقد السدود",
    "تابعونا على تلغرام",
    "تابعوا آخر الأخبار عبر قناتنا على واتساب",
    "اشترك في النشرة البريدية ليصلك كل جديد",
    "أدخل بريدك الإلكتروني",
    "المصدر: وكالات",
    "المصدر",
    "تحرير: سامر الخطيب",
    "إعداد: فريق التحرير",
    "كتبت- هالة سليم:",
    "كتب - مازن العلي",
    "ترجمة وتحرير: نورس",
    "بقلم: خالد الحسن",
    "وسوم: هدنة، معبر، مساعدات",
    "الكلمات المفتاحية: هدنة",
    "التصنيفات: أخبار، تقارير",
    "المشاهدات: 1520",
    "كاتبة صحفية متخصصة في الشؤون الإقليمية وحاصلة على إجازة في الإعلام",
    "صحفي سوري من مواليد حمص، خريج كلية الإعلام",
    "samir khatib",
    "by Samir Khatib",
    "اترك تعليقاً",
    "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *",
    "احفظ اسمي، بريدي الإلكتروني، والموقع الإلكتروني في هذا المتصفح لاستخدامها المرة المقبلة في تعليقي.",
    "التعليقات",
    "لا توجد تعليقات",
    "نستخدم ملفات تعريف الارتباط لتحسين تجربتك. بمواصلة التصفح فإنك توافق على ذلك.",
    "هذا الموقع يستخدم خدمة أكيسميت للتقليل من البريد المزعج.",
    "جميع الحقوق محفوظة © 2020",
    "© 2020 شبكة الميناء. جميع الحقوق محفوظة",
    "زر الذهاب إلى الأعلى",
    "العودة إلى الأعلى",
    "الآراء الواردة لا تعبر بالضرورة عن رأي الموقع.",
    "موقعنا غير مسؤول عن محتوى هذا الخبر.",
    "تم نقل هذا الخبر آلياً من المصدر ولا نتحمل مسؤولية ما جاء فيه.",
    "error:",
    "close menu",
    "***",
    "شبكة الميناء",
    "مقالات ذات صلة",
    "المقال السابق",
    "سياسة الخصوصية",
    "من نحن | اتصل بنا | أعلن معنا",
    "دقيقة واحدة",
]

NOT_FURNITURE = [
    "الجمعة، 29-06-2018 الساعة 19:03",
    "تم النشر: 2020/01/09 الساعة 22:07",
    "نشر بتاريخ 12 آذار 2020",
    "دورية مراقبة على الطريق الدولي - تعبيرية",
    "مدنيون ينتظرون عند المعبر (رويترز)",
    "كتب المحلل أن الهدنة لن تصمد أكثر من أسبوع.",
    "المصدر العسكري قال إن القوات انسحبت من التل.",
    "كاتب تركي قال إن الاتفاق مؤقت، واصفاً إياه بالهش.",
    "شارك في الاجتماع ممثلون عن خمس دول ضامنة للاتفاق.",
    "تابع: «سنلتزم بالهدنة ما التزم بها الطرف الآخر».",
    "كتب: «لن نقبل بأقل من وقف شامل للنار».",
    "إعلان الهدنة جاء بعد وساطة أممية استمرت شهراً.",
    "وأضافت شبكة الميناء أن المعبر مغلق منذ أسبوع.",
    "للمرة الأولى منذ عام دخلت قافلة مساعدات إلى البلدة.",
    "بحث الوزيران في أنقرة تثبيت الهدنة وفتح الطرق.",
    "رد الناطق بأن القوات لم تطلق النار على المحتجين.",
    "نشر الجيش نقاط مراقبة جديدة على طول الطريق.",
    "العالم كله يتابع ما يجري في المدينة المحاصرة.",
    "سياسة الأرض المحروقة هجّرت سكان البلدة كلها.",
    "عاجل إلى المستشفى نُقل الجرحى الأربعة فجراً.",
    "مشاركة القوات الدولية في المراقبة مرهونة بالاتفاق.",
    "قراءة أولى في بنود الاتفاق تشير إلى ثغرات كثيرة.",
]


def kinds(lines: Sequence[str], title: str | None = None) -> Sequence[str]:
    """The kind of each line, in a text of these lines."""
    text = "\n\n".join(lines)
    parts = segment(text, title, LAYOUT)
    found: list[str] = []
    at = 0
    for line in lines:
        start = text.index(line, at)
        at = start + len(line)
        found.append(next(p.kind for p in parts if p.start <= start + len(line) - len(line.lstrip()) < p.end))
    return found


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_between_paragraphs(line: str) -> None:
    assert kinds([TITLE, PROSE[0], line, PROSE[1], PROSE[2]])[2] == "furniture"


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_at_the_end(line: str) -> None:
    assert kinds([TITLE, *PROSE, line]) == ["title", "paragraph", "paragraph", "paragraph", "furniture"]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_before_the_title(line: str) -> None:
    assert kinds([line, TITLE, *PROSE])[:2] in (["furniture", "title"], ["furniture", "furniture"])


@pytest.mark.parametrize("line", NOT_FURNITURE)
def test_what_is_no_furniture(line: str) -> None:
    found = kinds([TITLE, PROSE[0], line, PROSE[1], PROSE[2]])
    assert found[2] != "furniture"
    assert found[3:] == ["paragraph", "paragraph"]


def test_headlines_of_other_articles_follow_a_list_heading() -> None:
    lines = [TITLE, *PROSE, "مواضيع ذات صلة", "وفد أممي يصل إلى العاصمة", "غرق قارب قبالة الساحل"]
    assert kinds(lines)[4:] == ["furniture"] * 3


def test_prose_goes_on_after_a_list_of_links() -> None:
    lines = [TITLE, PROSE[0], "اقرأ أيضاً", "وفد أممي يصل إلى العاصمة", PROSE[1], PROSE[2]]
    assert kinds(lines)[2:] == ["furniture", "furniture", "paragraph", "paragraph"]


def test_nothing_of_the_article_follows_the_comment_form() -> None:
    lines = [
        TITLE,
        *PROSE,
        "اترك تعليقاً",
        "أبو أحمد يقول:",
        "الله يفرجها على أهلنا هناك ويرجع كل الناس بخير.",
    ]
    assert kinds(lines)[4:] == ["furniture"] * 3


def test_headlines_and_tags_after_the_last_sentence() -> None:
    assert kinds([TITLE, *PROSE, "غرق قارب قبالة الساحل", "حلب"])[4:] == ["furniture", "furniture"]


def test_a_text_cut_off_keeps_its_last_line() -> None:
    last = "وأشار المتحدث إلى أن فرق الهندسة بدأت بإزالة الألغام من الطريق الواصل بين البلدتين تمهيداً ل"
    assert kinds([TITLE, *PROSE, last])[-1] == "paragraph"
    assert kinds([TITLE, *PROSE, "وأصيب ثلاثة مدنيين"])[-1] == "paragraph"


def test_a_repeated_title_and_credits_between_title_and_text() -> None:
    lines = [TITLE, TITLE, "دمشق - وكالات", *PROSE]
    assert kinds(lines)[:4] == ["title", "furniture", "furniture", "paragraph"]
    lines = [TITLE, "صحيفة المرفأ", "تم النشر: 2020/01/09 الساعة 22:07", *PROSE]
    assert kinds(lines)[:4] == ["title", "furniture", "paragraph", "paragraph"]


def test_a_source_named_on_the_line_after_its_label() -> None:
    assert kinds([TITLE, *PROSE, "المصدر:", "وكالة الأنباء المحلية"])[4:] == ["furniture", "furniture"]
    assert kinds([TITLE, "المصدر:", "صحيفة المرفأ", *PROSE])[1:4] == ["furniture", "furniture", "paragraph"]


def test_titles() -> None:
    assert kinds([TITLE, *PROSE])[0] == "title"
    assert kinds([PROSE[0], *PROSE[1:]])[0] == "paragraph"
    assert kinds(["الجمعة، 29-06-2018", TITLE, *PROSE])[:2] == ["paragraph", "title"]
    assert kinds([PROSE[0], TITLE, *PROSE[1:]], title=TITLE)[:2] == ["paragraph", "title"]
    assert kinds([TITLE]) == ["paragraph"]


def test_headings() -> None:
    found = kinds([TITLE, PROSE[0], "ماذا بعد الهدنة؟", PROSE[1], "طريق المساعدات", PROSE[2]])
    assert found == ["title", "paragraph", "heading", "paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        (
            "رد فعل المجلس: في المقابل أعلن المجلس المحلي رفضه البنود التي أعلنت أمس في العاصمة.",
            "رد فعل المجلس:",
        ),
        ("خلفية: تعود الهدنة إلى اتفاق وقعه الطرفان برعاية أممية قبل عامين في جنيف.", "خلفية:"),
        (
            "مطالب الأهالي: في حين طالب سكان البلدة بفتح المعبر أمام المرضى فوراً ومن دون شروط.",
            "مطالب الأهالي:",
        ),
        ("وقال المتحدث: إن القوات لم تخرق الهدنة في أي وقت منذ بدء سريانها قبل أسبوع.", ""),
        ("وأضاف البيان: على الطرفين التزام بنود الاتفاق كلها ومن دون تأخير أو شروط جديدة.", ""),
        ("رئيس المجلس: «لن نقبل بفتح المعبر قبل عودة جميع النازحين إلى بيوتهم في البلدة».", ""),
        ("الساعة 14:30 وصلت القافلة إلى البلدة وبدأ توزيع المساعدات على السكان المحاصرين فيها.", ""),
    ],
)
def test_run_in_headings(line: str, heading: str) -> None:
    text = "\n".join([TITLE, PROSE[0], line])
    parts = [p for p in segment(text, layout=LAYOUT) if p.start >= text.index(line)]
    assert (text[parts[0].start : parts[0].end] if len(parts) > 1 else "") == heading
    assert parts[-1].kind == "paragraph"


def test_a_wrapped_text_is_read_by_paragraphs() -> None:
    text = (
        "أعلنت لجنة المراقبة أن خروقات الهدنة تراجعت في الأسبوع الأخير إلى\n"
        "النصف، وأن معظمها وقع شرق المدينة قرب معمل الإسمنت والطريق\n"
        "الدولي.\n"
        "وقال رئيس اللجنة إن الطرفين سلّما خرائط حقول الألغام، وإن فرق\n"
        "الهندسة ستبدأ عملها غداً على طول الطريق الواصل بين المعبرين حتى\n"
        "آخر الشهر.\n"
        "وتنتهي مهلة الانسحاب مساء الخميس بحسب الجدول الذي أعلن أول\n"
        "أمس.\n"
    )
    reading = read(text, layout=LAYOUT)
    assert [p.kind for p in reading.segments] == ["paragraph"] * 3
    assert len(reading.sentences) == 3


def test_furniture_has_no_tokens_and_no_quotes() -> None:
    text = f"{TITLE}\n{PROSE[0]}\nاقرأ أيضاً: «خمسة قتلى» في حادث سير\n{PROSE[1]}"
    reading = read(text, layout=LAYOUT)
    assert not any(t.norm == "قتلي" for t in reading.tokens)
    assert reading.quotes == ()


def test_built_in_rules_serve_where_no_lexicon_is_given() -> None:
    text = f"{TITLE}\n{PROSE[0]}\nاقرأ أيضاً: شيء آخر\n{PROSE[1]}\nاترك تعليقاً"
    assert [p.kind for p in segment(text)] == ["title", "paragraph", "furniture", "paragraph", "furniture"]


def gold() -> list[tuple[Path, Path]]:
    pairs = []
    for texts, facts in (("reports", "gold"), ("dev_texts/texts", "dev_texts/gold")):
        for path in sorted((SHARED / texts).glob("*.txt")):
            pairs.append((path, SHARED / facts / f"{path.name[:3]}.json"))
    return pairs


@pytest.mark.skipif(not SHARED.exists(), reason=f"no gold reports at {SHARED}")
@pytest.mark.parametrize(("path", "facts"), gold(), ids=lambda p: p.name)
def test_furniture_of_the_gold_reports(path: Path, facts: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    parts = segment(text, layout=load_layout())
    found = {
        text.count("\n", 0, i) + 1
        for p in parts
        if p.kind == "furniture"
        for i in range(p.start, p.end)
        if not text[i].isspace()
    }
    assert found == set(json.loads(facts.read_text("utf-8")).get("boilerplate_lines", []))
