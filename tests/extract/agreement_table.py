"""Sentences with the accords they mention, written for these tests; read by test_agreements.py.

What is expected is written `id parties [date=…] [force=…] [place=…] [violated]`: the register's id
without its first word, «-» for one that no register has, «*» for any; parties are joined by «+» (a bare
country stands for any sector), «-» for nobody named, «*» for any. Mentions are parted by «;», a «?»
before one: may be told or not. Nothing is expected where no accord was made: wishes, drafts, talks and
accords about other things.
"""

from typing import NamedTuple


class Case(NamedTuple):
    """A sentence, what it shows, the accords it mentions, why they are not read yet, the report's day."""

    shows: str
    text: str
    expected: str
    fails: str = ""
    date: str = "2020-02-16"


NAMED = [
    Case("named accord", "اتهمت أنقرة قوات النظام السوري بعدم الالتزام باتفاق سوتشي.", "sy/sochi-2018 *"),
    Case(
        "named accord", "قال وزير الدفاع التركي إن نقاط المراقبة أقيمت بموجب مذكرة سوتشي.", "sy/sochi-2018 *"
    ),
    Case(
        "named accord",
        "طالبت الحكومة اليمنية بتنفيذ اتفاق ستوكهولم بشأن الحديدة.",
        "ye/stockholm-2018 *",
        "",
        "2019-06-10",
    ),
    Case("named accord", "عطّل المجلس الانتقالي تنفيذ اتفاق الرياض.", "ye/riyadh-2019 *"),
    Case(
        "named accord",
        "قال نبيه بري إن لبنان متمسك باتفاق الطائف.",
        "lb/taif-1989 *",
        "",
        "2021-06-10",
    ),
    Case(
        "named accord",
        "دعت قوى الحرية والتغيير إلى استكمال اتفاق جوبا للسلام.",
        "sd/juba-2020 *",
        "",
        "2021-08-01",
    ),
    Case(
        "named accord",
        "جددت الرياض تمسكها بإعلان جدة أساساً للحل في السودان.",
        "sd/jeddah-2023-05-11 *",
        "",
        "2023-12-01",
    ),
    Case(
        "named accord",
        "اعتبر رئيس المجلس الأعلى للدولة أن اتفاق الصخيرات لا يزال قائماً.",
        "ly/skhirat-2015 *",
        "",
        "2019-01-12",
    ),
    Case(
        "named accord",
        "اتفقت دمشق وقسد على استئناف العمل باتفاق 10 آذار.",
        "sy/10-march-2025 SYR+SYR.SDF",
        "",
        "2025-08-01",
    ),
    Case(
        "named accord",
        "عبرت دورية إسرائيلية خط اتفاق فض الاشتباك لعام 1974.",
        "sy/disengagement-1974 *",
        "",
        "2025-03-01",
    ),
    Case("named accord", "قال أبو مازن إن إسرائيل قتلت اتفاق أوسلو.", "ps/oslo-1993 *"),
    Case(
        "the later of two accords of one name",
        "أكد بوغدانوف الالتزام باتفاق موسكو بشأن إدلب.",
        "sy/moscow-2020-03 *",
        "",
        "2020-06-01",
    ),
]

