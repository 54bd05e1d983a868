"""Who says what with what force: sentences of several conflicts and outlets, written for these tests."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hudna.annotate.mentions import MentionStep
from hudna.extract.scene import Scene, scene
from hudna.extract.statements import StatementStep
from hudna.model.annotations import Annotations, TimeExpression
from hudna.model.assertions import Statement
from hudna.model.report import Published
from hudna.packs.load import load_pack
from hudna.packs.schema import ActorEntry, Names, OutletEntry, Pack
from hudna.text.reading import read


def actor(id_: str, code: str, *names: str, type_: str = "organisation") -> ActorEntry:
    return ActorEntry(id_, type_, Names(names, id_), code)  # type: ignore[arg-type]


def outlet(id_: str, code: str, *names: str) -> OutletEntry:
    return OutletEntry(id_, Names(names, id_), code, "agency")


EXTRA = (
    actor("test/rsf", "SDN.RSF", "قوات الدعم السريع", "الدعم السريع", type_="group"),
    actor("test/hamas", "PSE.HAMAS", "حركة حماس", "حماس", type_="group"),
    actor("test/hezbollah", "LBN.HEZ", "حزب الله", type_="group"),
    actor("test/houthi", "YEM.HOUTHI", "جماعة الحوثي", "الحوثيون", "الحوثيين", type_="group"),
    actor("test/sohr", "NGO.SOHR", "المرصد السوري لحقوق الإنسان", "المرصد السوري"),
    actor("test/msf", "NGO.MSF", "منظمة أطباء بلا حدود", "أطباء بلا حدود"),
    actor("test/un", "IGO.UN", "الأمم المتحدة"),
    actor("test/lavrov", "RUS.GOV", "سيرغي لافروف", "لافروف", type_="person"),
    actor("test/burhan", "SDN.MIL", "عبد الفتاح البرهان", "البرهان", type_="person"),
    actor("test/erdogan", "TUR.GOV", "رجب طيب أردوغان", "أردوغان", type_="person"),
    actor("test/putin", "RUS.GOV", "فلاديمير بوتين", "بوتين", type_="person"),
)
OUTLETS = (
    outlet("test/tass", "RUS.MED", "وكالة تاس", "تاس"),
    outlet("test/afp", "FRA.MED", "وكالة فرانس برس", "فرانس برس"),
    outlet("test/reuters", "GBR.MED", "وكالة رويترز", "رويترز"),
    outlet("test/anadolu", "TUR.MED", "وكالة الأناضول", "الأناضول"),
    outlet("test/jazeera", "QAT.MED", "قناة الجزيرة", "الجزيرة"),
)


@pytest.fixture(scope="module")
def pack() -> Pack:
    world = load_pack(["world"])
    names = {name for a in EXTRA for name in a.names.ar} | {name for o in OUTLETS for name in o.names.ar}
    kept = tuple(a for a in world.actors if not names & {*a.names.ar, *a.short})
    outlets = tuple(o for o in world.outlets if not names & set(o.names.ar))
    return replace(world, actors=(*kept, *EXTRA), outlets=(*outlets, *OUTLETS))


@pytest.fixture(scope="module")
def mentions(pack: Pack) -> MentionStep:
    return MentionStep.build(pack)


@pytest.fixture(scope="module")
def step() -> StatementStep:
    return StatementStep.load()


def a_scene(mentions: MentionStep, text: str, times: tuple[TimeExpression, ...] = ()) -> Scene:
    reading = read(text)
    notes = Annotations(segments=reading.segments, mentions=mentions(reading, None), times=times)
    return scene("r", reading, notes, Published())


Said = tuple[str, str, str]
"""Speakers' countries joined by «+» (empty for nobody known), force, words the content holds."""

