"""Parties of every pack as doers, and lists that name theirs once, as event_table.py writes them."""

from tests.extract.event_table import Case

BODIES = [
    Case("RSF", "سيطرت قوات الدعم السريع على مدينة بابنوسة في غرب كردفان.", "ASSAULT/territory-gain SDN.RSF"),
    Case(
        "joint force",
        "أعلنت القوة المشتركة في دارفور تصديها لهجوم الدعم السريع على الفاشر.",
        "ASSAULT SDN|SDN.MIL+SDN.RSF",
    ),
    Case(
        "joint force",
        "في إقليم دارفور السوداني، استعادت القوة المشتركة منطقة الحلف من الدعم السريع.",
        "ASSAULT/territory-gain SDN.MIL",
    ),
    Case("army by its short name", "قصف الجيش مواقع الدعم السريع في أم درمان.", "ASSAULT SDN.MIL>SDN.RSF"),
    Case(
        "militia of the RSF",
        "ارتكبت المليشيا مجزرة في قرية بولاية الجزيرة بحسب لجنة تتابع انتهاكات الدعم السريع في السودان.",
        "ASSAULT SDN.RSF",
    ),
    Case("SPLM-N", "قصفت الحركة الشعبية شمال مدينة كادوقلي بالمدافع.", "ASSAULT SDN.SPLMN"),
    Case("popular resistance", "أحبطت المقاومة الشعبية في الضالع هجوماً للحوثيين.", "ASSAULT YEM.MIL"),
    Case(
        "government forces in Yemen",
        "أسقطت القوات الحكومية طائرة مسيرة للحوثيين غرب مأرب في اليمن.",
        "ASSAULT YEM.MIL",
    ),
    Case("belt forces", "اعتقلت قوات الحزام الأمني ناشطاً في عدن.", "COERCE/arrest YEM.STC"),
    Case("giants", "سيطرت قوات العمالقة على مديرية بيحان.", "ASSAULT/territory-gain YEM.MIL"),
    Case(
        "joint forces in Yemen",
        "دمرت القوات المشتركة في الساحل الغربي اليمني ثلاثة زوارق للحوثيين.",
        "ASSAULT YEM.MIL>YEM.HOUTHI",
    ),
    Case(
        "army and committees",
        "قصف الجيش واللجان الشعبية تجمعات المرتزقة في نهم شرق صنعاء.",
        "ASSAULT YEM.HOUTHI",
    ),
    Case("rocket force", "أطلقت القوة الصاروخية اليمنية صاروخاً باليستياً على جيزان.", "ASSAULT YEM"),
    Case("border guard", "ألقى حرس الحدود السعودي قنابل على قرى منبه في صعدة.", "ASSAULT SAU"),
    Case(
        "general command",
        "أعلنت القيادة العامة للجيش الليبي سيطرة قواتها على مدينة سرت.",
        "ASSAULT/territory-gain LBY.LNA",
    ),
    Case("444", "اشتبك اللواء 444 مع جهاز الردع في طرابلس.", "ASSAULT LBY.MIL+LBY.COP"),
    Case(
        "western forces",
        "قصفت قوات حكومة الوحدة الوطنية مواقع لمهربين في الزاوية بطائرات مسيرة.",
        "ASSAULT LBY",
    ),
    Case("Tariq bin Ziyad", "هاجم لواء طارق بن زياد مواقع مسلحين تشاديين جنوب ليبيا.", "ASSAULT LBY.LNA"),
    Case(
        "stability support",
        "داهم جهاز دعم الاستقرار منزلاً في جنزور واعتقل ثلاثة أشخاص.",
        "?COERCE LBY;COERCE/arrest LBY",
    ),
    Case("Qassam", "استهدفت كتائب القسام دبابة إسرائيلية بقذيفة الياسين في الشجاعية.", "ASSAULT PSE.HAMAS"),
    Case("resistance", "قصفت المقاومة الفلسطينية مستوطنة سديروت برشقة صاروخية.", "ASSAULT PSE.REB"),
    Case(
        "Lebanese resistance",
        "قصفت المقاومة الإسلامية في لبنان ثكنة زرعيت بالصواريخ الموجهة.",
        "ASSAULT LBN.HEZ",
    ),
    Case("Palestinian security", "اعتقلت أجهزة السلطة الفلسطينية أسيراً محرراً في طوباس.", "COERCE/arrest PSE"),
    Case(
        "security services of Hamas",
        "أعدمت الأجهزة الأمنية التابعة لحركة حماس ثلاثة أشخاص في غزة.",
        "ASSAULT/targeted PSE",
    ),
    Case(
        "ministry after 2024",
        "انتشرت قوات وزارة الدفاع السورية في محيط السويداء.",
        "MOBILIZE SYR.MIL",
        date="2025-07-16",
    ),
    Case(
        "general security",
        "اعتقلت قوات الأمن العام في سوريا عشرة مطلوبين في حمص.",
        "COERCE/arrest SYR.COP",
        date="2025-03-10",
    ),
    Case(
        "internal security",
        "ألقت قوى الأمن الداخلي القبض على خلية لتنظيم داعش في حلب السورية.",
        "COERCE/arrest SYR",
        date="2025-06-10",
    ),
    Case(
        "tribes", "هاجم مسلحو العشائر قرية المجدل في ريف السويداء.", "ASSAULT SYR.TRIBES", date="2025-07-18"
    ),
    Case(
        "Israel in Syria",
        "توغلت دورية للاحتلال الإسرائيلي في قرية صيدا الحانوت وأقامت حاجزاً.",
        "ASSAULT|MOBILIZE|COERCE ISR;?COERCE/restrict ISR",
        date="2025-10-18",
    ),
    Case("rebels", "سيطر الثوار على قرية الحويز في ريف حماة بسوريا.", "ASSAULT/territory-gain SYR.REB"),
    Case(
        "factions of the revolution",
        "دمرت فصائل الثوار دبابة لقوات النظام السوري بصاروخ موجه.",
        "ASSAULT SYR.REB>SYR",
    ),
    Case("Peshmerga", "صدت قوات البيشمركة هجوماً لتنظيم داعش قرب مخمور.", "ASSAULT IRQ.KRG;?ASSAULT ISIS"),
    Case("PMF", "أطلق الحشد الشعبي عملية عسكرية ضد خلايا داعش في ديالى.", "ASSAULT IRQ.PMF"),
]

