# ruff: noqa: E501
"""The sentences that families of reports are made of, in our own words.

A template holds fields in braces and one stretch in brackets: the words that tell the event. Fields that end
in `_c` are counts with their noun. A line of a report is a tuple of pieces, each with the field it comes
from, so that a copy may spell the pieces otherwise and still be known word for word.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_PART = re.compile(r"\{(\w+)\}|([\[\]])")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line; `field` names the field they fill, "[" and "]" (no words) bound the event's words."""

    text: str
    field: str | None = None


Pieces = tuple[Piece, ...]


def fill(template: str, values: Mapping[str, str]) -> Pieces:
    """A template with its fields filled; a value may be a template itself."""
    found: list[Piece] = []
    done = 0
    for match in _PART.finditer(template):
        if match.start() > done:
            found.append(Piece(template[done : match.start()]))
        done = match.end()
        name = match[1]
        if name is None:
            found.append(Piece("", match[2]))
        elif _PART.search(values[name]):
            found.extend(fill(values[name], values))
        else:
            found.append(Piece(values[name], name))
    if done < len(template):
        found.append(Piece(template[done:]))
    return tuple(found)


def respelt(pieces: Pieces, spell: Callable[[str], str]) -> Pieces:
    """The same line with the words of each piece spelt otherwise."""
    return tuple(Piece(spell(piece.text), piece.field) for piece in pieces)


def text_of(pieces: Pieces) -> str:
    """The line as one string."""
    return "".join(piece.text for piece in pieces)


@dataclass(frozen=True, slots=True)
class Weapon:
    """One kind of attack: PLOVER type and mode, and how it is told: by a verb, by a noun with its doer, by a
    noun alone, in a headline, and as what a side denies."""

    type: str
    mode: str | None
    verbal: tuple[str, ...]
    nominal: tuple[str, ...]
    bare: tuple[str, ...]
    denied: str


WEAPONS: dict[str, Weapon] = {
    "aerial": Weapon(
        "ASSAULT", "aerial",
        ("[شنّت {actor} غارات جوية] على {place}", "[أغارت طائرات {actor}] على {place}"),
        ("[غارات جوية] شنتها {actor} على {place}", "[غارات جوية] نفذتها {actor} على {place}"),
        ("[غارات جوية] على {place}", "[غارة جوية] على {place}"),
        "شن [غارات جوية] على {place}",
    ),
    "artillery": Weapon(
        "ASSAULT", "heavy-weapons",
        ("[قصفت {actor} بالمدفعية الثقيلة] {place}", "[استهدفت {actor} بقذائف المدفعية] {place}"),
        ("[قصف مدفعي] نفذته {actor} على {place}", "[قصف بقذائف المدفعية] شنته {actor} على {place}"),
        ("[قصف مدفعي] على {place}", "[قصف بقذائف المدفعية] على {place}"),
        "تنفيذ [قصف مدفعي] على {place}",
    ),
    "bomb": Weapon(
        "ASSAULT", "explosives",
        ("[فجّرت {actor} عبوة ناسفة] في {place}",),
        ("[انفجار عبوة ناسفة] زرعتها {actor} في {place}", "[تفجير] نفذته {actor} في {place}"),
        ("[انفجار عبوة ناسفة] في {place}", "[انفجار سيارة مفخخة] في {place}"),
        "تنفيذ [تفجير] في {place}",
    ),
    "gunfire": Weapon(
        "ASSAULT", "firearms",
        ("[أطلقت {actor} النار] على مدنيين في {place}", "[فتحت {actor} نيران رشاشاتها] على {place}"),
        ("[إطلاق نار] نفذته {actor} على {place}",),
        ("[إطلاق نار على] مدنيين في {place}",),
        "[إطلاق النار على] مدنيين في {place}",
    ),
}  # fmt: skip