CONCLUDED = [
    Case(
        "concluded by its parties",
        "وقّعت روسيا وتركيا في موسكو اتفاقاً لوقف إطلاق النار في إدلب.",
        "* RUS+TUR",
        "",
        "2020-03-06",
    ),
    Case(
        "concluded by its parties",
        "توصلت الحكومة اليمنية وجماعة الحوثي إلى اتفاق لتبادل الأسرى في عمّان.",
        "- YEM.GOV+YEM.HOUTHI",
    ),
    Case(
        "concluded between two",
        "تم التوصل إلى اتفاق بين الجيش السوداني وقوات الدعم السريع على هدنة لثلاثة أيام.",
        "* SDN.MIL+SDN.RSF",
        "",
        "2023-04-25",
    ),
    Case(
        "concluded between two",
        "أعلنت قطر التوصل إلى اتفاق هدنة بين إسرائيل وحركة حماس.",
        "* ISR+PSE.HAMAS|QAT+ISR+PSE.HAMAS",
        "",
        "2023-11-22",
    ),
    Case(
        "subject first", "إسرائيل ولبنان يوقعان اتفاقاً لترسيم الحدود البحرية", "- ISR+LBN", "", "2022-10-27"
    ),
    Case("dual parties", "وقع الرئيسان المصري والقبرصي اتفاقية للغاز.", "?- EGY+CYP"),
    Case("relative", "الاتفاق الذي أبرمته بغداد وأنقرة بشأن المياه لم ينفذ.", "- IRQ+TUR"),
    Case("guaranteed", "جرى الاتفاق على إجلاء الجرحى من حلب برعاية روسية تركية.", "?* RUS+TUR"),
    Case(
        "dated accord",
        "لا يزال اتفاق 23 أكتوبر 2020 بين طرفي الصراع الليبي صامداً.",
        "ly/ceasefire-2020-10 * date=2020-10-23",
        "",
        "2021-06-01",
    ),
    Case(
        "dated accord",
        "وقع الجانبان التركي والروسي اتفاقاً في 17 أيلول 2018 ينص على إقامة منطقة منزوعة السلاح.",
        "sy/sochi-2018 RUS+TUR date=2018-09-17",
    ),
    Case(
        "dated accord",
        "أبرمت واشنطن وأنقرة في 17 تشرين الأول 2019 اتفاقاً لتعليق العملية التركية.",
        "sy/us-turkey-2019 USA+TUR date=2019-10-17",
    ),
]

IN_FORCE = [
    Case(
        "in force from",
        "دخل وقف إطلاق النار بين إسرائيل وحزب الله حيز التنفيذ في 27 نوفمبر 2024.",
        "lb/ceasefire-2024-11 ISR+LBN.HEZ date=2024-11-27 force=2024-11-27",
        "",
        "2024-12-05",
    ),
    Case(
        "in force from",
        "بدأ سريان الهدنة في اليمن في الثاني من نيسان 2022.",
        "ye/truce-2022|- * force=2022-04-02",
        "",
        "2022-05-01",
    ),
    Case(
        "in force from",
        "دخلت الهدنة الإنسانية في قطاع غزة حيز التنفيذ يوم 24 نوفمبر 2023.",
        "ps/truce-2023-11 * force=2023-11-24",
        "",
        "2023-11-26",
    ),
    Case(
        "in force from",
        "أعلنت وزارة الدفاع الروسية بدء سريان وقف إطلاق النار في إدلب اعتباراً من 9 كانون الثاني 2020.",
        "sy/idlib-ceasefire-2020-01|- RUS|- force=2020-01-09",
    ),
]

BROKEN = [
    Case(
        "broken accord",
        "انتهكت قوات حفتر الهدنة في ليبيا بقصف مطار معيتيقة.",
        "ly/truce-2020-01|- * violated",
    ),
    Case("broken ceasefire", "وثق ناشطون خمسين خرقاً لوقف إطلاق النار منذ مطلع الشهر.", "- * violated"),
    Case(
        "broken accord",
        "اتهم الجيش السوداني قوات الدعم السريع بخرق إعلان جدة.",
        "sd/jeddah-2023-05-11 * violated",
        "",
        "2023-06-15",
    ),
    Case(
        "broken ceasefire",
        "قتل ثلاثة لبنانيين في خرق إسرائيلي جديد لاتفاق وقف إطلاق النار.",
        "lb/ceasefire-2024-11|- * violated",
        "",
        "2025-02-01",
    ),
]