CASES: list[tuple[str, list[Said]]] = [
    # verb first, أن and إن
    ("قال وزير الخارجية الفرنسي إن بلاده تتابع الوضع في بيروت.", [("FRA", "claim", "بلاده تتابع")]),
    ("أعلنت وزارة الدفاع الروسية أن قواتها استعادت قرية.", [("RUS", "claim", "قواتها استعادت")]),
    ("أفادت الأمم المتحدة بأن آلاف الأسر نزحت من دارفور.", [("IGO", "claim", "آلاف الأسر")]),
    ("أوضح المرصد السوري لحقوق الإنسان أن الطريق أغلق.", [("NGO", "claim", "الطريق أغلق")]),
    ("أكدت الخارجية الإيرانية أن المحادثات مستمرة.", [("IRN", "claim", "المحادثات مستمرة")]),
    ("صرّح سيرغي لافروف بأن المفاوضات تتقدم.", [("RUS", "claim", "المفاوضات تتقدم")]),
    ("ذكرت وكالة رويترز أن الهدنة صمدت ليلتها الأولى.", [("GBR", "claim", "الهدنة صمدت")]),
    ("أشار الجيش الإسرائيلي إلى أن العملية انتهت.", [("ISR", "claim", "العملية انتهت")]),
    ("لفتت الحكومة اللبنانية إلى أن المعابر مفتوحة.", [("LBN", "claim", "المعابر مفتوحة")]),
    ("كشفت وزارة الداخلية العراقية عن توقيف عشرين مطلوباً.", [("IRQ", "claim", "توقيف عشرين")]),
    ("زعمت قوات الدعم السريع أنها سيطرت على المطار.", [("SDN", "claim", "سيطرت على المطار")]),
    ("اعترف الجيش الأوكراني بأنه انسحب من البلدة.", [("UKR", "confirm", "انسحب من البلدة")]),
    ("رجّح المرصد السوري أن تكون الطائرة مسيّرة.", [("NGO", "claim", "تكون الطائرة")]),
    ("أحصى المرصد السوري مقتل تسعة أشخاص.", [("NGO", "claim", "مقتل تسعة")]),
    ("وثّقت منظمة أطباء بلا حدود وصول ثلاثين جريحاً.", [("NGO", "claim", "وصول ثلاثين")]),
    # subject first, auxiliaries, topics
    ("تركيا تعلن استئناف الدوريات", [("TUR", "claim", "استئناف الدوريات")]),
    ("أما قوات الدعم السريع فقالت إنها ملتزمة بالهدنة.", [("SDN", "promise", "ملتزمة بالهدنة")]),
    ("وكان بوتين قد قال إن القمة ناجحة.", [("RUS", "claim", "القمة ناجحة")]),
    ("وكانت الحكومة السودانية قد أعلنت حالة الطوارئ.", [("SDN", "claim", "حالة الطوارئ")]),
    ("وكانت أعلنت الأمم المتحدة أن القافلة وصلت.", [("IGO", "claim", "القافلة وصلت")]),
    ("إسرائيل تنفي قصف المستشفى", [("ISR", "deny", "قصف المستشفى")]),
    ("مصر تدعو إلى ضبط النفس", [("EGY", "demand", "ضبط النفس")]),
    # denial
    ("نفت جماعة الحوثي استهداف السفينة.", [("YEM", "deny", "استهداف السفينة")]),
    ("كذّبت حركة حماس ما نشر عن الصفقة.", [("PSE", "deny", "ما نشر")]),
    ("قالت وزارة الدفاع السعودية إن الخبر عار عن الصحة.", [("SAU", "deny", "الخبر عار")]),
    ("قال لافروف إنه لا صحة لهذه الأنباء. التقى سيرغي لافروف نظيره.", [("RUS", "deny", "لا صحة")]),
    (
        "قالت موسكو إن ستين مسلحاً قتلوا، وهو ما نفته أنقرة.",
        [("RUS", "claim", "ستين"), ("TUR", "deny", "قتلوا")],
    ),
    # demand
    ("طالبت الأمم المتحدة أطراف النزاع بوقف القتال.", [("IGO", "demand", "بوقف القتال")]),
    ("دعت فرنسا إسرائيل إلى احترام الهدنة.", [("FRA", "demand", "احترام الهدنة")]),
    ("حثت واشنطن الطرفين على العودة إلى المحادثات.", [("USA", "demand", "العودة")]),
    ("ناشدت منظمة أطباء بلا حدود العالم فتح المعبر.", [("NGO", "demand", "")]),
    ("شدد أردوغان على ضرورة إدخال المساعدات.", [("TUR", "demand", "إدخال المساعدات")]),
    ("أكدت ألمانيا على وجوب حماية المدنيين.", [("DEU", "demand", "حماية المدنيين")]),
    ("قال أردوغان إنه أبلغ بوتين بضرورة وقف الغارات.", [("TUR", "demand", "وقف الغارات")]),
    ("قالت باريس إنه يجب فتح الممرات فوراً.", [("FRA", "demand", "فتح الممرات")]),
    ("وجّهت الأمم المتحدة نداء إلى المانحين.", [("IGO", "demand", "المانحين")]),
    ("جددت القاهرة دعوتها إلى وقف إطلاق النار.", [("EGY", "demand", "وقف إطلاق النار")]),
    # accusation and condemnation
    ("اتهمت أوكرانيا روسيا بقصف محطة كهرباء.", [("UKR", "accuse", "بقصف محطة")]),
    ("حمّلت حركة حماس إسرائيل المسؤولية عن تعثر التبادل.", [("PSE", "accuse", "")]),
    ("وجّهت طهران الاتهام لواشنطن بإفشال المحادثات.", [("IRN", "accuse", "بإفشال")]),
    ("تبادل الجيش السوداني وقوات الدعم السريع الاتهامات بخرق الهدنة.", [("SDN", "accuse", "بخرق الهدنة")]),
    ("أدانت السعودية الهجوم على المستشفى.", [("SAU", "condemn", "الهجوم")]),
    ("نددت طهران بالغارة.", [("IRN", "condemn", "الغارة")]),
    ("استنكر الأردن اقتحام المسجد.", [("JOR", "condemn", "اقتحام")]),
    ("قالت تركيا إن الهجوم غير مقبول.", [("TUR", "condemn", "الهجوم")]),
    ("وصفت إيران العقوبات بأنها جريمة ضد الإنسانية.", [("IRN", "condemn", "جريمة")]),
    ("اعتبرت موسكو الاتهامات الأميركية نفاقاً.", [("RUS", "condemn", "نفاقا")]),
    ("قال البرهان إن قوات الدعم السريع ارتكبت مجازر.", [("SDN", "accuse", "ارتكبت مجازر")]),
    ("قالت كييف إن روسيا تعرقل تصدير الحبوب.", [("UKR", "accuse", "تعرقل")]),
    # concern, warning, threat, promise
    ("أعربت الأمم المتحدة عن قلقها إزاء التصعيد في غزة.", [("IGO", "express-concern", "التصعيد")]),
    ("عبّر أردوغان عن قلقه من تطورات السودان.", [("TUR", "express-concern", "تطورات")]),
    ("أبدت واشنطن قلقها البالغ.", [("USA", "express-concern", "البالغ")]),
    ("حذرت الأمم المتحدة من مجاعة وشيكة في اليمن.", [("IGO", "warn", "مجاعة")]),
    ("حذّر الجيش الإسرائيلي السكان من العودة إلى القرى.", [("ISR", "warn", "العودة")]),
    ("توعد حزب الله بالرد على الغارة.", [("LBN", "threaten", "الرد")]),
    ("هددت جماعة الحوثي باستهداف السفن.", [("YEM", "threaten", "استهداف السفن")]),
    ("قالت إيران: «سنرد على أي اعتداء».", [("IRN", "threaten", "سنرد")]),
    ("قال أردوغان إن بلاده لن تسمح بممر إرهابي.", [("TUR", "warn", "لن تسمح")]),
    ("تعهدت ألمانيا بتقديم مليون يورو.", [("DEU", "promise", "تقديم")]),
    ("أكدت فرنسا التزامها بدعم لبنان.", [("FRA", "promise", "التزامها")]),
    ("قال بوتين: «سنعمل على إنجاح الاتفاق».", [("RUS", "promise", "سنعمل")]),
    ("تساءل لافروف عن سبب التأخير. سيرغي لافروف", [("RUS", "question", "سبب التأخير")]),
    # attributions
    ("قتل سبعة أشخاص في الغارة، بحسب المرصد السوري.", [("NGO", "claim", "قتل سبعة")]),
    ("بحسب الأمم المتحدة، نزح ألف شخص.", [("IGO", "claim", "نزح ألف")]),
    ("ووفقاً لوزارة الصحة اللبنانية فإن أربعة أشخاص جرحوا.", [("LBN", "claim", "أربعة أشخاص")]),
    ("أصيب، وفق ما ذكرت حركة حماس، عشرة أشخاص.", [("PSE", "claim", "عشرة أشخاص")]),
    ("انسحبت القوات من البلدة، كما أعلنت وزارة الدفاع السورية.", [("SYR", "claim", "انسحبت القوات")]),
    ("دخلت عشر شاحنات نقلاً عن الأناضول.", [("TUR", "claim", "دخلت عشر")]),
    ("تأخرت القافلة على حد قول الأمم المتحدة.", [("IGO", "claim", "تأخرت القافلة")]),
    ("وصلت المساعدات إلى المدينة حسبما أفادت قناة الجزيرة.", [("QAT", "claim", "وصلت المساعدات")]),
    # continued speakers
    (
        "قال بوتين إن القمة ناجحة. وأضاف أن المحادثات ستستأنف.",
        [("RUS", "claim", "القمة"), ("RUS", "claim", "المحادثات ستستأنف")],
    ),
    (
        "أدانت السعودية الهجوم، وطالبت جماعة الحوثي بوقف إطلاق الصواريخ.",
        [("SAU", "condemn", "الهجوم"), ("SAU", "demand", "وقف إطلاق")],
    ),
    (
        "أكد أردوغان أن الاتفاق قائم، محذراً من أي خرق جديد.",
        [("TUR", "claim", "الاتفاق قائم"), ("TUR", "warn", "أي خرق")],
    ),
    (
        "قالت وزارة الدفاع الروسية إن الغارة أصابت هدفها، مشيرة إلى أن الطيارين عادوا.",
        [("RUS", "claim", "الطيارين عادوا")],
    ),
    (
        "التقى أردوغان وبوتين في سوتشي. وأكدا أن الهدنة مستمرة.",
        [("RUS+TUR", "claim", "الهدنة مستمرة")],
    ),
    (
        "استهدفت جماعة الحوثي ميناء إيلات، وقالت إنها أصابت هدفها.",
        [("YEM", "claim", "أصابت هدفها")],
    ),
    (
        "أصدرت وزارة الخارجية القطرية بياناً عن الوساطة. وجاء في البيان أن الطرفين متفقان.",
        [("QAT", "claim", "بيانا"), ("QAT", "claim", "متفقان")],
    ),
    ("أردوغان وبوتين يؤكدان التزامهما بالهدنة", [("RUS+TUR", "promise", "التزامهما")]),
    ("دعا البيان الختامي لأردوغان وبوتين إلى التهدئة.", [("RUS+TUR", "demand", "التهدئة")]),
    # masdars and quotations
    ("جاء ذلك بعد إعلان وزارة الدفاع التركية أن جندياً قتل.", [("TUR", "claim", "جنديا قتل")]),
    ("وذلك عقب اتهام أوكرانيا روسيا بخرق الهدنة.", [("UKR", "accuse", "بخرق الهدنة")]),
    ("وقالت الحكومة العراقية: «لا نريد حرباً على أرضنا».", [("IRQ", "claim", "لا نريد")]),
    ('أبلغ بوتين الصحفيين أن "المحادثات كانت صريحة جداً".', [("RUS", "claim", "المحادثات")]),
    # sources without a name
    ("قال شهود إن انفجاراً هز المدينة.", [("", "claim", "انفجارا")]),
    ("أفادت تقارير بأن الجسر دمر.", [("", "claim", "الجسر دمر")]),
    ("قال مسؤول أمني تركي إن المشتبه به أوقف.", [("TUR", "claim", "المشتبه")]),
    ("قال قيادي في حركة حماس إن الرد جاهز.", [("PSE", "claim", "الرد جاهز")]),
    ("ذكر المتحدث باسم الجيش الإسرائيلي أن القوات باقية.", [("ISR", "claim", "القوات باقية")]),
    # paragraphs and harder orders
    (
        "قال البرهان إنه لا تفاوض الآن، متهماً قوات الدعم السريع بقتل المدنيين.",
        [("SDN", "claim", "لا تفاوض"), ("SDN", "accuse", "بقتل المدنيين")],
    ),
    (
        "نفت موسكو استهداف المدنيين، وقالت وزارة الدفاع الروسية إنها ضربت مستودعاً.",
        [("RUS", "deny", "استهداف"), ("RUS", "claim", "ضربت مستودعا")],
    ),
    ("نفذت إسرائيل غارة على دمشق، قالت إنها أصابت مخزن سلاح.", [("ISR", "claim", "أصابت مخزن")]),
    ("صرح مصدر في وزارة الخارجية السعودية بأن المملكة تدين الهجوم.", [("SAU", "condemn", "تدين الهجوم")]),
    (
        "قال مسؤولون أتراك إن المحادثات انتهت دون نتيجة، فيما ذكرت الخارجية الروسية أنها مستمرة.",
        [("TUR", "claim", "دون نتيجة"), ("RUS", "claim", "مستمرة")],
    ),
    ("اتفق الوفدان على فتح الطريق، بحسب ما أعلنه لافروف. سيرغي لافروف", [("RUS", "claim", "فتح الطريق")]),
    (
        "أكد وزير الخارجية المصري خلال اتصال هاتفي مع نظيره الإيراني ضرورة خفض التصعيد.",
        [("EGY", "demand", "خفض التصعيد")],
    ),
    (
        "دعت الأمم المتحدة إلى هدنة، وحثت الأطراف على حماية المدنيين، معربة عن قلقها من نقص الوقود.",
        [("IGO", "demand", "هدنة"), ("IGO", "demand", "حماية"), ("IGO", "express-concern", "نقص الوقود")],
    ),
    ("وقد سبق أن حذرت الأمم المتحدة من كارثة.", [("IGO", "warn", "كارثة")]),
    ("وأنقرة تتوعد بالرد على مقتل جنودها", [("TUR", "threaten", "الرد")]),
    ("الرئاسة التركية: أردوغان بحث مع بوتين تطورات إدلب", [("TUR", "claim", "بحث مع بوتين")]),
    (
        "أشادت الولايات المتحدة بجهود الوساطة ورحبت بإطلاق الرهائن.",
        [("USA", "claim", "الوساطة"), ("USA", "claim", "إطلاق الرهائن")],
    ),
    ("تقول الحكومة الإثيوبية إنها ملتزمة باتفاق السلام.", [("ETH", "promise", "ملتزمة")]),
    (
        "دعا أردوغان وبوتين إلى التهدئة، كما طالبا بهدنة في ليبيا.",
        [("RUS+TUR", "demand", "التهدئة"), ("RUS+TUR", "demand", "بهدنة في ليبيا")],
    ),
    ("ترى موسكو أن على كييف أن تسحب قواتها.", [("RUS", "demand", "تسحب")]),
    (
        "قالت منظمة أطباء بلا حدود إن المشفى أغلق. وأضافت المنظمة أن الأدوية نفدت.",
        [("NGO", "claim", "المشفى أغلق"), ("NGO", "claim", "الأدوية نفدت")],
    ),
    # who speaks ends where the words said begin
    ("نفى المركز الروسي للمصالحة صحة ما نشرته منظمة أطباء بلا حدود عن غارة.", [("RUS", "deny", "صحة ما")]),
    ("أكد المحافظ سالم جابر عدم تسجيل إصابات في العراق.", [("IRQ", "claim", "عدم تسجيل")]),
    ("طالبت لجان أحياء الخرطوم الجيش السوداني بفتح الطرق.", [("SDN", "demand", "بفتح الطرق")]),
    ("نفذت القوات انسحاباً عملاً بطلب روسي؛ غير أن القصف استمر.", []),
    # subjects before the verb, with words between
    ("شهود من حي الزيتون في غزة أبلغوا وكالة رويترز أن النار مشتعلة.", [("", "claim", "النار مشتعلة")]),
    ("غير أن مصدراً في وزارة الدفاع التركية أكد أن الدورية عادت.", [("TUR", "claim", "الدورية عادت")]),
    ("ولا يزال الجيش الإسرائيلي ينفي استهداف الصحفيين.", [("ISR", "deny", "استهداف")]),
    (
        "وإذ أدانت فرنسا الهجوم، طالبت إسرائيل بضبط النفس.",
        [("FRA", "condemn", "الهجوم"), ("FRA", "demand", "ضبط")],
    ),
    # quotations before the verb, headings with a colon
    ("«الوضع في المدينة مأساوي»، قالت منظمة أطباء بلا حدود.", [("NGO", "claim", "مأساوي")]),
    ("أردوغان لبوتين: لن نقبل باستمرار الهجمات", [("TUR", "warn", "لن نقبل")]),
    ("مصادر طبية: خمسة جرحى في الغارة", [("", "claim", "خمسة جرحى")]),
    ("انتهت الجولة.\n- وزير الدفاع التركي: سنواصل الدوريات", [("TUR", "promise", "سنواصل")]),
    # documents and talks in which something was said
    ("وتفيد بيانات الأمم المتحدة بأن ألف أسرة نزحت.", [("IGO", "claim", "ألف أسرة")]),
    ("أصدرت وزارة الخارجية الأردنية بياناً أدانت فيه اقتحام المسجد.", [("JOR", "condemn", "اقتحام")]),
    ("أجرى بوتين اتصالاً مع أردوغان أكد خلاله ضرورة التهدئة.", [("RUS", "demand", "ضرورة التهدئة")]),
    ("أقر البرلمان العراقي قراراً يطالب الحكومة بإخراج القوات.", [("IRQ", "demand", "بإخراج")]),
    ("وتنص مذكرة سوتشي على إقامة شريط آمن.", []),
    ("ووفق أحدث حصيلة لوزارة الصحة اللبنانية، جرح عشرة أشخاص.", [("LBN", "claim", "جرح عشرة")]),
    # the same speaker goes on
    (
        "قال الجيش الإسرائيلي إن الهدف مخزن سلاح، ثم أقر بأنه يحقق في الحادثة.",
        [("ISR", "claim", "مخزن سلاح"), ("ISR", "confirm", "يحقق")],
    ),
    (
        "قال الجيش الإسرائيلي إنه ضرب مخزناً، لكنه نفى تعمد استهداف المدنيين.",
        [("ISR", "claim", "ضرب مخزنا"), ("ISR", "deny", "تعمد")],
    ),
    (
        "رفضت حركة حماس المقترح الجديد، معتبرة أنه كسب للوقت.",
        [("PSE", "deny", "المقترح"), ("PSE", "claim", "كسب للوقت")],
    ),
    (
        "كتب وزير الدفاع التركي على تويتر مرحباً بالقرار، ومتعهداً بحماية الحدود.",
        [("TUR", "claim", "القرار"), ("TUR", "promise", "حماية الحدود")],
    ),
    ("ونقل موقع أكسيوس عن مسؤول إسرائيلي قوله إن العملية انتهت.", [("ISR", "claim", "العملية انتهت")]),
    ("رفض المتحدث باسم الجيش الإسرائيلي التعليق على الأنباء.", []),
    ("أبدت مصر استعداد القاهرة لاستضافة المحادثات.", [("EGY", "promise", "استعداد")]),
    ("وثمنت حركة حماس دور الوسطاء.", [("PSE", "claim", "دور الوسطاء")]),
    # no statement
    ("ويختلف التاريخ عن ذاك الذي أعلنته موسكو أمس.", []),
    ("وهذا ما يؤكد موقع إسرائيل في المنطقة.", []),
    ("أدى القصف إلى دمار دون ضحايا من المدنيين.", []),
    ("لم تعلق وزارة الدفاع الروسية على الأنباء.", []),
    ("يذكر أن روسيا وتركيا وقعتا اتفاقاً عام 2018.", []),
    ("تجدر الإشارة إلى أن الطريق مغلق منذ شهر.", []),
    ("أعلنت النتائج مساء الجمعة.", []),
    ("أشارت الساعة إلى الخامسة.", []),
    ("ستعلن تركيا موقفها غداً.", []),
    ("نشر الجيش المصري قواته على الحدود.", []),
    ("أطلقت القوات الروسية النار على السيارة.", []),
    ("وقعت روسيا وتركيا الاتفاق في سوتشي.", []),
    ("بين الجانبين الروسي والتركي خلافات كثيرة.", []),
    ("عبر الوفد الروسي الحدود السورية.", []),
    ("سجل المنتخب المصري هدفين.", []),
    ("أضافت الشركة خطاً جديداً.", []),
]