# Leads of an attack with its dead and injured. {attack} is a nominal or bare way to tell it.
LEADS = (
    "قُتل {killed_c} وأصيب {injured_c} جراء {attack} {day}.",
    "نتج عن {attack} {day} مقتل {killed_c} وإصابة {injured_c}.",
    "لقي {killed_c} حتفهم وجُرح {injured_c} في {attack} {day}.",
    "سقط {killed_c} قتلى و{injured_c} جرحى في {attack} {day}.",
    "ارتفع إلى {killed_c} عدد قتلى {attack} {day}، فيما أصيب {injured_c}.",
    "أودى {attack} {day} بحياة {killed_c} وأوقع {injured_c} جرحى.",
)
VERBAL_LEADS = (
    "{attack} {day}، ما أدى إلى مقتل {killed_c} وإصابة {injured_c}.",
    "{attack} {day}، وأسفر ذلك عن مقتل {killed_c} وجرح {injured_c}.",
    "{attack} {day} فقُتل {killed_c} وأصيب {injured_c}.",
)
# The same, said by a source: {said} is one of SAID.
SAID_LEADS = (
    "{said} إن {killed_c} قُتلوا وأصيب {injured_c} جراء {attack} {day}.",
    "{said} إن {attack} {day} أدت إلى مقتل {killed_c} وإصابة {injured_c}.",
    "{said_of} مقتل {killed_c} وإصابة {injured_c} في {attack} {day}.",
)
RELAYED_LEADS = SAID_LEADS[:2]
SAID = ("قال {source}", "ذكر {source}", "أكد {source} في بيان", "قال {source} في بيان")
SAID_OF = ("أعلن {source}", "وثّق {source}")
RELAYED = ("نقلت {agency} عن {source} قوله",)
RECALLED = (
    "وكانت {place} قد تعرضت يوم {date} لـ{attack_only}.",
    "يُذكر أن {attack_there} وقعت يوم {date}.",
    "وتعرضت {place} سابقاً، في {date}، إلى {attack_only}.",
)
DENIALS = (
    "نفى {denier} {denied} {day}.",
    "نفى {denier} في بيان {denied} {day}، وقال إن ما نُشر عار عن الصحة.",
    "كذّب {denier} ما تناقلته وسائل إعلام، ونفى {denied} {day}.",
)
DENIAL_TAIL = (
    "وأضاف البيان أن الاتهامات لا تستند إلى دليل، وأن الهدف منها تعطيل المحادثات الجارية حول {topic}.",
    "وطالب البيان وسائل الإعلام بالتحقق قبل النشر، وبالعودة إلى القنوات الرسمية {extra}.",
    "واعتبر البيان أن الجهة التي نشرت الخبر سبق أن نشرت أخباراً عن {topic} تبيّن خطؤها.",
)
HEADLINES = (
    "قتلى وجرحى في {place_only}",
    "{place_only}: ضحايا بين المدنيين",
    "تصعيد جديد يطال {place_only}",
    "يوم دام في {place_only}",
    "{place_only} تودع ضحاياها",
    "ماذا جرى في {place_only}؟",
    "حصيلة أولية من {place_only}",
    "شهود يروون ما حدث في {place_only}",
    "{place_only}.. خسائر بشرية ومادية",
    "آخر التطورات في {place_only}",
)
DENIAL_HEADLINES = ("نفي رسمي بشأن {place_only}", "بيان يرد على أنباء {place_only}")
DETAILS = (
    "وهرعت فرق الإسعاف إلى {spot}، ونقلت المصابين إلى مشفى {hospital}.",
    "وقال شاهد من {spot} إن الأهالي ظلوا يبحثون تحت الأنقاض حتى {hour}.",
    "وتضررت {building} القريبة من {spot} وانقطعت الكهرباء عن الحي {hour}.",
    "وأغلق المجلس المحلي {building} إلى إشعار آخر، ودعا السكان إلى تجنب التجمع قرب {spot}.",
    "وروى {witness} أنه سمع دوياً قوياً ثم رأى الدخان يتصاعد من جهة {spot} {hour}.",
    "وتحدث {witness} عن حركة نزوح من محيط {spot} باتجاه {direction} {hour}.",
    "وذكر طبيب في مشفى {hospital} أن معظم الإصابات في الأطراف، وأن المشفى يعاني نقصاً في {need}.",
    "وناشدت إدارة مشفى {hospital} المنظمات تأمين {need} بصورة عاجلة.",
    "وحلقت طائرات استطلاع فوق {spot} قبل ذلك بوقت قصير، وفق ما ذكر {witness}.",
    "وعملت آليات الإنقاذ على فتح الطريق المؤدي من {spot} إلى {direction} {hour}.",
    "وأعلنت مديرية التربية تعليق الدوام في مدارس {direction} بعد أن تضررت {building}.",
    "ونشر ناشطون صوراً قالوا إنها من {spot} تظهر آثار الدمار في {building}.",
    "وقال {witness} إن العائلات أمضت ليلتها في {building} خوفاً من تكرار ما حدث.",
    "وشُيعت الجثامين {hour} من {building} إلى المقبرة الواقعة على طريق {direction}.",
    "ولم تعلن أي جهة حتى {hour} تفاصيل إضافية عن أسماء الضحايا الذين نقلوا إلى مشفى {hospital}.",
    "ووصلت قافلة صغيرة تحمل {need} إلى {spot} {hour}، بعد أن تأخرت بسبب إغلاق طريق {direction}.",
    "وامتلأت أروقة مشفى {hospital} بذوي الجرحى {hour}، فيما نفدت {need} من صيدليته.",
    "وتفقد وفد من المجلس المحلي {building} {hour}، ووعد بترميمها قبل حلول الشتاء.",
    "ويقول {witness} إن أحداً لم يتوقع أن يطال الخطر {spot}، فهو بعيد عن خطوط التماس.",
    "وبقي عدد من العالقين قرب {spot} حتى وصول آليات ثقيلة من {direction} {hour}.",
    "ومن بين ما احترق {building} وسيارتان كانتا متوقفتين أمام {spot}.",
    "وتعمل {building} منذ أشهر ملجأ لعائلات قدمت من {direction}، بحسب {witness}.",
    "وطلب {witness} عدم ذكر اسمه لأسباب أمنية، وقال إنه فقد اثنين من أقاربه عند {spot}.",
    "وألغيت صلاة الجمعة في المسجد القريب من {spot} تحسباً لأي طارئ، وأقيمت في {building}.",
    "وتطوع شبان من {direction} للتبرع بالدم في مشفى {hospital} {hour}.",
    "وبات الوصول إلى {direction} متعذراً {hour} بسبب الركام المتراكم أمام {building}.",
    "وكان {witness} قد حذر قبل أيام من خطورة التجمع عند {spot}.",
    "وخلت الشوارع المحيطة بـ{spot} من المارة {hour}، وأغلقت المحال أبوابها.",
    "ولجأ سكان الطوابق العليا إلى أقبية {building}، وحملوا معهم ما تيسر من {need}.",
    "ودعا خطباء المساجد في {direction} إلى التبرع بـ{need} لصالح مشفى {hospital}.",
    "وعثر المسعفون {hour} على أحياء تحت ركام {building}، ونقلوهم إلى مشفى {hospital}.",
    "واستمر انقطاع الاتصالات عن {direction} حتى {hour}، بحسب ما قال {witness}.",
)
FORMULAS = (
    "وتشهد المنطقة منذ أسابيع توتراً متصاعداً رغم اتفاق وقف إطلاق النار المبرم بين الأطراف الضامنة، وسط مخاوف من انهياره.",
    "ويسري في المنطقة اتفاق لخفض التصعيد رعته أطراف عدة، ونص على وقف الأعمال القتالية وفتح الطرق وإدخال المساعدات الإنسانية.",
    "وتقول منظمات إنسانية إن سكان المخيمات يعيشون أوضاعاً صعبة في ظل نقص التمويل وارتفاع أسعار المواد الأساسية والوقود.",
    "وتتبادل الأطراف الاتهامات بخرق الاتفاق، ولم يصدر عن اللجنة المشتركة المكلفة بمراقبته أي تعليق حتى ساعة إعداد الخبر.",
)
SPOTS = (
    "السوق الشعبي", "الجامع الكبير", "ساحة البلدية", "الحي الشرقي", "الحي الغربي", "مدخل البلدة الشمالي", "دوار المحطة",
    "الفرن الآلي", "مدرسة البنات", "خزان المياه", "طريق المعصرة", "المركز الثقافي", "مبنى البريد", "محطة الوقود",
    "الملعب البلدي", "حارة البساتين", "جسر السكة", "معمل السجاد", "المقبرة القديمة", "سوق الهال",
)  # fmt: skip
HOSPITALS = (
    "الأمل", "الرحمة", "الشفاء", "السلام", "الحكمة", "الزهراء", "الهدى", "الياسمين", "النور", "البيان", "الربيع", "المحبة",
    "الواحة", "الفرقان", "الكنانة", "ابن سينا", "الرازي", "الزيتون", "السنابل", "المنارة",
)  # fmt: skip
HOURS = (
    "عند الفجر", "في ساعات الصباح الأولى", "قبيل الظهر", "بعد صلاة العصر", "عند المغيب", "في ساعة متأخرة من الليل",
    "مع حلول المساء", "قرابة منتصف النهار", "بعد العشاء", "طوال الليل",
)  # fmt: skip
BUILDINGS = (
    "المدرسة الابتدائية", "صالة الأفراح", "مكتبة البلدة", "دار المعلمين", "بناية من طابقين", "ورشة للخياطة",
    "المحال التجارية", "مستودعات الحبوب", "البيوت الطينية", "روضة الأطفال", "العيادة السنية", "معصرة الزيتون",
    "المضافة الكبيرة", "مولدات الحي", "شبكة المياه", "مركز التسوق",
)  # fmt: skip
WITNESSES = (
    "صاحب متجر", "معلمة متقاعدة", "سائق حافلة", "مزارع من الجوار", "طالب جامعي", "ممرض متطوع", "عامل في الفرن",
    "حارس المدرسة", "رب أسرة نازحة", "بائع خضار", "مهندس زراعي", "خياط الحي", "إمام المسجد", "مصور هاو",
)  # fmt: skip
NEEDS = (
    "أكياس الدم", "مواد التخدير", "الوقود", "أدوية السكري", "الأكسجين", "الأغطية", "الخيام", "حليب الأطفال", "مياه الشرب",
    "الضمادات", "الطحين", "سيارات الإسعاف",
)  # fmt: skip
DIRECTIONS = (
    "المخيمات الشمالية", "القرى المجاورة", "المعبر الحدودي", "السهل الغربي", "الطريق الدولي", "التلال القريبة",
    "مركز المحافظة", "وادي النهر", "البلدات الشرقية", "المزارع الجنوبية",
)  # fmt: skip
TOPICS = (
    "الأسرى",
    "المعابر",
    "الطرق",
    "المساعدات",
    "الحدود",
    "الموانئ",
    "المياه",
    "المفقودين",
    "الانتخابات",
    "الحصاد",
)