NONE = [
    Case("wish", "دعت الأمم المتحدة إلى وقف فوري لإطلاق النار في السودان.", "", "", "2023-06-01"),
    Case("wish", "نأمل التوصل إلى هدنة قبل شهر رمضان.", ""),
    Case("wish", "شدد البيان على ضرورة التوصل إلى اتفاق سياسي شامل.", ""),
    Case("draft", "سلّم الوسطاء مسودة اتفاق إلى الطرفين لدراستها.", ""),
    Case("talks", "تبحث الوفود في جنيف سبل التوصل إلى وقف لإطلاق النار.", ""),
    Case("refused", "رفضت إسرائيل مقترحاً لهدنة في غزة مدتها أسبوع.", "", "", "2024-03-01"),
    Case("no accord of states", "وقّع اللاعب العراقي عقداً مع نادٍ قطري لثلاثة مواسم.", ""),
    Case("agreement of opinion", "يسود اتفاق بين الأطباء على أهمية التطعيم.", ""),
    Case("verb of agreeing", "اتفق الخبراء على أن الأزمة الاقتصادية ستطول.", ""),
    Case("none made", "لم يتوصل الطرفان إلى أي اتفاق بعد يومين من المحادثات.", ""),
    Case("hypothetical", "قد تتوصل إسرائيل وحماس إلى هدنة خلال أيام.", "", "", "2024-05-01"),
    Case("truce of other kinds", "أعلن الفنانان هدنة بعد خلاف طويل على الألحان.", ""),
]

AGAIN = [
    Case("named accord", "رحبت مصر بإعلان القاهرة بشأن ليبيا.", "ly/cairo-2020 *", "", "2020-06-10"),
    Case(
        "declaration",
        "قالت قوات الدعم السريع إنها ملتزمة بإعلان جدة.",
        "sd/jeddah-2023-05-11 *",
        "",
        "2024-01-10",
    ),
    Case(
        "two accords in one sentence",
        "يستند الحل إلى اتفاق ستوكهولم واتفاق الرياض.",
        "ye/stockholm-2018 *;ye/riyadh-2019 *",
    ),
    Case(
        "accord told twice",
        "وقعت روسيا وتركيا اتفاقاً في موسكو في الخامس من آذار 2020. ونص الاتفاق على تسيير دوريات مشتركة.",
        "sy/moscow-2020-03 RUS+TUR date=2020-03-05;?* *",
        "",
        "2020-03-08",
    ),
    Case(
        "relative",
        "الهدنة التي أعلنها الجيش السوداني وقوات الدعم السريع في 4 أيار لم تصمد.",
        "sd/truce-2023-05-04|- SDN.MIL+SDN.RSF date=2023-05-04",
        "",
        "2023-05-08",
    ),
    Case("prolonged", "مددت إسرائيل وحركة حماس الهدنة يومين إضافيين.", "?* ISR+PSE.HAMAS", "", "2023-11-27"),
    Case(
        "collapsed",
        "انهار اتفاق وقف إطلاق النار بين إسرائيل وحماس في 18 آذار 2025.",
        "* ISR+PSE.HAMAS",
        "",
        "2025-03-20",
    ),
    Case(
        "in force from an hour",
        "دخل اتفاق وقف إطلاق النار في إدلب حيز التنفيذ فجر 6 آذار 2020.",
        "* * force=2020-03-06",
        "",
        "2020-03-10",
    ),
    Case("rejected", "رفض الحوثيون التوقيع على اتفاق لتبادل الأسرى.", "?- *"),
    Case("accord with a company", "وقعت وزارة النفط العراقية اتفاقية مع شركة إيطالية.", "?- IRQ.GOV"),
    Case(
        "broken by a named side",
        "خرقت إسرائيل اتفاق وقف إطلاق النار مع لبنان ثلاث مرات اليوم.",
        "lb/ceasefire-2024-11|- ISR+LBN|ISR|LBN|- violated",
        "",
        "2025-01-10",
    ),
    Case(
        "broken by a named side",
        "سجلت البعثة الأممية خروقات للهدنة في الحديدة.",
        "* * violated",
        "",
        "2019-05-01",
    ),
    Case("zone", "تقع البلدة ضمن منطقة خفض التصعيد.", ""),
    Case("wish", "أعرب غوتيريش عن أمله في أن تتوصل أطراف النزاع في اليمن إلى اتفاق.", ""),
    Case("wish", "يطالب المتظاهرون باتفاق عادل للأجور.", ""),
    Case("peace plan, no accord", "عرضت واشنطن خطة من عشر نقاط لوقف الحرب في غزة.", "", "", "2024-05-01"),
    Case(
        "talks broken off",
        "فشلت محادثات الكويت في التوصل إلى اتفاق بين الحكومة اليمنية والحوثيين.",
        "",
        "",
        "2016-08-10",
    ),
    Case(
        "register by parties and date",
        "في 10 آذار 2025 وقّع الشرع وقائد قسد اتفاقاً في دمشق.",
        "sy/10-march-2025|- *",
        "",
        "2025-04-01",
    ),
    Case(
        "condition",
        "سيوقع الجيش السوداني أي اتفاق يضمن خروج قوات الدعم السريع من المدن.",
        "",
        "",
        "2024-08-01",
    ),
    Case("accord of long ago", "وُقعت اتفاقية سايكس بيكو عام 1916.", "?- *"),
    Case("named accord in a headline", "لافروف: اتفاق سوتشي يُنفذ ببطء", "sy/sochi-2018 *", "", "2019-02-10"),
]

