"""Who did it, as bulletins, partisan media and headlines say it; as event_table.py writes them.

The doer is told by an adjective, a pronoun, a possession, a phrase after a passive, or once at the head of
a list; a doer that the text does not tell stays unknown.
"""

from tests.extract.event_table import Case

ADJECTIVES = [
    Case(
        "hostile raid",
        "استشهد مواطنان في غارة إسرائيلية معادية على بلدة عيترون جنوب لبنان.",
        "ASSAULT/aerial ISR",
    ),
    Case(
        "hostile drone", "في جنوب لبنان، استهدفت مسيّرة إسرائيلية معادية سيارة على طريق كفرا.", "ASSAULT ISR"
    ),
    Case("drone of an army", "استهدفت مسيّرة للاحتلال الإسرائيلي دراجة نارية في بلدة حولا.", "ASSAULT ISR"),
    Case(
        "hostile aircraft",
        "أغار الطيران المعادي على أطراف بلدة ياطر في جنوب لبنان، وكان الجيش الإسرائيلي أنذر أهلها.",
        "ASSAULT/aerial ISR",
    ),
    Case("the enemy", "قصف العدو الإسرائيلي بلدة ميس الجبل بالمدفعية.", "ASSAULT ISR"),
    Case("the enemy's drone", "ألقت محلقة إسرائيلية قنبلة صوتية على بلدة الضهيرة الحدودية.", "ASSAULT ISR"),
    Case("Zionist", "شن الطيران الصهيوني غارة على بلدة الخيام.", "ASSAULT/aerial ISR"),
    Case("American raid", "غارة أمريكية تستهدف معسكراً للحوثيين في صعدة.", "ASSAULT USA"),
    Case("American British", "شن العدوان الأمريكي البريطاني أربع غارات على الحديدة.", "ASSAULT USA+GBR"),
    Case("Houthi adjective", "قُتل ثلاثة مدنيين بقصف حوثي على حي سكني في مدينة تعز.", "ASSAULT YEM.HOUTHI"),
    Case(
        "Houthi missile", "سقط صاروخ حوثي على مخيم للنازحين في مأرب وأصيب خمسة أشخاص.", "ASSAULT YEM.HOUTHI"
    ),
    Case("Houthi sniper", "أصيبت امرأة برصاص قناص حوثي شرق تعز.", "ASSAULT YEM.HOUTHI"),
    Case("Houthi mine", "قُتل راعي أغنام بانفجار لغم حوثي في مديرية حيس.", "ASSAULT/explosives YEM.HOUTHI"),
    Case(
        "Houthi militias",
        "شنت الميليشيات الحوثية هجوماً عنيفاً على مواقع الجيش الوطني في مأرب.",
        "ASSAULT YEM.HOUTHI",
    ),
    Case("Saudi fire", "أصيب مواطن بنيران حرس الحدود السعودي في مديرية شدا بصعدة.", "ASSAULT SAU"),
    Case("Saudi artillery", "استهدف قصف مدفعي سعودي قرى آهلة بالسكان في مديرية رازح.", "ASSAULT SAU"),
    Case(
        "mercenaries of the aggression",
        "قصف مرتزقة العدوان منازل المواطنين في مديرية حيس بمحافظة الحديدة في اليمن.",
        "ASSAULT SAU",
    ),
    Case("Turkish drone", "قُتل قيادي في قسد بغارة لطائرة مسيرة تركية قرب القامشلي.", "ASSAULT TUR"),
    Case("Turkish occupation", "قصف جيش الاحتلال التركي ومرتزقته قرى في ريف تل تمر.", "ASSAULT TUR|TUR+SYR"),
    Case(
        "Syrian state media",
        "قصفت التنظيمات الإرهابية التابعة لهيئة تحرير الشام بلدة جورين.",
        "ASSAULT SYR.HTS",
    ),
    Case("militia with adjective", "قصفت الميليشيات الإيرانية حقل العمر بالصواريخ.", "ASSAULT IRN"),
    Case("Russian occupation", "نفذ الاحتلال الروسي غارات على أطراف بلدة كنصفرة.", "ASSAULT RUS"),
    Case(
        "settlers attack",
        "هاجم مستوطنون قرية برقة شرق رام الله وأحرقوا مركبتين.",
        "ASSAULT ISR.CVL;?ASSAULT ISR.CVL",
    ),
    Case("settler attack", "أصيب ثلاثة فلسطينيين في اعتداء للمستوطنين على بلدة حوارة.", "ASSAULT ISR.CVL"),
    Case("settlers' shot", "استشهد شاب برصاص المستوطنين قرب نابلس.", "ASSAULT ISR.CVL"),
    Case("soldiers of the occupation", "استشهد فتى برصاص جنود الاحتلال في بلدة سلواد.", "ASSAULT ISR"),
    Case(
        "boats of the occupation",
        "أطلقت زوارق الاحتلال الحربية نيرانها تجاه مراكب الصيادين قبالة خان يونس.",
        "ASSAULT/firearms ISR",
    ),
    Case(
        "tanks of the occupation",
        "توغلت دبابات الاحتلال شرق حي الزيتون وسط إطلاق نار.",
        "ASSAULT|MOBILIZE|COERCE ISR",
    ),
    Case(
        "quadcopter",
        "أطلقت طائرة مسيرة إسرائيلية من نوع كواد كابتر النار على نازحين شرق جباليا.",
        "ASSAULT ISR",
    ),
]