# Counts over longer windows and wider places.
TOTALS = (
    "وبلغ عدد القتلى المدنيين في {wide} منذ {since} حتى {until} {total_c}.",
    "وبذلك يصل عدد من قُتلوا في {wide} بين {since} و{until} إلى {total_c}.",
)
DISPLACED = (
    "ونزح {displaced_c} من {place} منذ {since} حتى {until}، بحسب {source}.",
    "وقدّر {source} عدد النازحين من {place} بين {since} و{until} بـ{displaced_c}.",
)
FIGHTERS = ("كما قُتل {fighters_c} في {place} {day}.", "وقُتل أيضاً {fighters_c} في {place} {day}.")

TRUCES = (
    "اتفقت {actor} مع {other} على [هدنة محلية في {place}] {start}.",
    "توصلت {actor} و{other} إلى [هدنة محلية في {place}] {start}.",
)
TRUCE_STARTS = ("تدخل حيز التنفيذ يوم {begins}", "يبدأ سريانها يوم {begins}", "دخلت حيز التنفيذ يوم {begins}")
TRUCE_HEADLINES = ("هدنة في {place_only}", "{place_only}: هدوء مرتقب", "أهالي {place_only} ينتظرون الهدنة")

SAYINGS = (
    "لن نقبل بأقل من انسحاب كامل إلى خطوط {topic} السابقة",
    "المحادثات حول {topic} لم تحقق أي تقدم يذكر حتى الآن",
    "من يعرقل ملف {topic} سيتحمل المسؤولية أمام الناس",
    "نحن ملتزمون بالتهدئة ما دام الطرف الآخر يحترم تفاهم {topic}",
)
SPEECHES = (
    "وقال {speaker}: «{saying}».",
    "وصرح {speaker} قائلاً: «{saying}».",
    "وأضاف {speaker}: «{saying}».",
)