ANOTHER = [
    Case(
        "a truce with a date of its own in an area named after an older accord",
        "أعلنت تركيا أنها توصلت مع روسيا إلى هدنة في منطقة خفض التصعيد بريف إدلب تبدأ ليل 12 يناير 2020.",
        "sy/idlib-ceasefire-2020-01 TUR+RUS date=2020-01-12 force=2020-01-12",
        "",
        "2020-01-11",
    ),
    Case(
        "a truce with a date of its own in an area named after an older accord",
        "قال الجيش الروسي إن التهدئة في منطقة خفض التصعيد سارية منذ 9 كانون الثاني 2020.",
        "sy/idlib-ceasefire-2020-01|- * date=2020-01-09",
        "",
        "2020-01-20",
    ),
    Case(
        "a truce with a date of its own that no register has",
        "بدأت هدنة بين الفصائل والجيش في مناطق خفض التصعيد يوم 3 نوفمبر 2019.",
        "- * date=2019-11-03",
        "",
        "2019-11-05",
    ),
]

DATED = [
    Case(
        "the day of the report is not a known accord's",
        "هدد الرئيس التركي، اليوم، بشن هجوم من دون الالتزام بتفاهم سوتشي.",
        "sy/sochi-2018 * date=-",
        "",
        "2020-02-12",
    ),
    Case(
        "the year in its noun phrase is",
        "هدد الرئيس التركي، اليوم، بتجاهل تفاهم سوتشي الموقع في أيلول 2018.",
        "sy/sochi-2018 * date=2018-09",
        "",
        "2020-02-12",
    ),
    Case(
        "what is done by its terms has a day of its own",
        "أُفرج أمس عن عشرة موقوفين بموجب اتفاق ستوكهولم الموقع في 13 كانون الأول 2018.",
        "ye/stockholm-2018 * date=2018-12-13",
        "",
        "2020-02-12",
    ),
    Case(
        "the place behind the truce, not the one before it",
        "دعوا إلى وقف القصف على طرابلس، وطالبا بهدنة في اليمن اعتباراً من منتصف ليل 12 كانون الثاني 2020.",
        "- * date=2020-01-12 place=Yemen",
        "",
        "2020-01-09",
    ),
]