def countries(statement: Statement) -> str:
    return "+".join(sorted({(a.code or "").split(".")[0] for a in statement.speakers}))


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[str(n) for n in range(len(CASES))])
def test_sentences(mentions: MentionStep, step: StatementStep, text: str, expected: list[Said]) -> None:
    found = step(a_scene(mentions, text))
    told = [(countries(s), s.force, text[s.content.start : s.content.end]) for s in found]
    if not expected:
        assert told == []
    for country, force, words in expected:
        assert any(
            (not country or country == who) and force == how and words in strip(what)
            for who, how, what in told
        ), told


def strip(text: str) -> str:
    return "".join(c for c in text if not "\u064b" <= c <= "\u0652")


def only(step: StatementStep, mentions: MentionStep, text: str) -> Statement:
    (found,) = step(a_scene(mentions, text))
    return found


@pytest.mark.parametrize(
    ("text", "speaker", "chain"),
    [
        ("نقلت وكالة تاس عن لافروف قوله إن القمة نجحت. سيرغي لافروف", "RUS.GOV", ["RUS.MED"]),
        ("ونقلت وكالة رويترز عن مسؤول تركي أن الدوريات توقفت.", "TUR.GOV", ["GBR.MED"]),
        ("قال متحدث باسم حماس لوكالة فرانس برس إن الرد سلم.", "PSE.HAMAS", ["FRA.MED"]),
        ("قالت حماس إن الرد سلم، بحسب وكالة رويترز.", "PSE.HAMAS", ["GBR.MED"]),
        ("وبحسب ما نقلته قناة الجزيرة عن المرصد السوري، فإن القصف توقف.", "NGO.SOHR", ["QAT.MED"]),
        ("ذكرت وكالة الأناضول نقلاً عن وزارة الدفاع التركية أن جندياً جرح.", "TUR.MIL", ["TUR.MED"]),
        ("أفادت وكالة رويترز بأن حماس أعلنت أنها قبلت المقترح.", "PSE.HAMAS", ["GBR.MED"]),
        ("وقال مراسل لوكالة فرانس برس إن المدينة هادئة.", "FRA.MED", []),
    ],
)
def test_who_relays(
    mentions: MentionStep, step: StatementStep, text: str, speaker: str, chain: list[str]
) -> None:
    found = only(step, mentions, text)
    assert [a.code for a in found.speakers] == [speaker]
    assert [a.code for a in found.chain] == chain


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("أبلغت إثيوبيا مجلس الأمن الدولي بأنها بدأت ملء السد.", ["IGO.UN"]),
        ("دعت فرنسا إسرائيل إلى احترام الهدنة.", ["ISR"]),
        ("حذرت واشنطن طهران من التصعيد.", ["IRN"]),
        ("طالبت الأمم المتحدة حماس بإطلاق الرهائن.", ["PSE.HAMAS"]),
    ],
)
def test_who_is_spoken_to(
    mentions: MentionStep, step: StatementStep, text: str, addressees: list[str]
) -> None:
    assert [a.code for a in only(step, mentions, text).addressees] == addressees


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("قالت حماس في بيان إن الوفد وصل.", "statement"),
        ("قال بوتين في مقابلة تلفزيونية إن القمة ناجحة.", "interview"),
        ("كتب أردوغان على منصة إكس أن الهدنة صامدة.", "post"),
        ("أكد لافروف خلال اتصال هاتفي أن القمة قائمة. سيرغي لافروف", "phone call"),
        ("ذكرت وكالة رويترز أن الهدنة صامدة.", "agency report"),
        ("قالت باريس إن الهدنة صامدة.", None),
    ],
)
def test_where_it_was_said(
    mentions: MentionStep, step: StatementStep, text: str, channel: str | None
) -> None:
    assert only(step, mentions, text).channel == channel


