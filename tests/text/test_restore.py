"""Broken-up words: what is mended, what is left, and a generator that breaks words in every style."""

import random
import re
from pathlib import Path

import pytest

from hudna.packs.layout import load_known_words
from hudna.text.reading import read
from hudna.text.restore import restore

SHARED = Path(__file__).parents[3] / "shared"
KNOWN = load_known_words()

MENDED = [
    ("قـ.تل", "قتل"),
    ("الـ.نار", "النار"),
    ("قصـ.ـف", "قصف"),
    ("وبالقصـ.ف", "وبالقصف"),
    ("تصعـ.يداً", "تصعيداً"),
    ("مـ.ـوا.جهة", "مواجهة"),
    ("صـ*ـواريخ", "صواريخ"),
    ("عسـ_كري", "عسكري"),
    ("دبـ/ـابة", "دبابة"),
    ("غـ|ـارة", "غارة"),
    ("هجـ@ـوم", "هجوم"),
    ("أسـ..ـلحة", "أسلحة"),
    ("مفـ.خـ.خة", "مفخخة"),
    ("ق.تل", "قتل"),
    ("والق.صف", "والقصف"),
    ("للق.صف", "للقصف"),
    ("يقص.فون", "يقصفون"),
    ("مجز.رة", "مجزرة"),
    ("ق ص ف", "قصف"),
    ("ال ق ص ف", "القصف"),
    ("ا ن ف ج ا ر", "انفجار"),
    ("ق*تل", "قتل"),
    ("مج*زرة", "مجزرة"),
    ("إره_اب", "إرهاب"),
    ("ق/تل", "قتل"),
    ("س|لاح", "سلاح"),
    ("د@ماء", "دماء"),
    ("قـ تلى", "قتلى"),
    ("قصـ ـف", "قصف"),
    ("ق\u200bتل", "قتل"),
    ("سـ\u200bـلاح", "سلاح"),
    ("إره\u2060اب", "إرهاب"),
    ("هج0م", None),
    ("0جوم", None),
    ("مجزرo", "مجزرة"),
    ("إرoاب", "إرهاب"),
    ("سlاح", None),
    ("إر0اب", "إرهاب"),
    ("ص1روخ", None),
    ("قت1لى", None),
    ("د1عش", "داعش"),
]

LEFT_ALONE = [
    "في نسخته الـ17 من المؤتمر",
    "نقلت وكالة أ.ف.ب عن مصدر",
    "نقلت وكالة أ ف ب عن مصدر",
    "عام 70 ق.م. وقع زلزال",
    "سنة 1441هـ.وبعدها هدأ القتال",
    "بلغت النسبة 3.5 في المئة و2,75 أمس",
    "موقع www.example.org وبريد desk@example.org",
    "الرابط https://example.org/قتل_قص.ف هنا",
    "قال محمـــــد إن الأمـــر انتهى",
    "التقى د.أحمد وم.خالد ود. سعاد",
    "انتهت الحرب.وقال الوزير إن الهدنة بدأت",
    "توقف القتال.لم يعد أحد",
    "انتهى القصف.هم ذهبوا إلى بيوتهم",
    "بدأ القتل.ثم هدأ",
    "أ. وقف النار ب. تبادل الأسرى",
    "ب.قصف المدينة أولاً",
    "فبراير/شباط وآذار/مارس و/أو نيسان",
    "الجنوب-شرقي والشمال_الشرقي",
    "#إدلب_تحت_القصف #أوقفوا_القتل",
    'قال لـ«شبكة الأخبار» ولـ"الصحيفة" وبـ(المدينة)',
    "دمشق ـ حلب",
    "كلا..قال الوزير..نعم",
    "قـــــصف",
    "م. ع. ل. من سكان الحي",
    "السعر 2*3 دولار",
    "انظر الحاشية* والملحق**",
    "ق**ل",
    "الطريق M4 وM5 ومنظومة إس300",
    "مصر،سوريا،العراق",
    "و ب ل ك",
]


@pytest.mark.parametrize(("surface", "restored"), [(s, r) for s, r in MENDED if r])
def test_a_broken_word_is_mended(surface: str, restored: str) -> None:
    text = f"شهدت المدينة {surface}، أمس"
    found, _ = restore(text, KNOWN)
    assert [(r.surface, r.restored) for r in found] == [(surface, restored)]
    assert text[found[0].start : found[0].end] == surface


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_ordinary_writing_is_left_alone(text: str) -> None:
    assert restore(text, KNOWN) == ((), {})


def test_two_spaced_words_in_a_row() -> None:
    found, _ = restore("بعد ق ت ل ق ص ف عنيف", KNOWN)
    assert [(r.surface, r.restored) for r in found] == [("ق ت ل", "قتل"), ("ق ص ف", "قصف")]


def test_without_known_words_only_plain_junk_is_taken_out() -> None:
    found, _ = restore("قـ.تل ق.تل ق ص ف الـ.نار")
    assert [r.restored for r in found] == ["قتل", "النار"]


