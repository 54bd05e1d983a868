"""Sentences with the events they tell, written for these tests; read by test_events.py.

What is expected is written `TYPE[/mode] doers[>recipients][ @place][ !status]`: doers and recipients are
joined by «+», a bare country stands for any of its sectors, «-» for nobody known, «*» for anybody; «|» gives
other readings that are right. Without a status the event happened, as the report or somebody says. A «?»
before it: may be told or left out. Events are parted by «;»; an empty expectation is a sentence that tells no
event.
"""

from typing import NamedTuple


class Case(NamedTuple):
    """A sentence, what it shows, its events, and why it is not read yet (empty where it is)."""

    shows: str
    text: str
    expected: str
    fails: str = ""
    date: str = "2020-02-16"


VERB_FIRST = [
    Case(
        "verb first",
        "قصفت طائرات حربية إسرائيلية موقعاً للجيش السوري قرب حمص فجر اليوم.",
        "ASSAULT/aerial ISR.MIL>SYR.MIL",
    ),
    Case(
        "verb first",
        "أغار الطيران الروسي على أطراف بلدة البارة في ريف إدلب الجنوبي.",
        "ASSAULT/aerial RUS.MIL @البارة",
    ),
    Case(
        "verb first",
        "استهدف مقاتلو جماعة الحوثي مطار نجران بطائرة مسيرة.",
        "ASSAULT/drone YEM.HOUTHI",
        "weapon: a drone is told by «بطائرة مسيرة»",
    ),
    Case("verb first", "هاجمت قوات الدعم السريع مدينة سنجة في ولاية سنار.", "ASSAULT SDN.RSF @سنجة"),
    Case("verb first", "شنت قوات حكومة الوفاق هجوماً على قاعدة الوطية.", "ASSAULT LBY"),
    Case(
        "verb first",
        "أطلق حزب الله عشرات الصواريخ باتجاه بلدات في الجليل.",
        "ASSAULT/heavy-weapons LBN.HEZ",
    ),
    Case(
        "verb first",
        "اشتبك عناصر من البيشمركة مع مسلحي تنظيم الدولة الإسلامية في محيط كركوك.",
        "ASSAULT IRQ+ISIS",
    ),
    Case("verb first", "اختطف مسلحون مجهولون طبيباً من أمام منزله في مدينة السويداء.", "ASSAULT/abduct -"),
    Case("verb first", "اعتقلت القوات الإسرائيلية ثلاثة شبان من مخيم جنين.", "COERCE/arrest ISR"),
    Case(
        "verb first", "سيطرت قوات الجيش الوطني الليبي على مدينة سرت.", "ASSAULT/territory-gain LBY.LNA @سرت"
    ),
    Case("verb first", "انسحبت القوات الإماراتية من ميناء عدن.", "RETREAT/withdraw ARE"),
    Case("verb first", "نزحت مئات العائلات من بلدة كفرنبل باتجاه الحدود التركية.", "DISPLACEMENT *"),
    Case(
        "verb first", "فرضت وزارة الخزانة الأمريكية عقوبات على رجلي أعمال سوريين.", "SANCTION/discontinue USA"
    ),
    Case("verb first", "أرسلت تركيا رتلاً عسكرياً إلى نقطة المراقبة في مورك.", "MOBILIZE/troops TUR"),
    Case("verb first", "تظاهر المئات في مدينة البصرة احتجاجاً على انقطاع الكهرباء.", "PROTEST/demo *"),
    Case(
        "verb first",
        "أفرجت السلطات السودانية عن خمسين أسيراً من حركة تحرير السودان.",
        "RETREAT/release SDN.GOV",
    ),
    Case("verb first", "دخلت قافلة مساعدات أممية إلى مدينة دوما.", "AID *"),
    Case("verb first", "رفضت الحكومة اليمنية مقترح المبعوث الأممي.", "REJECT YEM.GOV"),
    Case("verb first", "أسقطت الدفاعات الجوية التابعة لحكومة الوفاق طائرة مسيرة جنوب طرابلس.", "ASSAULT LBY"),
    Case(
        "verb first",
        "استعادت القوات العراقية ثلاث قرى من تنظيم داعش شمال ديالى.",
        "ASSAULT/territory-gain IRQ.MIL",
    ),
    Case("verb first", "فجّر انتحاري نفسه وسط سوق شعبي في بغداد.", "ASSAULT/suicide-attack|explosives -"),
    Case("verb first", "أعدم تنظيم داعش أربعة مدنيين في بادية دير الزور.", "ASSAULT/targeted ISIS"),
    Case(
        "verb first",
        "أحرق مستوطنون سيارات فلسطينيين في بلدة حوارة.",
        "ASSAULT/destroy ISR",
    ),
    Case("verb first", "حشد الجيش التركي قواته على الحدود مع سوريا.", "MOBILIZE/troops TUR.MIL"),
    Case("verb first", "التقى وزير الخارجية الروسي نظيره التركي في موسكو.", "CONSULT RUS+TUR|RUS"),
    Case("verb first", "قطع السودان علاقاته الدبلوماسية مع إيران.", "SANCTION/withdraw SDN>IRN"),
    Case(
        "verb first",
        "طردت بريطانيا دبلوماسيين روساً.",
        "SANCTION/expel GBR>RUS",
        "names: indefinite accusative «روساً»",
    ),
    Case("verb first", "أغلقت إسرائيل معبر كرم أبو سالم أمام الشاحنات.", "COERCE/restrict ISR"),
    Case(
        "verb first",
        "منعت جماعة الحوثي دخول شاحنات الإغاثة إلى الحديدة.",
        "COERCE/restrict YEM.HOUTHI",
    ),
    Case("verb first", "صادرت سلطات الاحتلال أراضي زراعية في بيت لحم.", "COERCE/seize ISR"),
    Case("verb first", "رحّلت السلطات اللبنانية خمسين لاجئاً سورياً.", "COERCE/deport LBN.GOV"),
    Case("verb first", "علّقت ألمانيا مساعداتها للحكومة السودانية.", "SANCTION/withdraw DEU>SDN.GOV"),
    Case("verb first", "أضرب المعلمون في السليمانية عن العمل.", "PROTEST/strike *"),
    Case("verb first", "غادر آلاف المدنيين منازلهم في سراقب.", "DISPLACEMENT *"),
    Case("verb first", "اضطر سكان حي الرمال إلى النزوح نحو الجنوب.", "DISPLACEMENT *"),
    Case(
        "verb first",
        "سلّم مقاتلو المعارضة السورية أسلحتهم الثقيلة في درعا.",
        "RETREAT/disarm SYR.REB|SYR.OPP",
    ),
    Case(
        "verb first", "استقال رئيس الحكومة اللبنانية حسان دياب.", "RETREAT/resign LBN.GOV", "", "2020-08-10"
    ),
    Case(
        "verb first",
        "وزّع الهلال الأحمر القطري سلالاً غذائية على النازحين في عرسال.",
        "AID QAT",
        "lexicon: accusative «سلالاً»",
    ),
    Case("verb first", "فرضت السلطات الليبية حظر تجول ليلياً في طرابلس.", "COERCE/curfew LBY.GOV"),
]