def test_the_date_of_saying_is_not_the_date_of_what_is_said(
    mentions: MentionStep, step: StatementStep
) -> None:
    text = "قالت حماس مساء السبت إن الوفد يصل يوم الأحد."
    said, told = text.index("مساء السبت"), text.index("يوم الأحد")
    times = (
        TimeExpression(said, said + 10, "مساء السبت", "XXXX-WXX-6", "2024-05-04", "weekday"),
        TimeExpression(told, told + 9, "يوم الأحد", "XXXX-WXX-7", "2024-05-05", "weekday"),
    )
    (found,) = step(a_scene(mentions, text, times))
    assert found.date == "2024-05-04"
    quiet = text.replace("مساء السبت ", "")
    (undated,) = step(a_scene(mentions, quiet))
    assert undated.date is None


def test_direct_speech_is_told_from_reported(mentions: MentionStep, step: StatementStep) -> None:
    assert only(step, mentions, "قالت حماس: «لن نقبل اتفاقاً ناقصاً».").quoted
    assert not only(step, mentions, "قالت حماس إن الوفد وصل.").quoted


def test_offsets_and_reasons(mentions: MentionStep, step: StatementStep) -> None:
    text = "وأعلنتْ وزارةُ الدفاعِ الروسيةُ أنّ الهدنةَ بدأت.\nوأضافت أنها ستستمر."
    found = step(a_scene(mentions, text))
    assert [text[s.content.start : s.content.end] for s in found] == ["الهدنةَ بدأت", "أنها ستستمر"]
    assert all(s.start <= s.content.start and s.content.end <= s.end for s in found)
    assert all(s.step == "statements/1" and s.reason and 0 < s.score <= 1 for s in found)
    assert found == step(a_scene(mentions, text))


