"""Sentences as reports write them, several things in each, as event_table.py writes them."""

from tests.extract.event_table import Case

REPORTS = [
    Case(
        "monitor counts after an attack",
        "أفاد المرصد السوري بمقتل أربعة مدنيين بينهم طفلان جراء قصف جوي نفذته طائرات النظام على سراقب.",
        "ASSAULT/aerial SYR !claimed|reported",
    ),
    Case(
        "doer told in the second sentence",
        "استهدف قصف صاروخي مطار عدن الدولي. واتهمت الحكومة اليمنية جماعة الحوثي بالوقوف وراءه.",
        "ASSAULT/heavy-weapons *;ACCUSE/allege YEM.GOV",
    ),
    Case(
        "two attacks, two places",
        "قصفت القوات التركية مواقع لقسد في ريف منبج، كما قصفت قوات النظام السوري أطراف مدينة الباب.",
        "ASSAULT TUR>SYR.SDF;ASSAULT SYR",
    ),
    Case(
        "talks about an attack are no attack",
        "بحث وزير الخارجية المصري مع نظيره الفرنسي تداعيات الهجوم على سرت.",
        "CONSULT EGY+FRA|EGY",
        "talks: what is talked about is not asked for",
    ),
    Case(
        "withdrawal agreed",
        "اتفق الجانبان التركي والأمريكي على انسحاب الوحدات الكردية من الشريط الحدودي.",
        "AGREE TUR+USA;?RETREAT/withdraw SYR.SDF !planned",
    ),
    Case(
        "aid kept out",
        "لا تزال قوات الدعم السريع تمنع دخول المساعدات إلى الفاشر.",
        "COERCE/restrict SDN.RSF;?AID * !negated",
    ),
    Case(
        "people return, nobody flees",
        "عاد مئات النازحين إلى بلداتهم في ريف حماة بعد توقف القصف.",
        "",
    ),
    Case(
        "sappers",
        "فككت فرق الهندسة في الجيش اليمني عشرات الألغام في المخا.",
        "",
    ),
    Case(
        "shooting at a demonstration",
        "فتحت الشرطة السودانية النار على محتجين قرب جسر في أم درمان فقتلت اثنين منهم.",
        "ASSAULT/firearms SDN",
    ),
    Case(
        "killed in fighting of two sides",
        "قتل سبعة من عناصر الجيش اليمني خلال مواجهات مع الحوثيين في الضالع.",
        "ASSAULT YEM.MIL+YEM.HOUTHI|YEM.HOUTHI",
    ),
    Case(
        "roadside bomb",
        "انفجرت عبوة ناسفة برتل للقوات التركية على طريق حلب اللاذقية.",
        "ASSAULT/explosives ->TUR",
        "patient: «انفجرت برتل للقوات»",
    ),
    Case(
        "ship seized",
        "احتجز الحرس الثوري الإيراني ناقلة نفط بريطانية في مضيق هرمز.",
        "COERCE/arrest|seize IRN",
    ),
    Case(
        "capital of a state acts",
        "دمشق تفرج عن دفعة من المعتقلين في درعا",
        "RETREAT/release SYR",
    ),
    Case("veto", "استخدمت روسيا حق النقض ضد مشروع قرار بشأن سوريا.", "REJECT RUS"),
    Case(
        "abstract threat of sanctions",
        "لوّحت واشنطن بفرض عقوبات على قادة في جنوب السودان.",
        "THREATEN USA;?SANCTION USA !planned|hypothetical",
    ),
    Case("calls up reserves", "استدعت إسرائيل آلاف جنود الاحتياط.", "MOBILIZE ISR"),
    Case(
        "summons an ambassador",
        "استدعت الخارجية العراقية السفير التركي للاحتجاج على القصف.",
        "?ACCUSE|REJECT|CONSULT IRQ",
    ),
    Case(
        "house raid",
        "داهمت قوة إسرائيلية منزلاً في بيت لحم واعتقلت فتى.",
        "COERCE/arrest ISR;?ASSAULT ISR;?COERCE ISR",
    ),
    Case(
        "siege",
        "تحاصر جماعة الحوثي مدينة تعز منذ سنوات.",
        "COERCE/restrict YEM.HOUTHI",
    ),
    Case("siege lifted", "فك الجيش السوداني الحصار عن مدينة الأبيض.", "ASSAULT|RETREAT SDN.MIL"),
    Case(
        "defection",
        "انشق ضابطان عن قوات النظام السوري.",
        "?RETREAT *;?REJECT *",
    ),
    Case(
        "history told of a town",
        "تأسست مدينة الرقة قبل الميلاد، ودمرها المغول في القرن الثالث عشر.",
        "",
    ),
    Case(
        "anniversary",
        "تحل اليوم الذكرى العاشرة لاندلاع الثورة الليبية.",
        "?PROTEST *",
    ),
    Case(
        "exhibition of arms",
        "عرضت إيران صواريخ جديدة خلال معرض عسكري في طهران.",
        "?MOBILIZE IRN;?THREATEN IRN",
    ),
    Case("training of rescuers", "تدربت فرق الدفاع المدني على إخلاء المباني أثناء القصف.", ""),
    Case(
        "appeal for calm",
        "حثت جامعة الدول العربية الأطراف الليبية على وقف القتال فوراً.",
        "REQUEST *",
    ),
    Case(
        "hopes for return",
        "يأمل سكان القنيطرة ألا تقصف إسرائيل بلداتهم مرة أخرى.",
        "?ASSAULT ISR !negated|hypothetical",
    ),
    Case(
        "law",
        "يعاقب القانون اللبناني على القتل العمد بالسجن المؤبد.",
        "",
    ),
    Case(
        "definition",
        "القصف المدفعي هو إطلاق قذائف من مسافات بعيدة.",
        "",
    ),
    Case(
        "film",
        "يروي الفيلم قصة قناص في معركة ستالينغراد.",
        "",
    ),
]