PASSIVES = [
    Case(
        "by the bullets of", "قُتل شاب وأصيب آخر برصاص قوات الدعم السريع في مدينة ود مدني.", "ASSAULT SDN.RSF"
    ),
    Case("by bullets, adjective", "استشهد طفل برصاص إسرائيلي في مخيم بلاطة.", "ASSAULT ISR"),
    Case("by fire", "قُتل جندي لبناني بنيران إسرائيلية قرب مرجعيون.", "ASSAULT ISR>LBN"),
    Case("by shelling from", "أصيب ستة مدنيين بقصف من قوات النظام على مدينة الأتارب.", "ASSAULT SYR.MIL"),
    Case(
        "by drone of", "قُتل 12 شخصاً بقصف طائرة مسيرة تابعة للدعم السريع على سوق في الأبيض.", "ASSAULT SDN.RSF"
    ),
    Case("at the hands of", "قُتل ناشط على يد مسلحين تابعين لحركة حماس في غزة.", "ASSAULT PSE.HAMAS"),
    Case(
        "at the hands of unknown",
        "اغتيل مختار القرية على يد مسلحين مجهولين في ريف درعا.",
        "ASSAULT/targeted -",
    ),
    Case(
        "passive from the side of", "تعرضت قرية أم القرى للنهب من قبل قوات الدعم السريع.", "ASSAULT SDN.RSF"
    ),
    Case("was bombed by", "تم قصف مستشفى الفاشر من قبل الدعم السريع بالمدافع.", "ASSAULT SDN.RSF"),
    Case("was targeted by", "استُهدفت سيارة إسعاف من قبل القناصة الحوثيين في تعز.", "ASSAULT YEM.HOUTHI"),
    Case(
        "was arrested by",
        "اعتُقل خمسة شبان من قبل قوات الأمن العام السوري في حي الوعر.",
        "COERCE/arrest SYR.COP",
    ),
    Case("in an ambush", "قُتل أربعة جنود في كمين نصبه تنظيم داعش غرب دير الزور.", "ASSAULT SYR.ISIS"),
    Case(
        "in an attack by",
        "قُتل عشرة عناصر من قوات النظام في هجوم لتنظيم الدولة قرب تدمر.",
        "ASSAULT SYR.ISIS>SYR.MIL",
    ),
    Case(
        "in an attack carried out by",
        "قُتل خمسة من عناصر الشرطة في هجوم نفذه تنظيم الدولة قرب كركوك.",
        "ASSAULT ISIS",
    ),
    Case(
        "as a result of bombing",
        "سقط تسعة قتلى جراء قصف نفذته قوات الدعم السريع على حي الثورة.",
        "ASSAULT SDN.RSF",
    ),
    Case(
        "in bombing by aircraft",
        "أصيب ثمانية مدنيين في قصف للطيران الحربي الروسي على بلدة معرة النعمان.",
        "ASSAULT RUS",
    ),
    Case(
        "shells fired by",
        "أصيب طفلان بقذائف أطلقتها قوات حفتر على حي أبو سليم.",
        "ASSAULT/heavy-weapons LBY.LNA",
    ),
    Case("shell, source its origin", "سقطت قذائف مصدرها قوات النظام على بلدة البارة.", "ASSAULT SYR.MIL"),
    Case("fell victim to", "تعرضت أحياء الخرطوم بحري لقصف مدفعي من الجيش السوداني.", "ASSAULT SDN.MIL"),
    Case(
        "executed by",
        "أُعدم سبعة رجال ميدانياً على أيدي قوات الدعم السريع في الفاشر.",
        "ASSAULT/targeted SDN.RSF",
    ),
    Case(
        "abducted by", "اختُطف طبيب من قبل مجموعة مسلحة تابعة لحكومة الوحدة في الزاوية.", "ASSAULT/abduct LBY"
    ),
    Case("no doer told", "قُتل ثلاثة أشخاص بانفجار عبوة ناسفة في مدينة الباب.", "ASSAULT/explosives -"),
    Case("no doer told", "أصيب مدنيان بقصف مدفعي على أطراف سرمين.", "ASSAULT -"),
    Case("no doer told", "اغتال مسلحون مجهولون عضواً في لجنة محلية غرب درعا.", "ASSAULT/targeted -"),
    Case(
        "no doer told",
        "أطلق مسلحون النار على حافلة قرب الكفرة جنوب ليبيا وقتلوا سائقها.",
        "ASSAULT -;?ASSAULT -",
    ),
]

