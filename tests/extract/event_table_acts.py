"""Sentences for test_events.py: acts kept apart, sides of a fight, feats, people told by their number."""

from tests.extract.event_table import Case

APART = [
    Case(
        "two verbs joined by «و» are two acts",
        "اختطف مسلحو تنظيم داعش مختاراً في ريف كركوك وأحرقوا مركزاً للشرطة العراقية.",
        "ASSAULT/abduct IRQ.ISIS;ASSAULT/destroy IRQ.ISIS",
    ),
    Case(
        "a raid, an arrest and a seizure",
        "داهمت الشرطة العراقية منزلاً في الموصل واعتقلت أربعة مشتبهين وصادرت أسلحة.",
        "COERCE IRQ.COP;COERCE/arrest IRQ.COP;COERCE/seize IRQ.COP",
    ),
    Case(
        "a truce and a release are two acts of yielding",
        "أعلنت حركة حماس وقف إطلاق النار وأفرجت عن رهينتين في غزة.",
        "RETREAT/ceasefire PSE.HAMAS;RETREAT/release PSE.HAMAS",
    ),
]
SIDES = [
    Case(
        "the second side in quotation marks",
        "تدور اشتباكات بين قوات النظام و«قسد» قرب منبج.",
        "ASSAULT SYR",
    ),
    Case(
        "the second side after a few words",
        "اندلعت معارك في مأرب بين الجيش اليمني من جهة ومقاتلي جماعة الحوثي من جهة أخرى.",
        "ASSAULT YEM.MIL+YEM.HOUTHI",
    ),
    Case(
        "who opens the sentence fights with whom «مع» names",
        "سيطر الجيش السوداني على جسر الحلفايا بعد معارك مع قوات الدعم السريع.",
        "ASSAULT/territory-gain SDN.MIL;ASSAULT SDN.MIL+SDN.RSF",
    ),
]
SUBJECTS = [
    Case(
        "a subject joined by «و» right before its verb",
        "يدخل الحصار على خان يونس يومه الرابع وقوات الاحتلال تقصف محيط المستشفى.",
        "ASSAULT ISR;?COERCE *",
    ),
    Case(
        "an oblique dual is no subject",
        "خطف مقاتلو «حزب الله» جنديين إسرائيليين عند السياج الحدودي.",
        "ASSAULT/abduct LBN.HEZ>ISR.MIL",
    ),
    Case(
        "what a verb of doing completes",
        "استكملت حركة حماس عند الظهر تسليم المحتجزين في رفح.",
        "RETREAT/release PSE.HAMAS",
    ),
    Case(
        "a noun with its pronoun after the verb that carries it",
        "جدد مسلحو جماعة الحوثي قصفهم المدفعي على قرى غرب تعز.",
        "ASSAULT/heavy-weapons YEM.HOUTHI",
    ),
    Case(
        "the object of a verbal noun after its doer",
        "أصيب ضابط جراء استهداف مليشيا الحوثي موقعه بطائرة مسيرة جنوب مأرب.",
        "ASSAULT/drone YEM.HOUTHI",
    ),
    Case(
        "what a party left behind is that party's",
        "انفجر لغم من مخلفات تنظيم داعش بسيارة مدنية قرب تدمر.",
        "ASSAULT/explosives SYR.ISIS",
    ),
]
FEATS = [
    Case(
        "a feat in the passive is the armed speaker's",
        "قالت وزارة الدفاع التركية إن أنفاقاً دُمرت ومسلحين جرى تحييدهم شمالي العراق.",
        "ASSAULT/destroy TUR;?ASSAULT TUR",
    ),
    Case(
        "a feat told far into the announcement",
        "أعلن الجيش السوداني من قاعدته في أم درمان تحرير حي الصالحة.",
        "ASSAULT/territory-gain SDN.MIL",
    ),
    Case(
        "whoever only counts the dead did nothing",
        "قالت وزارة الصحة في غزة إن عشرة منازل دُمرت جراء القصف.",
        "?ASSAULT -;?ASSAULT/destroy -",
    ),
]
CROWDS = [
    Case(
        "a crowd told by its number alone",
        "احتشد الآلاف في ساحة الشهداء في طرابلس الليبية مطالبين بالانتخابات.",
        "PROTEST/demo LBY.CVL;?REQUEST *",
    ),
    Case(
        "the dead by their number",
        "قُتل 14 مدنياً بغارة إسرائيلية على بلدة عيترون.",
        "ASSAULT/aerial ISR>LBN.CVL",
    ),
    Case(
        "«عن» before the number governs who is counted",
        "أفرجت جماعة الحوثي عن 33 محتجزاً في صنعاء.",
        "RETREAT/release YEM.HOUTHI>YEM.CVL",
    ),
    Case(
        "who fled is whom it befell",
        "نزح 400 شخص من قرية المسيرية في دارفور هرباً من القتال.",
        "DISPLACEMENT ->SDN.CVL;?ASSAULT *",
    ),
]
COUNTRIES = [
    Case(
        "a group of one name in another country",
        "هاجم مسلحو تنظيم داعش نقطة للشرطة الاتحادية جنوبي كركوك.",
        "ASSAULT IRQ.ISIS",
    ),
    Case(
        "government forces of the country the text is about",
        "أحبطت القوات الحكومية محاولة تسلل للحوثيين في جبهة الزاهر.",
        "ASSAULT YEM.MIL",
    ),
    Case(
        "the rebels of another country",
        "دخل الثوار مدينة سرت الليبية بعد معارك طاحنة مع كتائب القذافي.",
        "ASSAULT LBY.REB+LBY.MIL;MOBILIZE LBY.REB",
    ),
]
NONE = [
    Case("a goalkeeper", "صد الحارس العراقي كرة خطيرة في الشوط الثاني.", ""),
    Case("the occupation is a party, no act", "يواصل الأهالي الصمود في وجه الاحتلال.", ""),
    Case("a record taken back", "استعاد المنتخب السوري صدارة مجموعته بعد هجوم كاسح.", ""),
]
ALL_ACTS = [*APART, *SIDES, *SUBJECTS, *FEATS, *CROWDS, *COUNTRIES, *NONE]
WORDS = [
    Case(
        "a ceasefire with words between",
        "أعلنت روسيا بدء وقف شامل لإطلاق النار في إدلب.",
        "RETREAT/ceasefire RUS",
    ),
    Case(
        "withdrawal of an unknown force",
        "القطعات تنسحب من مقر قيادة العمليات وسط معارك عنيفة في الرمادي.",
        "RETREAT/withdraw -;?ASSAULT *",
    ),
    Case("both sides agree on something", "اتفق الأفرقاء في الدوحة على تشكيل حكومة.", "AGREE *"),
    Case("lifting sanctions", "رفعت الولايات المتحدة العقوبات عن السودان.", "CONCEDE USA"),
    Case(
        "breaking up a gathering",
        "قمعت قوات الاحتلال المصلين عند باب الأسباط بقنابل الصوت.",
        "ASSAULT/crowd-control ISR",
    ),
    Case(
        "the subject of a clause after «بعد أن»",
        "اعتقلت الشرطة العراقية 40 متظاهراً بعد أن اقتحمت ساحة الاعتصام في كربلاء.",
        "COERCE/arrest IRQ.COP;ASSAULT IRQ.COP;?PROTEST *",
    ),
    Case(
        "what somebody decides is his act",
        "قررت قيادة العمليات المشتركة فرض حظر تجوال شامل في بغداد.",
        "COERCE/curfew IRQ",
    ),
    Case(
        "between those who are represented",
        "بدأت في مسقط مباحثات بين ممثلي الحكومة اليمنية وجماعة الحوثي.",
        "CONSULT YEM.GOV+YEM.HOUTHI",
    ),
    Case(
        "dead beside one another",
        "قُتل السفير الأميركي وثلاثة من موظفيه في هجوم على القنصلية في بنغازي.",
        "ASSAULT ->*",
    ),
    Case(
        "a hand that another verb names is no agent",
        "استعاد الجيش السوري حي الكلاسة في حلب، ولم يبق بيد المسلحين سوى شارعين.",
        "ASSAULT/territory-gain SYR.MIL",
    ),
    Case(
        "«الجيش» where a country has none",
        "اقتحم الجيش مخيم جنين واعتقل ثلاثة فلسطينيين.",
        "ASSAULT ISR.MIL;COERCE/arrest ISR.MIL",
    ),
]
NO_WORDS = [
    Case("families are no captives", "أسرة واحدة في حمص تنتظر خبراً عن ابنها.", ""),
    Case("committees do not flee", "تشكلت لجان شعبية في حلب لتنظيف الشوارع.", ""),
    Case("a march of a drone is no protest", "تحطمت مسيرة استطلاع في ريف حماة.", ""),
    Case("students are no demand", "فازت طالبة سورية بجائزة في الرياضيات.", ""),
    Case("an operation in a hospital", "أجرى الأطباء السوريون عملية جراحية معقدة لطفل.", ""),
]
ALL_ACTS += [*WORDS, *NO_WORDS]