SUBJECT_FIRST = [
    Case("subject first", "الجيش الإسرائيلي يقصف أهدافاً في الضاحية الجنوبية لبيروت", "ASSAULT ISR.MIL"),
    Case(
        "subject first",
        "قوات النظام السوري استهدفت بالمدفعية الثقيلة أطراف بلدة النيرب.",
        "ASSAULT/heavy-weapons SYR.MIL @النيرب",
    ),
    Case(
        "subject first",
        "الطيران المروحي التابع للنظام السوري ألقى براميل متفجرة على بلدة كفر عويد.",
        "ASSAULT/unconventional|aerial SYR.MIL",
    ),
    Case(
        "subject first",
        "مقاتلات التحالف العربي دمرت مخازن أسلحة للحوثيين في صعدة.",
        "ASSAULT/destroy|aerial SAU>YEM.HOUTHI",
    ),
    Case(
        "subject first",
        "الجيش السوداني يستعيد جسر الحلفايا من قوات الدعم السريع",
        "ASSAULT/territory-gain SDN.MIL>SDN.RSF",
    ),
    Case("subject first", "الولايات المتحدة سحبت جنودها من قاعدة عين عيسى.", "RETREAT/withdraw USA"),
    Case("subject first", "إيران تنفذ مناورات في مضيق هرمز", "MOBILIZE IRN"),
    Case("subject first", "محتجون عراقيون يعتصمون في ساحة التحرير", "PROTEST/demo IRQ"),
]