PASSAGES = [
    Case(
        "list under a lead",
        "رصدت غرفة ضباط الارتباط خروقات قوات الدعم السريع خلال الساعات الماضية:\n"
        "1- قصف مدفعي على حي أبو شوك في الفاشر.\n2- هجوم بطائرة مسيرة على مستشفى النو في أم درمان.\n",
        "?ASSAULT SDN.RSF;ASSAULT SDN.RSF;ASSAULT SDN.RSF",
    ),
    Case(
        "list under a heading",
        "خروقات الاحتلال الإسرائيلي لاتفاق وقف إطلاق النار في جنوب لبنان\n\n"
        "- غارة على سيارة في بلدة برعشيت.\n- إطلاق نار على مزارعين في الوزاني.\n"
        "- تفجير منزل في بلدة العديسة.\n",
        "?ASSAULT ISR;ASSAULT ISR;ASSAULT ISR;ASSAULT ISR",
    ),
    Case(
        "toll under a lead",
        "واصلت ميليشيا الحوثي خروقاتها للهدنة في محافظة تعز، ومن أبرزها:\n"
        "• قصف بالهاون على قرية الشقب.\n• قنص امرأة في حي الجحملية.\n",
        "?ASSAULT YEM.HOUTHI;ASSAULT YEM.HOUTHI;ASSAULT YEM.HOUTHI",
    ),
    Case(
        "list of verbs under a lead",
        "أفاد مصدر أمني بأن قوات العدوان السعودي ارتكبت خروقات جديدة في الحديدة، منها:\n"
        "- قصفت بالمدفعية قرية الجربة.\n- استحدثت تحصينات في حيس.\n",
        "?ACCUSE/allege YEM;?ASSAULT SAU;ASSAULT SAU",
    ),
    Case(
        "next sentence without subject",
        "اقتحمت قوات الاحتلال الإسرائيلي مدينة طوباس فجراً. وداهمت عدداً من المنازل واعتقلت أربعة شبان.",
        "ASSAULT ISR;?COERCE ISR;COERCE/arrest ISR",
    ),
    Case(
        "its next raid",
        "شن الطيران الحربي الروسي غارتين على بلدة بسنقول. كما استهدف بثلاث غارات قرية محمبل.",
        "ASSAULT RUS;ASSAULT RUS",
    ),
    Case(
        "lead closed by another actor",
        "خروقات قوات النظام السوري في ريف حلب:\n- قصف مدفعي على بلدة كفر تعال.\n- غارة روسية على دارة عزة.\n",
        "?ASSAULT SYR;ASSAULT SYR;ASSAULT RUS",
    ),
    Case(
        "no list, no heir",
        "قصفت قوات النظام السوري بلدة تفتناز.\nوانفجرت عبوة ناسفة في سوق مدينة عفرين وقُتل مدني.",
        "ASSAULT SYR;ASSAULT/explosives -",
    ),
    Case(
        "the attack's doer in the next sentence",
        "قُتل خمسة مدنيين في بلدة الدانا. وقال ناشطون إن القصف نفذته قوات النظام السوري بالراجمات.",
        "ASSAULT *;?ASSAULT SYR",
    ),
    Case(
        "a list of what the enemy did",
        "وفي تفاصيل اعتداءات العدو الإسرائيلي على قرى الجنوب اللبناني اليوم:\n"
        "قصف مدفعي على أطراف حولا.\nغارة من مسيّرة على طريق دير سريان.\n",
        "?ASSAULT ISR;ASSAULT ISR;ASSAULT ISR",
    ),
    Case(
        "governorates under a lead",
        "سجلت غرفة العمليات 52 خرقاً ارتكبها مرتزقة العدوان السعودي في الحديدة خلال 24 ساعة، بينها:\n"
        "- غارة لطائرة تجسسية على الفازة.\n- قصف صاروخي على حيس.\n",
        "?ASSAULT SAU;ASSAULT SAU;ASSAULT SAU",
    ),
    Case(
        "list without a doer",
        "حصيلة التطورات الميدانية في ريف إدلب:\n- قصف مدفعي على بلدة سفوهن.\n- قصف صاروخي على قرية فليفل.\n",
        "?ASSAULT -;?ASSAULT -",
    ),
]

PARTIES = [*BODIES, *PASSAGES]
