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
        "verb first",
        "سيطرت قوات الجيش الوطني الليبي على مدينة سرت.",
        "ASSAULT/territory-gain LBY.LNA @سرت",
        "names: «قوات» before a named force keeps the force's code",
    ),
    Case("verb first", "انسحبت القوات الإماراتية من ميناء عدن.", "RETREAT/withdraw ARE"),
    Case("verb first", "نزحت مئات العائلات من بلدة كفرنبل باتجاه الحدود التركية.", "DISPLACEMENT *"),
    Case(
        "verb first",
        "فرضت وزارة الخزانة الأمريكية عقوبات على رجلي أعمال سوريين.",
        "SANCTION/discontinue USA",
        "object: the subject stands between verb and «عقوبات»",
    ),
    Case("verb first", "أرسلت تركيا رتلاً عسكرياً إلى نقطة المراقبة في مورك.", "MOBILIZE/troops TUR"),
    Case(
        "verb first",
        "تظاهر المئات في مدينة البصرة احتجاجاً على انقطاع الكهرباء.",
        "PROTEST/demo *",
        "REGRESSION; protest told by its reason",
    ),
    Case(
        "verb first",
        "أفرجت السلطات السودانية عن خمسين أسيراً من حركة تحرير السودان.",
        "RETREAT/release SDN.GOV",
    ),
    Case("verb first", "دخلت قافلة مساعدات أممية إلى مدينة دوما.", "AID *"),
    Case("verb first", "رفضت الحكومة اليمنية مقترح المبعوث الأممي.", "REJECT YEM.GOV"),
    Case(
        "verb first",
        "أسقطت الدفاعات الجوية التابعة لحكومة الوفاق طائرة مسيرة جنوب طرابلس.",
        "ASSAULT LBY",
        "doer: «الدفاعات الجوية» of an owner",
    ),
    Case(
        "verb first",
        "استعادت القوات العراقية ثلاث قرى من تنظيم داعش شمال ديالى.",
        "ASSAULT/territory-gain IRQ.MIL",
    ),
    Case(
        "verb first",
        "فجّر انتحاري نفسه وسط سوق شعبي في بغداد.",
        "ASSAULT/suicide-attack|explosives -",
        "doer without a code: «انتحاري»",
    ),
    Case("verb first", "أعدم تنظيم داعش أربعة مدنيين في بادية دير الزور.", "ASSAULT/targeted ISIS"),
    Case(
        "verb first",
        "أحرق مستوطنون سيارات فلسطينيين في بلدة حوارة.",
        "ASSAULT/destroy ISR",
        "names: indefinite «مستوطنون»",
    ),
    Case("verb first", "حشد الجيش التركي قواته على الحدود مع سوريا.", "MOBILIZE/troops TUR.MIL"),
    Case("verb first", "التقى وزير الخارجية الروسي نظيره التركي في موسكو.", "CONSULT RUS+TUR|RUS"),
    Case(
        "verb first",
        "قطع السودان علاقاته الدبلوماسية مع إيران.",
        "SANCTION/withdraw SDN>IRN",
        "lexicon: «علاقاته»",
    ),
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
        "verb: «ألقى براميل متفجرة»",
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
        "country: «أريحا» is in Syria beside «قوات النظام»",
    ),
    Case("passive", "أُصيب صحفي برصاص قناص في حي جوبر.", "ASSAULT/firearms -"),
    Case(
        "passive",
        "استُهدفت سيارة تقل قيادياً في حركة حماس بغارة إسرائيلية قرب صيدا.",
        "ASSAULT/aerial ISR",
    ),
    Case("passive", "تعرضت قرى في جنوب لبنان لقصف إسرائيلي متقطع.", "ASSAULT ISR"),
    Case(
        "passive",
        "اغتيل قائد شرطة عدن بعبوة ناسفة زرعت في سيارته.",
        "ASSAULT/targeted|explosives -",
        "passive: hollow verb «اغتيل»",
    ),
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
        "passive: the one killed is no doer",
    ),
    Case(
        "passive with its doer",
        "لقي عنصران من الحشد الشعبي مصرعهما في هجوم لتنظيم داعش جنوب سامراء.",
        "ASSAULT ISIS>IRQ.PMF",
        "passive: «لقي مصرعه» names the one done to",
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
    Case(
        "nominalised with attacker",
        "هجوم الحوثيين على مأرب يدخل أسبوعه الثالث",
        "ASSAULT YEM.HOUTHI",
        "verb: «يدخل أسبوعه» is no march",
    ),
    Case(
        "nominalised with attacker",
        "اعتقال قوات الأمن العراقية عشرات المتظاهرين في كربلاء أثار غضباً واسعاً.",
        "COERCE/arrest IRQ.COP",
        "nominalised: subject in the genitive of «اعتقال»",
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
        "names: «المبعوث الأممي»",
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
        "relative: object pronoun on the preposition «عنهم»",
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
        "verb with «ب»: «بادر بإطلاق النار»",
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

DUALS = [
    Case(
        "dual doer",
        "قصفت طائرتان إسرائيليتان مطار المزة العسكري.",
        "ASSAULT ISR",
        "dual: «طائرتان» with a nationality",
    ),
    Case(
        "dual doer",
        "شنت مقاتلتان روسيتان ثلاث غارات على جبل الزاوية.",
        "ASSAULT/aerial RUS",
        "dual: «مقاتلتان» with a nationality",
    ),
    Case(
        "dual doer",
        "اتفق الرئيسان الروسي والتركي على تسيير دوريات مشتركة.",
        "AGREE RUS+TUR;?COOPERATE RUS+TUR !planned|reported",
    ),
    Case("dual doer", "بحث الوزيران السعودي والعماني جهود السلام في اليمن.", "CONSULT SAU+OMN"),
    Case("dual verb", "روسيا وتركيا تسيران دورية مشتركة على طريق حلب اللاذقية", "COOPERATE RUS+TUR"),
    Case("dual attack", "نفذ الطيران السوري غارتين على محيط بلدة كنصفرة.", "ASSAULT/aerial SYR"),
    Case(
        "dual sides",
        "التقى الرئيسان المصري والسوداني في القاهرة، وبحث الجانبان أمن البحر الأحمر.",
        "CONSULT EGY+SDN;?CONSULT EGY+SDN",
    ),
]

COORDINATION = [
    Case(
        "coordinated doers",
        "قصفت قوات النظام السوري والميليشيات الإيرانية بلدتي سرمين والنيرب.",
        "ASSAULT SYR+IRN",
    ),
    Case(
        "coordinated doers",
        "تبادل الجيش السوداني وقوات الدعم السريع القصف المدفعي في أم درمان.",
        "ASSAULT/heavy-weapons SDN.MIL+SDN.RSF",
    ),
    Case(
        "coordinated verbs",
        "اقتحم الجيش الإسرائيلي مدينة جنين واعتقل عشرة فلسطينيين وهدم منزلين.",
        "ASSAULT ISR.MIL;COERCE/arrest ISR.MIL;?ASSAULT ISR.MIL",
    ),
    Case(
        "two sides",
        "دارت اشتباكات بين فصائل المعارضة وقوات النظام السوري على محور كبانة.",
        "ASSAULT SYR.REB+SYR.MIL",
    ),
    Case(
        "two sides",
        "اندلعت معارك عنيفة بين الجيش اليمني ومقاتلي جماعة الحوثي غرب تعز.",
        "ASSAULT YEM.MIL+YEM.HOUTHI",
    ),
    Case(
        "two sides",
        "تبادلت الحكومة اليمنية وجماعة الحوثي مئات الأسرى برعاية الصليب الأحمر.",
        "RETREAT/release YEM.GOV+YEM.HOUTHI",
    ),
    Case(
        "coordinated doers",
        "سيّرت القوات الروسية والتركية دورية مشتركة على الطريق الدولي.",
        "COOPERATE RUS+TUR",
    ),
    Case(
        "coordinated doers",
        "وقعت الحكومة السودانية والحركة الشعبية اتفاقاً لوقف العدائيات.",
        "AGREE SDN;?RETREAT/ceasefire *",
    ),
    Case(
        "two clauses, two doers",
        "قصف حزب الله ثكنة زرعيت، فيما ردت إسرائيل بغارات على بلدة عيتا الشعب.",
        "ASSAULT LBN.HEZ;ASSAULT/aerial ISR",
        "light verb: «رد بغارات»",
    ),
    Case(
        "two clauses, two doers",
        "انسحبت قوات الدعم السريع من سنجة بينما انتشر الجيش السوداني في شوارعها.",
        "RETREAT/withdraw SDN.RSF;MOBILIZE SDN.MIL",
    ),
]

SAID = [
    Case(
        "said by a monitor",
        "قال المرصد السوري لحقوق الإنسان إن طائرات حربية روسية شنت غارات على ريف اللاذقية.",
        "ASSAULT/aerial RUS.MIL !claimed|reported",
    ),
    Case(
        "accusation",
        "اتهمت وزارة الدفاع الروسية فصائل المعارضة السورية بقصف أحياء حلب.",
        "ACCUSE/allege RUS.MIL>SYR;ASSAULT SYR !alleged",
        "accusation: the accused does what is alleged",
    ),
    Case(
        "claimed by its doer",
        "أعلنت كتائب القسام استهداف دبابة إسرائيلية شرق رفح.",
        "ASSAULT PSE.HAMAS !claimed|reported",
        "announced: «أعلن» with a verbal noun of its doer",
    ),
    Case("denied", "نفى الجيش الإسرائيلي قصف مستشفى في غزة.", "ASSAULT ISR.MIL !denied"),
    Case(
        "denied",
        "نفت جماعة الحوثي استهداف سفينة تجارية في البحر الأحمر.",
        "ASSAULT YEM.HOUTHI !denied",
        "denied: «نفى» with a verbal noun of its doer",
    ),
    Case(
        "denied",
        "نفت وزارة الدفاع الروسية نزوح مدنيين من إدلب إلى الحدود التركية.",
        "DISPLACEMENT * !denied",
    ),
    Case("denied", "نفت الحكومة الليبية انسحاب قواتها من ترهونة.", "RETREAT/withdraw LBY !denied"),
    Case(
        "threat",
        "هدد الرئيس التركي بشن عملية عسكرية شرق الفرات.",
        "THREATEN TUR;?ASSAULT TUR !planned|hypothetical",
        "threat: «هدد بشن»",
    ),
    Case("demand", "طالبت فرنسا إيران بالإفراج عن مواطنين محتجزين.", "REQUEST FRA"),
    Case(
        "said and negated",
        "قال بوتين إن روسيا لن تسحب قواتها من سوريا.",
        "RETREAT/withdraw RUS !negated|planned;?REJECT RUS",
    ),
    Case(
        "quoted",
        "وقال المتحدث باسم الجيش اليمني: «استعدنا السيطرة على مواقع استراتيجية في الجوف».",
        "ASSAULT/territory-gain YEM.MIL !claimed|reported",
    ),
    Case(
        "claimed of others",
        "ذكرت وكالة الأناضول أن قوات النظام السوري قصفت مخيماً للنازحين شمال إدلب.",
        "ASSAULT SYR.MIL !claimed|reported",
    ),
]

CEASEFIRES = [
    Case(
        "ceasefire begun",
        "دخلت الهدنة بين إسرائيل وحماس حيز التنفيذ صباح الجمعة.",
        "RETREAT/ceasefire ISR+PSE.HAMAS",
    ),
    Case(
        "ceasefire begun",
        "أعلن التحالف العربي وقف إطلاق النار في اليمن من جانب واحد.",
        "RETREAT/ceasefire SAU",
    ),
    Case(
        "ceasefire accepted",
        "وافقت حركة حماس على مقترح الهدنة.",
        "AGREE PSE.HAMAS",
    ),
    Case(
        "ceasefire broken",
        "خرقت قوات النظام السوري وقف إطلاق النار في إدلب بقصف بلدة آفس.",
        "ASSAULT SYR.MIL",
    ),
    Case(
        "ceasefire wished",
        "أعربت الأمم المتحدة عن أملها في التوصل إلى هدنة في السودان.",
        "",
        "wish: «أملها في التوصل إلى هدنة»",
    ),
    Case(
        "ceasefire wished",
        "ناشد أهالي الفاشر المجتمع الدولي فرض هدنة إنسانية.",
        "?REQUEST *",
    ),
    Case(
        "ceasefire agreed",
        "توصل الجيش السوداني وقوات الدعم السريع إلى هدنة مدتها 72 ساعة.",
        "AGREE SDN.MIL+SDN.RSF;?RETREAT/ceasefire SDN.MIL+SDN.RSF !planned|reported",
        "two sides: parties of the truce they reach",
    ),
]

TALKS = [
    Case(
        "phone call",
        "أجرى وزير الخارجية الأمريكي اتصالاً هاتفياً مع نظيره السعودي.",
        "CONSULT/phone USA+SAU|USA",
    ),
    Case(
        "meeting",
        "عقد المبعوث الأممي اجتماعاً مع قيادات من جماعة الحوثي في مسقط.",
        "CONSULT IGO.UN+YEM.HOUTHI|IGO.UN>YEM.HOUTHI",
        "names: «المبعوث الأممي»",
    ),
    Case("visit", "وصل وزير الخارجية الإيراني إلى دمشق في زيارة رسمية.", "CONSULT/visit IRN"),
    Case("visit", "زار رئيس الوزراء العراقي طهران لبحث أمن الحدود.", "CONSULT/visit IRQ>IRN"),
    Case(
        "mediation",
        "تواصل قطر وساطتها بين الحكومة السودانية وقوات الدعم السريع.",
        "CONSULT/third-party QAT",
    ),
    Case("talks", "تستضيف جنيف محادثات بين الجيش السوداني وقوات الدعم السريع.", "CONSULT SDN.MIL+SDN.RSF"),
]

PLANNED = [
    Case(
        "planned",
        "تعتزم تركيا إرسال قوات إلى ليبيا.",
        "MOBILIZE TUR !planned",
        "verbal noun: «تعتزم إرسال قوات»",
    ),
    Case(
        "planned",
        "ستنسحب القوات الأمريكية من العراق نهاية العام.",
        "RETREAT/withdraw USA !planned",
    ),
    Case(
        "planned",
        "من المقرر أن يلتقي وزير الخارجية المصري نظيره القطري غداً.",
        "CONSULT|AGREE EGY+QAT|EGY !planned",
        "planned: «من المقرر أن» before the verb",
    ),
    Case("planned", "سيزور الرئيس الفرنسي بيروت الأسبوع المقبل.", "CONSULT|AGREE FRA !planned"),
    Case(
        "planned",
        "تستعد قوات حفتر لاقتحام طرابلس.",
        "ASSAULT LBY.LNA !planned",
        "planned: «تستعد لاقتحام» is one plan",
    ),
    Case("planned", "سوف تشن إسرائيل عملية برية في رفح.", "ASSAULT ISR !planned"),
    Case(
        "planned by an accord",
        "ينص الاتفاق على انسحاب القوات الإسرائيلية من محور نتساريم.",
        "RETREAT/withdraw ISR !planned",
    ),
]

NEGATED = [
    Case("negated", "لم يقصف الطيران الروسي أي موقع مدني اليوم.", "?ASSAULT RUS !negated"),
    Case("negated", "لم تنسحب القوات التركية من نقاط المراقبة.", "?RETREAT TUR !negated"),
    Case("negated", "ولم ترد أنباء عن سقوط قتلى أو جرحى.", ""),
    Case("negated", "لم تقع أي إصابات جراء الحادث في ميناء جدة.", ""),
    Case("negated", "لم يوقع الوفد الحكومي السوداني على الوثيقة.", "?REJECT SDN;?AGREE * !negated"),
    Case(
        "negated",
        "لن تشارك فصائل المعارضة السورية في محادثات سوتشي.",
        "?REJECT SYR;?CONSULT * !negated|planned",
    ),
    Case(
        "negated",
        "توقفت الغارات الجوية على صنعاء منذ مساء الأحد.",
        "?ASSAULT * !negated;?RETREAT *",
    ),
]

HYPOTHETICAL = [
    Case(
        "hypothetical",
        "إذا هاجمت تركيا مدينة عين العرب فإن واشنطن ستفرض عقوبات عليها.",
        "?ASSAULT TUR !hypothetical|planned;?SANCTION USA !planned|hypothetical;?THREATEN USA",
    ),
    Case(
        "hypothetical",
        "قد تشن إسرائيل هجوماً على منشآت إيرانية.",
        "?ASSAULT ISR !hypothetical|planned",
        "hypothetical: «قد» with the imperfect",
    ),
    Case(
        "hypothetical",
        "يخشى السكان من احتمال تعرض المدينة لهجوم من قوات الدعم السريع.",
        "?ASSAULT SDN.RSF !hypothetical|planned",
    ),
    Case(
        "hypothetical",
        "حذر دبلوماسيون من كارثة إنسانية في حال تعرضت إدلب لهجوم بري.",
        "?ASSAULT * !hypothetical|planned;?ACCUSE *;?THREATEN *",
        "hypothetical: «في حال» with the past",
    ),
    Case(
        "hypothetical",
        "لو انسحبت القوات الروسية لسقطت المدينة خلال أيام.",
        "?RETREAT RUS !hypothetical|negated",
    ),
]

NO_EVENT = [
    Case("sport", "هاجم المنتخب السوري مرمى ضيفه في الدقيقة العشرين وسجل هدفاً.", ""),
    Case("sport", "تلقى الهلال السوداني ضربة موجعة بإصابة مهاجمه قبل المباراة النهائية.", ""),
    Case("sport", "قصف لاعبو الفريق العراقي مرمى خصمهم بالتسديدات البعيدة.", ""),
    Case("sport", "انسحب اللاعب التونسي من البطولة بسبب الإصابة.", ""),
    Case("sport", "احتل المنتخب العراقي المركز الثاني في المجموعة.", ""),
    Case("sport", "استقال مدرب المنتخب اللبناني بعد الخسارة أمام قطر.", ""),
    Case("sport", "التقى المنتخب السعودي نظيره الياباني في تصفيات كأس العالم.", ""),
    Case("economy", "تراجعت الليرة السورية أمام الدولار إلى مستوى قياسي.", ""),
    Case("economy", "حرب أسعار بين السعودية وروسيا تهبط بالنفط إلى أدنى مستوى.", ""),
    Case("economy", "أطلق مصرف ليبيا المركزي منصة جديدة لبيع العملة.", ""),
    Case("economy", "انفجرت أسعار الوقود في الأسواق اليمنية خلال رمضان.", ""),
    Case("economy", "تستهدف الحكومة المصرية معدل نمو يبلغ خمسة بالمئة.", ""),
    Case("economy", "سحبت الشركة السعودية منتجاتها من الأسواق.", ""),
    Case("economy", "ضرب الركود قطاع العقارات في الإمارات.", ""),
    Case("disease", "أصيب وزير الصحة العراقي بفيروس كورونا.", ""),
    Case("disease", "أطلقت الوزارة حملة تلقيح ضد شلل الأطفال في مأرب.", "?AID *"),
    Case("disease", "انتشر وباء الكوليرا في مخيمات النازحين بمحافظة حجة.", ""),
    Case("disaster", "سقط عشرات الضحايا في زلزال ضرب شمال سوريا.", ""),
    Case("disaster", "ضربت عاصفة رملية مدينة الرقة وألحقت أضراراً بالمحاصيل.", ""),
    Case("disaster", "سيطرت فرق الإطفاء على حريق اندلع في سوق قديم بحلب.", ""),
    Case("accident", "قُتل خمسة أشخاص في حادث سير على طريق دمشق حمص.", ""),
    Case("accident", "لقي عشرة مهاجرين حتفهم غرقاً قبالة سواحل ليبيا.", "", "accident: drowned, «حتفهم غرقاً»"),
    Case(
        "accident", "أدى انفجار أنبوبة غاز في مطعم ببغداد إلى إصابة ثلاثة عمال.", "", "accident: «أنبوبة غاز»"
    ),
    Case("court", "أجلت المحكمة النظر في قضية طلاق فنان مشهور إلى جلسة قادمة.", ""),
    Case("court", "تقدم نائب لبناني بطلب استجواب الحكومة.", ""),
    Case("history", "اندلعت الحرب العالمية الثانية عام 1939.", ""),
    Case("history", "يتناول الكتاب تاريخ الحروب الصليبية في بلاد الشام.", ""),
    Case("history", "تعرض المسرحية قصة اغتيال يوليوس قيصر.", ""),
    Case("memory", "يحيي اللبنانيون ذكرى انفجار مرفأ بيروت.", "?PROTEST *"),
    Case("figurative", "الحرب على الفساد في العراق مستمرة بلا هوادة.", ""),
    Case("figurative", "شن مغردون هجوماً لاذعاً على الفنانة المصرية.", "", "figurative: an attack of words"),
    Case("figurative", "قضى الوزير إجازته في بيروت.", "", "figurative: «قضى» of time spent"),
    Case("figurative", "وصلت درجات الحرارة في بغداد إلى خمسين درجة.", ""),
    Case("figurative", "دخل قانون الاستثمار الجديد في العراق حيز التنفيذ.", ""),
    Case("figurative", "الجيش الأبيض في مصر يواصل مواجهة كورونا.", ""),
    Case("culture", "خطفت الممثلة السورية الأضواء في مهرجان القاهرة.", ""),
    Case("culture", "غادر الشاعر العراقي بلاده إلى السويد قبل ثلاثين عاماً.", ""),
    Case("weather", "تقدمت كتلة هوائية باردة نحو السواحل السورية.", ""),
]

LONGER = [
    Case(
        "several sentences, places and doers apart",
        "قتل خمسة مدنيين في غارة إسرائيلية على دير البلح. وفي رفح، قصفت المدفعية الإسرائيلية أحياء سكنية.",
        "ASSAULT/aerial ISR @دير البلح;ASSAULT ISR @رفح",
    ),
    Case(
        "attack and answer",
        "قصف الحوثيون مطار أبها السعودي، وردّ التحالف بشن غارات على مواقعهم في صنعاء.",
        "ASSAULT YEM.HOUTHI;ASSAULT/aerial SAU",
        "light verb: «رد بشن غارات»",
    ),
    Case(
        "attack told twice is one event",
        "شن الطيران الحربي الروسي غارات على بلدة كنصفرة، وأسفرت الغارات عن إصابة ثلاثة مدنيين.",
        "ASSAULT/aerial RUS",
    ),
    Case(
        "attack, capture and flight",
        "هاجمت قوات الدعم السريع مدينة النهود وسيطرت عليها، ما دفع آلاف السكان إلى الفرار.",
        "ASSAULT SDN.RSF;ASSAULT/territory-gain SDN.RSF;DISPLACEMENT *|ASSAULT/territory-gain SDN.RSF",
    ),
    Case(
        "news agency lead",
        "بيروت (رويترز) - قال مصدران أمنيان لبنانيان إن طائرة مسيرة إسرائيلية استهدفت سيارة في النبطية يوم الاثنين.",
        "ASSAULT/drone|aerial ISR !claimed|reported",
    ),
    Case(
        "time first",
        "وفي وقت متأخر من مساء الخميس، شنت طائرات التحالف العربي سلسلة غارات على معسكرات جنوب صنعاء.",
        "ASSAULT/aerial SAU",
    ),
    Case(
        "adverbs between verb and doer",
        "قصفت صباح اليوم بالمدفعية الثقيلة قوات النظام السوري أطراف قرية الفطيرة.",
        "ASSAULT/heavy-weapons SYR.MIL",
        "word order: adverbs and means between verb and doer",
    ),
    Case(
        "object before subject",
        "اقتحم مخيم بلاطة فجراً عشرات الجنود الإسرائيليين.",
        "ASSAULT ISR",
        "word order: object before the doer",
    ),
    Case(
        "purpose clause",
        "وصل وفد من حركة حماس إلى القاهرة لبحث صفقة تبادل الأسرى.",
        "CONSULT/visit PSE.HAMAS;?RETREAT/release * !planned|hypothetical",
        "purpose: «لبحث صفقة» tells no exchange",
    ),
    Case(
        "background with «كان»",
        "وكانت القوات العراقية قد استعادت الموصل من تنظيم داعش في تموز 2017.",
        "ASSAULT/territory-gain IRQ",
    ),
    Case(
        "one side of a fight is silent",
        "يخوض الجيش السوداني منذ أسبوع معارك ضارية حول الفاشر.",
        "ASSAULT SDN.MIL",
    ),
    Case(
        "killed by name",
        "قتلت إسرائيل القيادي في حزب الله فؤاد شكر بغارة على الضاحية الجنوبية.",
        "ASSAULT ISR>LBN.HEZ",
        "",
        "2024-08-01",
    ),
    Case(
        "headline without verb",
        "غارات إسرائيلية على البقاع اللبناني",
        "ASSAULT/aerial ISR",
    ),
    Case(
        "headline without verb",
        "قتلى وجرحى بقصف للنظام على الأتارب",
        "ASSAULT SYR",
        "headline: casualties «بقصف ل» without a verb",
    ),
    Case(
        "headline of arrest",
        "البصرة.. قوات الأمن العراقية تعتقل متظاهرين",
        "COERCE/arrest IRQ",
    ),
    Case(
        "headline of talks",
        "مباحثات تركية روسية حول إدلب في أنقرة",
        "CONSULT TUR+RUS",
    ),
]

AGAIN = [
    Case(
        "dual doer",
        "استهدفت مروحيتان سوريتان محيط بلدة التمانعة.",
        "ASSAULT SYR",
        "dual: «مروحيتان» with a nationality",
    ),
    Case(
        "dual verb",
        "الطائرتان الروسيتان قصفتا تلال كبانة.",
        "ASSAULT RUS",
        "dual: verb in the dual after its subject",
    ),
    Case(
        "announced by its doer",
        "أعلن الحوثيون إسقاط طائرة استطلاع سعودية في صعدة.",
        "ASSAULT YEM.HOUTHI !claimed|reported",
        "announced: «أعلن» with a verbal noun of its doer",
    ),
    Case(
        "announced by its doer",
        "أعلن الجيش الليبي انسحابه من بني وليد.",
        "RETREAT/withdraw LBY !claimed|reported",
    ),
    Case(
        "announced by its doer",
        "أكدت وزارة الدفاع الأمريكية تنفيذ ضربة جوية ضد قيادي في تنظيم القاعدة.",
        "ASSAULT/aerial USA !claimed|reported",
        "announced: «تنفيذ ضربة» of the speaker",
    ),
    Case(
        "claim of responsibility",
        "تبنى تنظيم داعش تفجير سوق في بغداد.",
        "ASSAULT/explosives ISIS !claimed|reported",
    ),
    Case("denied", "نفت قوات الدعم السريع قصف مستشفى النو في أم درمان.", "ASSAULT SDN.RSF !denied"),
    Case("denied", "نفى مصدر عسكري سوري انسحاب الجيش من معرة النعمان.", "RETREAT/withdraw SYR !denied"),
    Case("denied", "ونفى البيان أن تكون القوات الروسية قد استهدفت المدرسة.", "ASSAULT RUS !denied"),
    Case(
        "accusation",
        "اتهم المتحدث باسم حكومة الوفاق قوات حفتر بقصف الأحياء السكنية.",
        "ACCUSE/allege LBY.GOV>LBY.LNA;ASSAULT LBY.LNA !alleged",
        "accusation: whom it accuses",
    ),
    Case(
        "accusation",
        "اتهمت السعودية إيران بتزويد الحوثيين بالصواريخ.",
        "ACCUSE/allege SAU>IRN;?AID|SUPPORT|COOPERATE * !alleged",
        "accusation: arming is no attack",
    ),
    Case(
        "accusation",
        "تتهم الأمم المتحدة الطرفين بارتكاب جرائم حرب في دارفور.",
        "ACCUSE/allege IGO.UN;?ASSAULT * !alleged",
    ),
    Case(
        "threat",
        "توعد الحوثيون باستهداف المنشآت النفطية السعودية.",
        "THREATEN YEM.HOUTHI;?ASSAULT YEM.HOUTHI !planned|hypothetical",
        "threat: the verbal noun's doer is who threatens",
    ),
    Case(
        "threat",
        "هدد وزير الدفاع الإسرائيلي بتوسيع العملية في غزة.",
        "THREATEN ISR;?ASSAULT ISR !planned|hypothetical",
    ),
    Case(
        "hypothetical",
        "قد تلجأ واشنطن إلى سحب قواتها من العراق.",
        "?RETREAT USA !hypothetical|planned",
        "hypothetical: «قد» with a verb of turning to",
    ),
    Case(
        "hypothetical",
        "وربما تقصف إسرائيل مواقع إيرانية في سوريا مجدداً.",
        "?ASSAULT ISR !hypothetical|planned",
    ),
    Case(
        "hypothetical",
        "من المحتمل أن تنسحب فرنسا من التحالف الدولي.",
        "?RETREAT FRA !hypothetical|planned",
        "hypothetical: «من المحتمل أن» before the verb",
    ),
    Case(
        "planned",
        "من المتوقع أن يصل المبعوث الأممي إلى عدن غداً.",
        "CONSULT|AGREE IGO.UN !planned",
        "planned: «من المتوقع أن» before the verb",
    ),
    Case("planned", "تنوي الحكومة العراقية فرض حظر تجول في الناصرية.", "COERCE/curfew IRQ|- !planned"),
    Case(
        "planned",
        "يستعد الجيش السوداني لاقتحام الجنينة.",
        "ASSAULT SDN.MIL !planned",
        "planned: «يستعد لاقتحام» is one plan",
    ),
    Case(
        "phone call",
        "هاتف الرئيس الفرنسي نظيره الروسي لبحث الأزمة.",
        "CONSULT/phone FRA+RUS|FRA",
        "phone: verb «هاتف»",
    ),
    Case(
        "phone call",
        "تلقى وزير الخارجية المصري اتصالاً هاتفياً من نظيره الأمريكي.",
        "CONSULT/phone EGY+USA|USA|EGY",
        "phone: «تلقى اتصالاً» is no injury",
    ),
    Case(
        "relative with its pronoun",
        "الأسرى الذين أطلق الحوثيون سراحهم وصلوا إلى مأرب.",
        "RETREAT/release YEM.HOUTHI",
        "visit: those set free are no visitors",
    ),
    Case(
        "relative with its pronoun",
        "المدينة التي انسحبت منها القوات الأمريكية دخلها الجيش السوري.",
        "RETREAT/withdraw USA;MOBILIZE|ASSAULT SYR.MIL",
    ),
    Case(
        "passive",
        "اعتُقل عشرة ناشطين في الخرطوم.",
        "COERCE/arrest -",
        "passive: the one arrested is known, not the doer",
    ),
    Case("passive", "أُعدم ثلاثة معتقلين في سجن صيدنايا.", "ASSAULT/targeted -", "passive: «أُعدم»"),
    Case(
        "passive",
        "اختُطف موظفان في الأمم المتحدة شمال اليمن.",
        "ASSAULT/abduct ->IGO.UN|-",
        "passive: «اختُطف»",
    ),
    Case("passive", "دُمّر منزلان في الغارة الإسرائيلية على عيترون.", "ASSAULT/aerial|destroy ISR"),
    Case(
        "barrels",
        "ألقت مروحيات النظام السوري براميل متفجرة على داريا.",
        "ASSAULT/unconventional|aerial SYR.MIL",
        "verb: «ألقى براميل متفجرة»",
    ),
    Case("attack by drone", "هاجم الحوثيون بطائرات مسيرة مصفاة في الرياض.", "ASSAULT/drone YEM.HOUTHI"),
    Case(
        "attack by drone",
        "استهدفت مسيّرة تركية سيارة لقوات سوريا الديمقراطية قرب القامشلي.",
        "ASSAULT/drone|aerial TUR>SYR.SDF",
    ),
    Case(
        "sanctions",
        "فرض الاتحاد الأوروبي عقوبات جديدة على مسؤولين في الحكومة السورية.",
        "SANCTION/discontinue IGO.EU>SYR",
        "sanctions: upon whom",
    ),
    Case(
        "sanctions",
        "أدرجت وزارة الخزانة الأمريكية قيادياً حوثياً على قائمة العقوبات.",
        "SANCTION/discontinue USA",
        "sanctions: «أدرج على قائمة العقوبات»",
    ),
    Case(
        "mediation",
        "تتوسط مصر بين حماس وإسرائيل للتوصل إلى تهدئة.",
        "CONSULT/third-party EGY",
        "mediation: a truce looked for",
    ),
    Case(
        "arrest as a noun",
        "أثار اعتقال السلطات اللبنانية ناشطاً بارزاً موجة انتقادات.",
        "COERCE/arrest LBN",
        "nominalised: subject in the genitive of «اعتقال»",
    ),
    Case(
        "ceasefire begun",
        "بدأ سريان هدنة إنسانية بين الجيش السوداني وقوات الدعم السريع.",
        "RETREAT/ceasefire SDN.MIL+SDN.RSF",
    ),
    Case(
        "ceasefire ended", "انهارت الهدنة بين إسرائيل وحماس بعد ساعات من إعلانها.", "?RETREAT * ;?ASSAULT *"
    ),
    Case(
        "condemned, its doer named",
        "ندد مجلس التعاون الخليجي بالهجوم الحوثي على أبوظبي.",
        "ACCUSE/disapprove *;ASSAULT YEM.HOUTHI",
    ),
    Case(
        "support",
        "أعربت الجزائر عن دعمها لحكومة الوفاق الليبية.",
        "SUPPORT DZA>LBY.GOV",
        "support: «أعرب عن دعمه ل»",
    ),
    Case("aid", "أرسلت الكويت طائرة محملة بمساعدات إلى السودان.", "AID KWT"),
    Case("aid", "قدم البنك الدولي منحة لدعم القطاع الصحي في اليمن.", "AID *", "aid: «منحة لدعم»"),
    Case("refusal", "رفض حفتر التوقيع على وثيقة وقف إطلاق النار.", "REJECT LBY.LNA"),
    Case(
        "refusal",
        "امتنعت روسيا عن سحب قواتها.",
        "?REJECT RUS;?RETREAT RUS !negated",
        "refusal: «امتنع عن» with a verbal noun",
    ),
]

NOT_WAR = [
    Case("sport", "استعاد الأهلي صدارة الدوري المصري بفوزه على الزمالك.", ""),
    Case("sport", "شن الفريق الضيف هجمات متتالية دون أن يسجل.", "", "sport: attacks without a named team"),
    Case("sport", "أطلق الحكم صافرة النهاية.", ""),
    Case("sport", "سيطر المنتخب المغربي على مجريات الشوط الأول.", ""),
    Case("economy", "قصفت البورصة الأرقام القياسية هذا العام.", ""),
    Case("economy", "وقعت أرامكو السعودية عقداً مع شركة يابانية لتوريد الغاز.", "?AGREE *"),
    Case("economy", "رفضت المتاجر تخفيض أسعارها في رمضان.", ""),
    Case("disease", "حاصر الوباء قرى عدة في إقليم دارفور.", ""),
    Case("disease", "قتل فيروس كورونا عشرين شخصاً في إيران.", ""),
    Case("disease", "يقاتل الأطباء في اليمن الكوليرا بأدوات بسيطة.", ""),
    Case("accident", "تحطمت طائرة تدريب عراقية بسبب عطل فني.", ""),
    Case("accident", "أصيب عاملان في انهيار سقف مصنع في حلب.", ""),
    Case("weather", "هاجمت أسراب الجراد مزارع في اليمن والسودان.", ""),
    Case("weather", "اجتاحت السيول مدينة عدن وجرفت سيارات.", ""),
    Case("culture", "زار آلاف السياح مدينة البتراء خلال العيد.", ""),
    Case("culture", "احتفل السوريون بعيد الأضحى في مخيمات إدلب.", ""),
    Case("culture", "انسحبت الفنانة اللبنانية من لجنة التحكيم.", ""),
    Case("politics of every day", "ناقش مجلس النواب الليبي مشروع الميزانية.", "?CONSULT *"),
    Case("politics of every day", "انتخب البرلمان العراقي رئيساً جديداً للجمهورية.", ""),
    Case(
        "prisons of history",
        "تروي الرواية حكاية أسير في الحرب العراقية الإيرانية.",
        "",
        "history: a war long past",
    ),
    Case("no news of an attack", "عاد الهدوء إلى شوارع طرابلس بعد أسابيع من التوتر.", ""),
    Case(
        "question",
        "هل تهاجم إسرائيل المفاعل الإيراني؟",
        "?ASSAULT ISR !hypothetical|planned",
        "question: asked, not told",
    ),
    Case("said to be untrue", "لا صحة لأنباء سقوط صاروخ في ميناء جدة.", "?ASSAULT * !denied|negated"),
]

CASES = [
    *VERB_FIRST, *SUBJECT_FIRST, *PASSIVES, *NOMINAL, *RELATIVES, *CLITICS, *DUALS, *COORDINATION, *SAID,
    *CEASEFIRES, *TALKS, *PLANNED, *NEGATED, *HYPOTHETICAL, *NO_EVENT, *LONGER, *AGAIN, *NOT_WAR,
]  # fmt: skip