HEADLINES = [
    Case("headline: shelling", "قصف إسرائيلي على أطراف بلدة يارون", "ASSAULT ISR @يارون"),
    Case("headline: martyrs", "شهيدان بغارة إسرائيلية على سيارة في النبطية", "ASSAULT ISR"),
    Case("headline: dead and wounded", "قتلى وجرحى بقصف للدعم السريع على الفاشر", "ASSAULT SDN.RSF"),
    Case("headline: victims", "عشرات الضحايا في غارات للجيش السوداني على نيالا", "ASSAULT SDN.MIL"),
    Case("headline: wounded", "إصابة خمسة مدنيين في قصف حوثي على تعز", "ASSAULT YEM.HOUTHI"),
    Case("headline: killed", "مقتل ضابط في الجيش الليبي بهجوم لتنظيم داعش في سبها", "ASSAULT ISIS"),
    Case("headline: raids", "غارات روسية على ريف إدلب توقع ضحايا", "ASSAULT RUS"),
    Case(
        "headline: arrest", "الاحتلال الإسرائيلي يعتقل عشرين فلسطينياً من الضفة الغربية", "COERCE/arrest ISR"
    ),
    Case("headline: artillery", "مدفعية النظام تقصف قرى سهل الغاب", "ASSAULT SYR"),
    Case("headline: drone", "مسيّرات الدعم السريع تستهدف محطة كهرباء مروي", "ASSAULT SDN.RSF"),
    Case("headline: sweep", "حملة اعتقالات للاحتلال الإسرائيلي في مخيم جنين", "COERCE/arrest ISR"),
    Case("headline: massacre", "مجزرة للدعم السريع في قرية ود النورة", "ASSAULT SDN.RSF"),
    Case("headline: breach", "خروقات حوثية جديدة للهدنة في الضالع", "ASSAULT YEM.HOUTHI"),
    Case("headline: fire", "إطلاق نار إسرائيلي على مزارعين شرق خان يونس", "ASSAULT/firearms ISR"),
]

