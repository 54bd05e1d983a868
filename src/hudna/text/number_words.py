"""The words Arabic numbers are made of, folded, with their values; numbers.py reads them."""

from hudna.text.normalise import fold


def _table(rows: dict[int, str]) -> dict[str, int]:
    return {fold(word): value for value, words in rows.items() for word in words.split()}


UNITS = _table(
    {
        1: "واحد واحدة واحدا",
        2: "اثنان اثنين اثنتان اثنتين إثنان إثنين",
        3: "ثلاثة ثلاث",
        4: "أربعة أربع",
        5: "خمسة خمس",
        6: "ستة ست",
        7: "سبعة سبع",
        8: "ثمانية ثماني ثمان",
        9: "تسعة تسع",
    }
)
BEFORE_TEN = UNITS | _table({1: "أحد إحدى حادي حادية", 2: "اثنا اثني اثنتا اثنتي إثنا إثني"})
TEN = _table({10: "عشرة عشر"})
TENS = _table(
    {
        20: "عشرون عشرين",
        30: "ثلاثون ثلاثين",
        40: "أربعون أربعين",
        50: "خمسون خمسين",
        60: "ستون ستين",
        70: "سبعون سبعين",
        80: "ثمانون ثمانين",
        90: "تسعون تسعين",
    }
)
HUNDRED = ("مئة", "مائة", "مية", "ماية")
HUNDREDS = _table({100: " ".join(HUNDRED), 200: "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي"}) | {
    fold(unit + hundred): value * 100
    for value, units in (
        (3, "ثلاث"),
        (4, "أربع"),
        (5, "خمس"),
        (6, "ست"),
        (7, "سبع"),
        (8, "ثماني ثمان"),
        (9, "تسع"),
    )
    for unit in units.split()
    for hundred in HUNDRED
}
ONE_HUNDRED = frozenset(map(fold, HUNDRED))
SCALES = _table(
    {
        1_000: "ألف ألفا آلاف ألوف",
        1_000_000: "مليون مليونا ملايين",
        1_000_000_000: "مليار مليارا مليارات بليون بليونا بلايين",
        1_000_000_000_000: "تريليون تريليونا تريليونات",
    }
)
SCALE_DUALS = _table(
    {
        1_000: "ألفان ألفين ألفي",
        1_000_000: "مليونان مليونين مليوني",
        1_000_000_000: "ملياران مليارين ملياري",
    }
)
ORDERS = _table(
    {
        10: "عشرات",
        100: "مئات مئآت مائات",
        1_000: "آلاف ألوف",
        1_000_000: "ملايين",
        1_000_000_000: "مليارات",
    }
)
FRACTIONS = {fold(w): v for w, v in (("نصف", 1 / 2), ("ربع", 1 / 4), ("ثلث", 1 / 3), ("خمس", 1 / 5))}
FRACTIONS |= {"ثلثي": 2 / 3, "ثلثا": 2 / 3}
QUARTERS = fold("أرباع")
FEW = frozenset(map(fold, ("بضع", "بضعة", "عدة")))
PERCENT = frozenset("%٪")
DUALS = (
    frozenset(SCALE_DUALS)
    | {w for w, v in HUNDREDS.items() if v == 200}
    | {w for w, v in UNITS.items() if v == 2}
)
ORDINALS = _table(
    {
        1: "أول أولى",
        2: "ثاني ثانية ثان",
        3: "ثالث ثالثة",
        4: "رابع رابعة",
        5: "خامس خامسة",
        6: "سادس سادسة",
        7: "سابع سابعة",
        8: "ثامن ثامنة",
        9: "تاسع تاسعة",
        10: "عاشر عاشرة",
    }
)
ORDINALS_BEFORE_TEN = {w: v for w, v in ORDINALS.items() if 1 < v < 10} | _table({1: "حادي حادية"})
# «الاثنين» is Monday far more often than «the two».
MONDAY = frozenset(("الاثنين", "الاثنان"))
STARTS = frozenset().union(BEFORE_TEN, TEN, TENS, HUNDREDS, SCALES, SCALE_DUALS, ORDERS, FRACTIONS, FEW)
TENS_WORDS = frozenset(TENS)
ORDINAL_STARTS = frozenset(ORDINALS) | frozenset(ORDINALS_BEFORE_TEN) | frozenset(TENS)