BOUND = [
    Case(
        "adjectives of its two states",
        "توقف إخلاء الأحياء الشرقية بموجب اتفاق روسي تركي أُعلن قبل يومين.",
        "* RUS+TUR",
        "",
        "2016-12-16",
    ),
    Case(
        "those a noun of signing belongs to",
        "أكدت البعثة توقيع الجيش السوداني وقوات الدعم السريع اتفاقاً لحماية القوافل.",
        "- SDN.MIL+SDN.RSF",
        "",
        "2023-06-01",
    ),
    Case(
        "who announced it made it with the other",
        "أعلن المتحدث باسم قوات سوريا الديمقراطية التوصل إلى تفاهم مع الحكومة السورية حول السجون.",
        "- SYR.SDF+SYR",
        "",
        "2025-09-01",
    ),
    Case(
        "whose accord with another it is",
        "دافعت أنقرة عن وجود قواتها بموجب مذكرة وقعت مع حكومة الوفاق عام 2019.",
        "* TUR+LBY.GOV",
        "",
        "2021-03-01",
    ),
    Case(
        "who tells of its beginning is no party",
        "رصد مراقبون هدوءاً في الساعات الأولى من هدنة أعلنت موسكو أنها بدأت ظهر الخميس.",
        "* -",
        "",
        "2020-01-11",
    ),
    Case(
        "a mediator named before the noun is no party by that",
        "قال وزير الخارجية الأميركي إن الجيش السوداني وقوات الدعم السريع وافقا على هدنة تبدأ الليلة.",
        "* SDN.MIL+SDN.RSF",
        "",
        "2023-06-17",
    ),
    Case(
        "one side of two is known",
        "انتشر مراقبون لتثبيت اتفاق وقف إطلاق النار بين السلفيين والحوثيين.",
        "- YEM.HOUTHI",
        "",
        "2014-01-05",
    ),
    Case(
        "the two sides of an accord that is known",
        "عرقل المسلحون تنفيذ اتفاق ستوكهولم الذي وقعه الطرفان في ديسمبر 2018.",
        "ye/stockholm-2018 YEM.GOV+YEM.HOUTHI date=2018-12",
        "",
        "2019-12-10",
    ),
    Case(
        "the two forces named just before",
        "اشتبكت قوات الدعم السريع فجراً قرب الجسر.\nوردّ الجيش السوداني بالمدفعية.\n"
        "وقبل الطرفان هدنة تبدأ في 4 أيلول.",
        "* SDN.MIL+SDN.RSF date=2023-09-04",
        "",
        "2023-09-02",
    ),
    Case(
        "the accused of a breach is no party by that",
        "اتهمت أذربيجان أرمينيا بخرق الهدنة الإنسانية التي أُعلنت في موسكو.",
        "- - violated",
        "",
        "2020-10-12",
    ),
]

HOLDING = [
    Case(
        "adjectives within its name",
        "قال الرئيس إن إسرائيل وإيران وافقتا على وقف كامل وشامل لإطلاق النار.",
        "* ISR+IRN",
        "",
        "2025-06-24",
    ),
    Case("in force, undated", "قصفت المدفعية قرى المديرية رغم سريان الهدنة.", "- -", "", "2022-07-05"),
    Case("in force, undated", "تساءل الصيادون: هل تصمد الهدنة؟", "- -"),
    Case("kept or not", "لم يلتزم قادة الفصيل ببنود الاتفاق.", "- -"),
    Case(
        "what it provides for, in a line of its own",
        "وقّعت إسرائيل وحركة حماس اتفاقاً لوقف إطلاق النار.\nوبموجب الاتفاق يُفرج عن ثلاثين محتجزاً.",
        "* ISR+PSE.HAMAS;* -",
        "",
        "2025-01-16",
    ),
    Case(
        "told apart by its adjective",
        "طرح النقيب سؤالاً عن البروتوكول الإنساني وبطء إدخال الآليات.",
        "- -",
    ),
    Case(
        "signed, in words behind it",
        "قالت الجبهة إنها لم تعد ملتزمة بوقف إطلاق النار الموقع سنة 1991.",
        "eh/ceasefire-1991|- * date=1991",
        "",
        "2020-11-14",
    ),
    Case(
        "a time between the verb and the truce is the truce's",
        "أعلن التحالف مساء 8 نيسان 2020 هدنة في اليمن، وقال ناطق يوم 10 نيسان 2020 إنها محترمة.",
        "ye/saudi-ceasefire-2020|- SAU.MIL date=2020-04-08",
        "",
        "2020-04-12",
    ),
    Case(
        "told in the title and in the text",
        "دمشق وقسد توقعان اتفاقاً على وقف القتال\n\nوقّعت الحكومة السورية وقوات سوريا الديمقراطية، اليوم، "
        "اتفاقاً لوقف إطلاق النار في حلب.",
        "* SYR+SYR.SDF;* SYR+SYR.SDF",
        "",
        "2026-01-08",
    ),
    Case("only drafted", "سُرّبت مسودة من عشرة بنود تنص على هدنة لستين يوماً.", "", "", "2024-11-01"),
    Case("only provided for", "تقوم الخطة على مراحل وتشمل وقفاً شاملاً لإطلاق النار.", "", "", "2021-03-22"),
    Case("not signed", "غادر القائد المدينة قبل أن يوقع اتفاقاً مع حكومة الوفاق.", "", "", "2020-01-14"),
    Case("none there", "نفى مصدر عسكري وجود أي اتفاق لإجلاء المقاتلين.", "", "", "2018-05-21"),
    Case("understandings nobody names", "اتهمت الوزارة خصومها بانتهاك التفاهمات القائمة.", ""),
    Case("an exchange that takes place is an event", "جرت صباح أمس صفقة تبادل شملت عشرة موقوفين.", ""),
    Case(
        "those who talked before it",
        "أسفرت محادثات السويد بين الحكومة اليمنية والحوثيين عن اتفاق على وقف القتال في الحديدة.",
        "* YEM.GOV+YEM.HOUTHI",
        "",
        "2018-12-14",
    ),
    Case(
        "those of a relative clause behind a comma",
        "تصف المذكرة، التي وقعتها مصر والسودان في الخرطوم، مهام اللجنة.",
        "- EGY+SDN",
        "",
        "2021-03-02",
    ),
    Case(
        "its end is not its day",
        "إسرائيل ولبنان يتفقان على تمديد الهدنة حتى 18 شباط",
        "* ISR+LBN date=-",
        "",
        "2025-01-26",
    ),
    Case("it holds", "وقف إطلاق النار صامد في غزة منذ 21 أيار.", "* - date=2021-05-21", "", "2021-06-01"),
]