PASSIVES = [
    Case(
        "casualties of a told attack",
        "قُتل ثلاثة مدنيين وأصيب آخرون في قصف مدفعي لقوات النظام على مدينة أريحا.",
        "ASSAULT/heavy-weapons SYR.MIL>SYR.CVL",
    ),
    Case("passive", "أُصيب صحفي برصاص قناص في حي جوبر.", "ASSAULT/firearms -"),
    Case(
        "passive",
        "استُهدفت سيارة تقل قيادياً في حركة حماس بغارة إسرائيلية قرب صيدا.",
        "ASSAULT/aerial ISR",
    ),
    Case("passive", "تعرضت قرى في جنوب لبنان لقصف إسرائيلي متقطع.", "ASSAULT ISR"),
    Case("passive", "اغتيل قائد شرطة عدن بعبوة ناسفة زرعت في سيارته.", "ASSAULT/targeted|explosives -"),
    Case(
        "passive with its doer",
        "اعتُقل صحفيان في صنعاء من قبل جماعة الحوثي.",
        "COERCE/arrest YEM.HOUTHI",
    ),
    Case("passive", "تم استهداف قاعدة عين الأسد بصواريخ كاتيوشا.", "ASSAULT/heavy-weapons -"),
    Case(
        "passive with its doer",
        "قُتل قيادي في تنظيم داعش بغارة للتحالف الدولي في ريف الرقة.",
        "ASSAULT/aerial *>ISIS",
    ),
    Case(
        "passive with its doer",
        "لقي عنصران من الحشد الشعبي مصرعهما في هجوم لتنظيم داعش جنوب سامراء.",
        "ASSAULT ISIS>IRQ.PMF",
    ),
    Case("passive", "هُجّر سكان القرية قسراً على يد قوات النظام.", "DISPLACEMENT *"),
    Case("passive", "شُرّد أكثر من مليون سوداني منذ اندلاع القتال.", "DISPLACEMENT *;?ASSAULT *"),
    Case(
        "passive with its doer",
        "أُسقطت طائرة استطلاع تركية بنيران قوات حفتر غرب سرت.",
        "ASSAULT LBY.LNA",
    ),
]

NOMINAL = [
    Case(
        "nominalised with attacker",
        "أسفرت الغارات الروسية على معرة النعمان عن مقتل خمسة مدنيين.",
        "ASSAULT/aerial RUS",
    ),
    Case(
        "nominalised with attacker",
        "أدى قصف قوات حفتر لحي أبو سليم إلى إصابة طفلين.",
        "ASSAULT LBY.LNA",
    ),
    Case("nominalised with attacker", "هجوم الحوثيين على مأرب يدخل أسبوعه الثالث", "ASSAULT YEM.HOUTHI"),
    Case(
        "nominalised with attacker",
        "اعتقال قوات الأمن العراقية عشرات المتظاهرين في كربلاء أثار غضباً واسعاً.",
        "COERCE/arrest IRQ.COP",
    ),
    Case(
        "nominalised with attacker",
        "جاءت سيطرة قوات الدعم السريع على ود مدني بعد معارك استمرت أياماً.",
        "ASSAULT/territory-gain SDN.RSF;?ASSAULT *",
    ),
    Case(
        "nominalised with attacker",
        "تسود المدينة حالة من الترقب بعد انسحاب القوات الأمريكية من عين عيسى.",
        "RETREAT/withdraw USA",
    ),
    Case(
        "nominalised without attacker",
        "هزّ انفجار عبوة ناسفة حي المنصور في بغداد وأوقع قتيلين.",
        "ASSAULT/explosives -",
    ),
    Case(
        "nominalised with attacker",
        "تواصل القصف الإسرائيلي على مخيم النصيرات لليوم الثالث على التوالي.",
        "ASSAULT ISR",
    ),
    Case(
        "nominalised, wanted stopped",
        "دعا المبعوث الأممي إلى وقف الهجمات على المدنيين في إدلب.",
        "?REQUEST IGO.UN",
    ),
    Case("nominalised, wanted stopped", "طالب السكان بوقف القصف على أحيائهم.", "?REQUEST *"),
    Case(
        "nominalised, wanted stopped",
        "تسعى الأمم المتحدة إلى منع هجوم واسع على إدلب.",
        "?CONSULT *",
    ),
    Case(
        "nominalised, condemned",
        "أدانت قطر الهجوم على مقر بعثة الأمم المتحدة في بنغازي.",
        "ACCUSE/disapprove QAT",
    ),
    Case(
        "nominalised, by whom",
        "تتعرض أحياء أم درمان القديمة لقصف عنيف من قبل قوات الدعم السريع.",
        "ASSAULT SDN.RSF",
    ),
]