def test_tokens_read_the_restored_word_and_point_at_the_published_one() -> None:
    text = "وقف إطـ.لاق النـ.ار وق ص ف."
    reading = read(text, known=KNOWN)
    assert [t.norm for t in reading.tokens] == ["وقف", "اطلاق", "النار", "وق", "ص", "ف", "."]
    text = "دمار د1عش و ق ص ف المدينة"
    reading = read(text, known=KNOWN)
    assert [(t.norm, text[t.start : t.end]) for t in reading.tokens] == [
        ("دمار", "دمار"),
        ("داعش", "د1عش"),
        ("وقصف", "و ق ص ف"),
        ("المدينه", "المدينة"),
    ]


def words_of(text: str) -> list[str]:
    return text.split()


# Words of everyday reporting; none is in the list of known words as it stands here.
SUBJECT = words_of(
    "والقصف بالصواريخ للقتلى قتلوا قصفت الغارات ودمرت مجازرهم المفخخات وانفجارات الألغام يستهدفون استهدفت "
    "بالرصاص القناصة والدبابات المدفعية هجماتهم الهجوم اشتباكاتها الاقتحام وأسلحتهم المسلحين عسكريا الجيش "
    "للإرهاب الإرهابيين التفجيرات والضحايا الشهداء جرائمهم التعذيب اعتقالات المعتقلين مخطوفين تصعيدا "
    "الكيماوي بالبراميل العدوان والاحتلال المليشيات بالذخائر جثثهم دماءهم الإعدامات اغتياله المتفجرة نيرانها"
)
CLEAN = words_of(
    "أعلنت وزارة الخارجية أن الجانبين اتفقا على متابعة المحادثات في العاصمة خلال الأسبوع المقبل وتعهدا "
    "بتسهيل وصول المساعدات إلى السكان وفتح الطرق الرئيسية أمام القوافل التجارية والمرضى والطلاب"
)


def break_up(word: str, style: str, rng: random.Random) -> str:
    """`word` broken in one style inside its stem: a break after «و» or «ال» hides nothing from a filter."""
    at = rng.choice([i for i in range(1, len(word)) if word[:i] not in PREFIXES])
    if style == "spaces":
        return " ".join(word)
    if style == "twice":
        at = rng.randrange(1, len(word) - 1)
        later = rng.randrange(at + 1, len(word))
        return f"{word[:at]}ـ.{word[at:later]}ـ.ـ{word[later:]}"
    return word[:at] + style + word[at:]


PREFIXES = frozenset(words_of("و ف ب ل ال وال بال لل ولل"))
JUNK = ["ـ.", "ـ.ـ", ".ـ", "ـ*", "ـ*ـ", "ـ_ـ", "ـ|ـ", "ـ•ـ", "ـ\u200b.", "ـ@ـ", "ـ~ـ", "ـ..ـ", "twice"]
LISTED = [".", "*", "_", "/", "|", "@", "•", "\u200b", "..", "spaces"]


def measured(words: list[str], styles: list[str], count: int, seed: int) -> list[tuple[str, str]]:
    """What `count` broken words were not restored to, as (broken, came out)."""
    rng = random.Random(seed)
    wrong = []
    for _ in range(count):
        word = rng.choice([w for w in words if len(w) > 2])
        style = rng.choice(styles)
        broken = break_up(word, style, rng)
        found, _ = restore(f"{rng.choice(CLEAN)} {broken} {rng.choice(CLEAN)}.", KNOWN)
        if [(r.surface, r.restored) for r in found] != [(broken, word)]:
            wrong.append((broken, " ".join(r.restored for r in found)))
    return wrong


def test_junk_with_a_tatweel_is_taken_out_of_any_word() -> None:
    wrong = measured(CLEAN + SUBJECT, JUNK, 3000, seed=7)
    assert len(wrong) <= 30, sorted(wrong)[::7]


def test_a_mark_alone_is_taken_out_of_known_words() -> None:
    wrong = measured(SUBJECT, LISTED, 3000, seed=11)
    assert len(wrong) <= 30, sorted(wrong)[::7]


def clean_words() -> list[str]:
    path = SHARED / "data" / "anercorp_train" / "train.conll"
    if not path.exists():
        pytest.skip(f"no clean corpus at {path}")
    lines = path.read_text("utf-8").splitlines()
    return [line.split()[0] for line in lines if line.strip()]


def test_no_false_join_on_a_clean_corpus() -> None:
    text = " ".join(clean_words()[:60_000])
    assert restore(text, KNOWN)[0] == ()


def test_no_false_join_where_blanks_after_stops_are_missing() -> None:
    words = [w for w in clean_words() if re.fullmatch("[ء-ي]{2,}", w)]
    rng = random.Random(3)
    text = " ".join(f"{rng.choice(words)}{rng.choice('.،/-')}{rng.choice(words)}" for _ in range(20_000))
    found = restore(text, KNOWN)[0]
    # Chance neighbours such as «عن/فنا» spell a known word about once in ten thousand.
    assert len(found) <= 4, [r.surface for r in found]


@pytest.mark.parametrize("bit", ["ـ.", "ق.", "ق*", "ق ", "ق|", "قـ ", "قo", "ق\u200b", "1ق.ت", "ب.قتل "])
def test_adversarial_texts_cost_linear_time(bit: str) -> None:
    found, _ = restore(bit * (100_000 // len(bit)), KNOWN)
    assert len(found) <= 100_000
