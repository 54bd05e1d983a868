"""Events that somebody says, plans, denies or thinks possible, as event_table.py writes them."""

from tests.extract.event_table import Case

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
    ),
    Case(
        "claimed by its doer",
        "أعلنت كتائب القسام استهداف دبابة إسرائيلية شرق رفح.",
        "ASSAULT PSE.HAMAS !claimed|reported",
    ),
    Case("denied", "نفى الجيش الإسرائيلي قصف مستشفى في غزة.", "ASSAULT ISR.MIL !denied"),
    Case("denied", "نفت جماعة الحوثي استهداف سفينة تجارية في البحر الأحمر.", "ASSAULT YEM.HOUTHI !denied"),
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

PLANNED = [
    Case("planned", "تعتزم تركيا إرسال قوات إلى ليبيا.", "MOBILIZE TUR !planned"),
    Case(
        "planned",
        "ستنسحب القوات الأمريكية من العراق نهاية العام.",
        "RETREAT/withdraw USA !planned",
    ),
    Case(
        "planned",
        "من المقرر أن يلتقي وزير الخارجية المصري نظيره القطري غداً.",
        "CONSULT|AGREE EGY+QAT|EGY !planned",
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
    Case("hypothetical", "قد تشن إسرائيل هجوماً على منشآت إيرانية.", "?ASSAULT ISR !hypothetical|planned"),
    Case(
        "hypothetical",
        "يخشى السكان من احتمال تعرض المدينة لهجوم من قوات الدعم السريع.",
        "?ASSAULT SDN.RSF !hypothetical|planned",
    ),
    Case(
        "hypothetical",
        "حذر دبلوماسيون من كارثة إنسانية في حال تعرضت إدلب لهجوم بري.",
        "?ASSAULT * !hypothetical|planned;?ACCUSE *;?THREATEN *",
    ),
    Case(
        "hypothetical",
        "لو انسحبت القوات الروسية لسقطت المدينة خلال أيام.",
        "?RETREAT RUS !hypothetical|negated",
    ),
]

ALL_SAID = [*SAID, *PLANNED, *NEGATED, *HYPOTHETICAL]