REGISTERED = [
    Case("in a register", "بحث الوفدان تطبيق اتفاق سنجار.", "iq/sinjar-2020 *", "", "2021-05-01"),
    Case(
        "in a register",
        "أنهت باماكو العمل باتفاق السلم والمصالحة الموقع مع حركات الشمال.",
        "ml/algiers-2015 *",
        "",
        "2024-01-26",
    ),
    Case("a resolution", "دعا لبنان إلى تنفيذ القرار 1701 كاملاً.", "lb/resolution-1701 *", "", "2024-10-01"),
    Case("a resolution no register has", "صوّت المجلس على القرار 2728.", "", "", "2024-03-25"),
    Case("numbers that are none", "اجتمعت لجنة 5+5 ووصلت مقاتلات إف-16.", "", "", "2021-10-08"),
    Case(
        "told by its day and country",
        "دخلت الهدنة حيز التنفيذ في اليمن مساء الثاني من نيسان 2022.",
        "ye/truce-2022 * force=2022-04-02",
        "",
        "2022-04-10",
    ),
]

ALONE = [
    Case(
        "a verb tells of it by itself",
        "اتفقت الحكومة اليمنية والحوثيون في عمّان على تبادل 200 أسير.",
        "- YEM+YEM.HOUTHI",
        "",
        "2020-02-20",
    ),
    Case("a verb about something else", "اتفق الوزيران التركي والروسي على مواصلة اللقاءات.", ""),
    Case("nothing agreed", "لم تتفق الحكومة والحوثيون على تبادل الأسرى.", ""),
    Case(
        "an offer with whose it is",
        "طرحت السعودية مبادرة لإنهاء الحرب في اليمن.",
        "* SAU",
        "",
        "2021-04-02",
    ),
    Case("an initiative of another sort", "أطلقت البلدية مبادرة لتنظيف الشوارع.", ""),
    Case(
        "sides in quotation marks",
        "ساد الهدوء بعد اتفاق على وقف النار بين دمشق و«قسد» في حلب.",
        "- SYR+SYR.SDF",
        "",
        "2025-10-08",
    ),
    Case("a truce without a verb", "هدنة جديدة في مخيم اليرموك", "- -"),
    Case(
        "two sides nobody names",
        "أعلن الوجهاء التوصل إلى وقف جديد لإطلاق النار بين الطرفين.",
        "- -",
    ),
    Case(
        "two states",
        "بحث وفد من بغداد في أنقرة تفعيل مذكرة التفاهم الأمنية الموقعة بين البلدين.",
        "- IRQ+TUR",
    ),
]

CASES = [
    *ALONE,
    *NAMED,
    *CONCLUDED,
    *IN_FORCE,
    *BROKEN,
    *NONE,
    *AGAIN,
    *ANOTHER,
    *DATED,
    *BOUND,
    *HOLDING,
    *REGISTERED,
]