def test_nothing_in_nothing(mentions: MentionStep, step: StatementStep) -> None:
    for text in ("", "\n", "«»", "قال", "قال:", "بحسب", "أن", "وفق ما"):
        assert step(a_scene(mentions, text)) == ()


WORDS = [
    "قال", "وقالت", "أعلنت", "بحسب", "نقلاً", "عن", "ما", "نقلته", "أن", "إنها", "بأن", "روسيا", "بوتين",
    "وأردوغان", "وزارة", "الدفاع", "التركية", "لوكالة", "رويترز", "«", "»", '"', ":", "،", ".", "\n", "الذي",
    "قائلاً", "معرباً", "قلقها", "اتهام", "وجهت", "دعوة", "في", "بيان", "البيان", "لن", "تسمح", "كما", "أما",
    "كان", "قد", "وهو", "نفته", "دمشق", "مصدر", "ناشطون", "شددا", "وأن", "على", "ضرورة", "جاء", "و", "ف", "1",
]  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_any_order_of_words_keeps_offsets_true(mentions: MentionStep, step: StatementStep, text: str) -> None:
    for found in step(a_scene(mentions, text)):
        assert 0 <= found.start < found.end <= len(text)
        assert 0 <= found.content.start < found.content.end <= len(text)
        assert found.speakers
        for actor_ in (*found.speakers, *found.chain, *found.addressees):
            assert text[actor_.start : actor_.end] == actor_.text