RELATIVES = [
    Case(
        "relative with its pronoun",
        "القرية التي قصفتها الطائرات الروسية أمس تقع جنوب إدلب.",
        "ASSAULT RUS",
    ),
    Case(
        "relative with its pronoun",
        "الطائرة التي أسقطها الحوثيون فوق الحديدة أمريكية الصنع.",
        "ASSAULT YEM.HOUTHI",
    ),
    Case(
        "relative of its doer", "عشرات المدنيين الذين فروا من الخرطوم وصلوا إلى بورتسودان.", "DISPLACEMENT *"
    ),
    Case(
        "relative with its pronoun",
        "وصل المعتقلون الذين أفرجت عنهم إسرائيل إلى رام الله.",
        "RETREAT/release ISR",
    ),
    Case(
        "relative of its doer",
        "قالت مصادر محلية إن الفصائل التي هاجمت الحاجز تابعة لهيئة تحرير الشام.",
        "ASSAULT SYR",
    ),
    Case(
        "relative of its doer",
        "الجيش الإسرائيلي الذي اجتاح رفح قبل شهر يوسع عملياته.",
        "ASSAULT ISR.MIL",
    ),
    Case(
        "relative with its pronoun",
        "دفن الأهالي ضحايا الغارة التي شنها التحالف العربي على صنعاء.",
        "ASSAULT/aerial SAU",
    ),
]

CLITICS = [
    Case("clitics", "فقصفت المدفعية التركية مواقع لقوات سوريا الديمقراطية شمال منبج.", "ASSAULT TUR>SYR.SDF"),
    Case(
        "clitics",
        "وبادرت قوات الاحتلال الإسرائيلي بإطلاق النار على المزارعين شرق خان يونس.",
        "ASSAULT/firearms ISR",
    ),
    Case("object pronoun", "ثلاث قرى في جبل الزاوية استهدفتها طائرات النظام السوري.", "ASSAULT SYR"),
    Case(
        "object pronoun",
        "دخل مقاتلو الحوثي مديرية الجوبة وسيطروا عليها بعد معارك عنيفة.",
        "ASSAULT/territory-gain YEM.HOUTHI;?ASSAULT *;?MOBILIZE YEM.HOUTHI",
    ),
    Case("possessive doer", "دفعت أنقرة بقواتها نحو بلدة تل أبيض.", "MOBILIZE/troops TUR"),
    Case(
        "possessive doer",
        "أعلنت روسيا أن طائراتها قصفت مواقع في ريف اللاذقية.",
        "ASSAULT RUS !claimed|reported",
    ),
    Case("accusative pronoun", "اعتقلته قوات الأمن السودانية من منزله في الخرطوم.", "COERCE/arrest SDN"),
]

ACTS = [*VERB_FIRST, *SUBJECT_FIRST, *PASSIVES, *NOMINAL, *RELATIVES, *CLITICS]