PRONOUNS = [
    Case("its raids", "واصل الطيران الروسي تحليقه فوق إدلب وطالت غاراته بلدة كفرنبل.", "ASSAULT RUS"),
    Case(
        "its shelling",
        "كثفت قوات حفتر ضغطها على طرابلس، وأدى قصفها إلى مقتل أربعة مدنيين.",
        "ASSAULT LBY.LNA",
    ),
    Case(
        "also targeted",
        "قصفت قوات النظام بلدة آفس بالمدفعية. واستهدفت أيضاً مدينة بنش.",
        "ASSAULT SYR.MIL;ASSAULT SYR.MIL",
    ),
    Case(
        "joined verbs",
        "اقتحمت قوات الدعم السريع قرية السريحة وقتلت عشرات المدنيين ونهبت الأسواق.",
        "ASSAULT SDN.RSF;?ASSAULT SDN.RSF;?ASSAULT SDN.RSF",
    ),
    Case(
        "joined arrest", "دهمت قوات الاحتلال بلدة بيتا واعتقلت ثلاثة شبان.", "?COERCE ISR;COERCE/arrest ISR"
    ),
    Case("relative: shelled by", "البلدة التي قصفتها قوات النظام أمس تضم آلاف النازحين.", "ASSAULT SYR.MIL"),
    Case(
        "raids it carried out",
        "أسفرت الغارات التي شنها التحالف العربي على صعدة عن مقتل ستة مدنيين.",
        "ASSAULT SAU",
    ),
    Case(
        "attack that targeted",
        "تبنى تنظيم الدولة الهجوم الذي استهدف حافلة للجيش السوري في البادية.",
        "ASSAULT SYR.ISIS",
    ),
    Case(
        "heir of the verb",
        "توغلت قوة إسرائيلية في قرية كودنة بريف القنيطرة، وفتشت منازل واعتقلت شاباً.",
        "ASSAULT|MOBILIZE|COERCE ISR;COERCE/arrest ISR",
    ),
    Case(
        "possession by «ل»",
        "سقط قتلى في القصف الأخير لقوات الدعم السريع على معسكر أبو شوك.",
        "ASSAULT SDN.RSF",
    ),
    Case("belonging to", "قصفت طائرة مسيرة تابعة للجيش السوداني سوقاً في كبكابية.", "ASSAULT SDN.MIL"),
]

FAR_SUBJECTS = [
    Case(
        "long adverbial",
        "قصفت مساء يوم السبت بعد ساعات من الهدوء النسبي قوات حفتر مطار معيتيقة.",
        "ASSAULT LBY.LNA",
    ),
    Case(
        "adverbial before subject",
        "شنت في ساعة متأخرة من ليل أمس طائرات إسرائيلية غارات على محيط دمشق.",
        "ASSAULT ISR",
    ),
    Case(
        "object before subject", "استهدفت بلدة حاس بالبراميل المتفجرة مروحيات النظام السوري.", "ASSAULT SYR"
    ),
    Case(
        "relative between",
        "قوات الدعم السريع، التي تحاصر الفاشر منذ عام، قصفت مخيم زمزم بالمدافع.",
        "ASSAULT SDN.RSF;?COERCE SDN.RSF",
    ),
    Case(
        "aside between",
        "الجيش الإسرائيلي، وفي خرق جديد للهدنة، قصف أطراف بلدة كفركلا.",
        "ASSAULT ISR;?ASSAULT ISR",
    ),
    Case(
        "relative without commas",
        "القوات الإسرائيلية التي توغلت في جباليا نسفت عشرات المنازل.",
        "ASSAULT ISR;?MOBILIZE ISR;?ASSAULT ISR",
    ),
    Case("subject after place", "في مدينة نيالا، شن الجيش السوداني غارات جوية عنيفة.", "ASSAULT SDN.MIL"),
    Case(
        "who did before whom",
        "اعتقلت في بلدة عزون قضاء قلقيلية قوات الاحتلال الإسرائيلي ثلاثة شبان.",
        "COERCE/arrest ISR",
    ),
    Case(
        "so did",
        "كما قصفت قوات النظام محيط كنصفرة، فيما قصفت فصائل المعارضة مواقعها في كفرنبل.",
        "ASSAULT SYR.MIL;ASSAULT SYR.REB",
    ),
]

DOERS = [*ADJECTIVES, *PASSIVES, *HEADLINES, *PRONOUNS, *FAR_SUBJECTS]