BULLETIN = (
    "نشرة يومية صادرة عن {office} بتاريخ {date}.",
    "سجل مراقبو {office} خلال الساعات الأربع والعشرين الماضية {violations_c} لنظام وقف الأعمال القتالية في {wide}، منها {a} "
    "في القطاع الشمالي و{b} في القطاع الجنوبي.",
    "وتواصل اللجنة المشتركة النظر في المسائل المتصلة بتنفيذ الاتفاق، وتدعو الأطراف إلى ضبط النفس والامتناع عن كل ما من شأنه "
    "توسيع دائرة العنف.",
    "وقدّم {office} خلال اليوم الماضي {parcels} سلة غذائية لسكان بلدتي {town_a} و{town_b}، وبلغ مجموع ما قُدّم منذ البداية {sum} سلة.",
    "ويمكن للسكان الراغبين في العودة الاتصال بمكتب المتابعة على مدار الساعة، وتُنشر هذه الحصيلة كل مساء على الموقع الرسمي.",
)

FURNITURE = (
    "اقرأ أيضاً: {headline}", "المصدر: {outlet}", "تابعونا على تلغرام", "شارك هذا الخبر", "مقالات ذات صلة",
    "اضغط هنا للاشتراك في نشرتنا البريدية", "اترك تعليقاً", "لن يتم نشر عنوان بريدك الإلكتروني",
)  # fmt: skip
OWN_LEADS = (
    "تابعت {outlet} تفاصيل ما جرى في {place_only} مع مصادرها في المنطقة.",
    "وفيما يلي أبرز ما ورد إلى {outlet} عن {place_only}.",
)
SOURCED_DETAIL = (
    "وأوضح {source} أن {witness} من {spot} تحدث إلى فرقه {hour}، وأن حاجة {building} إلى {need} ملحّة."
)
