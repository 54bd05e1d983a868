"""More doers: bulletins and partisan reports of every conflict, as event_table.py writes them."""

from tests.extract.event_table import Case

BULLETINS = [
    Case(
        "doer of a bulletin",
        "أفادت الوكالة الوطنية بأن مسيرة معادية أغارت على سيارة في بلدة بيت ليف، فيما نفت إسرائيل ذلك.",
        "ASSAULT ISR;ASSAULT ISR !denied;?REJECT *",
    ),
    Case(
        "doer of a bulletin",
        "ارتقى شهيد وأصيب آخران جراء استهداف مسيّرة للاحتلال مجموعة من المواطنين شرق غزة.",
        "ASSAULT ISR",
    ),
    Case(
        "doer of a bulletin", "شهداء وجرحى في قصف للاحتلال على مدرسة تؤوي نازحين في مدينة غزة", "ASSAULT ISR"
    ),
    Case(
        "doer of a bulletin",
        "استشهد ثمانية فلسطينيين في سلسلة غارات إسرائيلية استهدفت مناطق متفرقة من القطاع.",
        "ASSAULT ISR",
    ),
    Case(
        "doer of a bulletin",
        "واصلت قوات الاحتلال الإسرائيلي اقتحام بلدة قباطية لليوم الثاني، وحولت منازل إلى ثكنات.",
        "ASSAULT ISR",
    ),
    Case(
        "doer of a bulletin",
        "جرفت آليات الاحتلال الإسرائيلي أراضي زراعية في بلدة سنجل.",
        "ASSAULT/destroy ISR",
    ),
    Case(
        "doer of a bulletin",
        "هدمت جرافات الاحتلال ثلاثة منازل في مسافر يطا جنوب الخليل.",
        "ASSAULT/destroy ISR",
    ),
    Case("doer of a bulletin", "اعتدى مستوطنون بالضرب على مزارعين في قرية المغير.", "ASSAULT ISR.CVL"),
    Case("doer of a bulletin", "فجّر الجيش الإسرائيلي مربعاً سكنياً في رفح.", "ASSAULT/explosives ISR"),
    Case(
        "doer of a bulletin",
        "اختطفت مليشيا الحوثي معلماً في محافظة إب واقتادته إلى جهة مجهولة.",
        "ASSAULT/abduct YEM.HOUTHI;?COERCE/arrest YEM.HOUTHI",
    ),
    Case(
        "doer of a bulletin",
        "قامت قوات الدعم السريع بنهب مخازن برنامج الغذاء العالمي في الجنينة.",
        "ASSAULT/destroy SDN.RSF",
    ),
    Case(
        "doer of a bulletin", "شنت مسيّرة تابعة للدعم السريع هجوماً على محطة وقود في كوستي.", "ASSAULT SDN.RSF"
    ),
    Case(
        "doer of a bulletin",
        "اتهمت شبكة أطباء السودان قوات الدعم السريع بتصفية جرحى داخل مستشفى في الفاشر.",
        "?ACCUSE *;ASSAULT/targeted SDN.RSF",
    ),
    Case(
        "doer of a bulletin",
        "قال شهود إن طيران الجيش السوداني قصف سوق الكومة وقتل العشرات.",
        "ASSAULT SDN.MIL;?ASSAULT SDN.MIL",
    ),
    Case(
        "doer of a bulletin",
        "قتل مدني وأصيب ثلاثة آخرون إثر قصف مدفعي نفذته قوات الحركة الشعبية شمال على الدلنج.",
        "ASSAULT SDN.SPLMN",
    ),
    Case(
        "doer of a bulletin",
        "تصدت المضادات الأرضية للجيش السوداني لمسيرات أطلقتها قوات الدعم السريع على مروي.",
        "ASSAULT SDN.MIL;?ASSAULT SDN.RSF",
    ),
    Case(
        "doer of a bulletin",
        "أعلن المتحدث باسم عملية بركان الغضب استهداف سلاح الجو التابع لحكومة الوفاق شاحنة ذخيرة لقوات حفتر.",
        "ASSAULT LBY",
    ),
    Case("doer of a bulletin", "قصفت طائرة إماراتية مسيرة محيط مطار زوارة دعماً لحفتر.", "ASSAULT ARE"),
    Case("doer of a bulletin", "اغتال مسلحان يستقلان دراجة نارية ضابطاً سابقاً في عدن.", "ASSAULT/targeted -"),
    Case(
        "doer of a bulletin",
        "استهدف مجهولون بعبوة ناسفة دورية للشرطة العسكرية الروسية قرب نوى.",
        "ASSAULT/explosives ->RUS.MIL",
    ),
    Case(
        "doer of a bulletin",
        "انفجرت سيارة مفخخة في سوق مدينة رأس العين، من دون أن تتبنى أي جهة التفجير.",
        "ASSAULT/explosives -",
    ),
    Case(
        "doer of a bulletin",
        "فتحت قوات النظام نيران رشاشاتها الثقيلة على منازل المدنيين في درعا البلد.",
        "ASSAULT/firearms SYR.MIL",
    ),
    Case(
        "doer of a bulletin",
        "ودمرت الفصائل عربة مصفحة لقوات النظام السوري على محور حزارين بعد استهدافها بصاروخ مضاد للدروع.",
        "ASSAULT SYR.REB",
    ),
    Case(
        "doer of a bulletin",
        "استهدفت التنظيمات الإرهابية بالقذائف الصاروخية قرية ناعور جورين بريف "
        "حماة، بينما قصفها الجيش السوري رداً على ذلك.",
        "?ASSAULT -;?ASSAULT SYR.MIL",
    ),
    Case(
        "doer of a bulletin",
        "دكت مدفعية الجيش السوري مواقع جبهة النصرة في الزربة.",
        "ASSAULT SYR.MIL>SYR.HTS",
    ),
    Case(
        "doer of a bulletin",
        "ألقى الطيران المروحي التابع للنظام السوري عشرات البراميل المتفجرة على معرة حرمة.",
        "ASSAULT/aerial SYR",
    ),
    Case(
        "doer of a bulletin",
        "قضى خمسة مدنيين بينهم طفلان جراء غارات لطيران الاحتلال الروسي على بلدة كفرتخاريم.",
        "ASSAULT RUS",
    ),
    Case(
        "doer of a bulletin", "هاجمت خلايا تنظيم داعش حاجزاً لقوى الأمن الداخلي في الشحيل.", "ASSAULT SYR.ISIS"
    ),
    Case(
        "doer of a bulletin",
        "خطف تنظيم داعش رعاة أغنام في بادية الرقة وأعدم اثنين منهم.",
        "ASSAULT/abduct SYR.ISIS;?ASSAULT SYR.ISIS",
    ),
    Case(
        "doer of a bulletin",
        "قالت وزارة الدفاع السورية إن قسد استهدفت بالرشاشات نقاط الجيش في دير حافر.",
        "ASSAULT SYR.SDF",
    ),
    Case(
        "doer of a bulletin",
        "قُتل عنصران من وزارة الدفاع السورية بهجوم لمجهولين في ريف إدلب.",
        "ASSAULT ->SYR.MIL",
    ),
    Case("doer of a bulletin", "استهدفت غارة جوية يُعتقد أنها إسرائيلية شاحنة قرب البوكمال.", "ASSAULT ISR"),
    Case(
        "doer of a bulletin",
        "أصيب جندي من الجيش اللبناني بعدما استهدفت قوة إسرائيلية نقطة مراقبة قرب سردا.",
        "ASSAULT ISR",
    ),
    Case(
        "doer of a bulletin", "خطفت قوة إسرائيلية مواطناً لبنانياً من أحراج بلدة الوزاني.", "ASSAULT/abduct ISR"
    ),
    Case(
        "doer of a bulletin",
        "خرقت القوات الإسرائيلية وقف إطلاق النار بإلقاء قنابل مضيئة فوق عيتا الشعب.",
        "ASSAULT ISR;?ASSAULT ISR",
    ),
    Case(
        "doer of a bulletin",
        "ضربت القوات الأمريكية ميناء رأس عيسى ما أسفر عن مقتل عشرات العمال.",
        "ASSAULT USA",
    ),
    Case(
        "doer of a bulletin",
        "المليشيات الحوثية تقصف قرى جنوب الحديدة وتصيب امرأتين",
        "ASSAULT YEM.HOUTHI;?ASSAULT YEM.HOUTHI",
    ),
    Case(
        "doer of a bulletin",
        "قتيلان في هجوم لمسلحي القاعدة في جزيرة العرب على نقطة أمنية في أبين",
        "ASSAULT YEM.AQAP",
    ),
    Case(
        "doer of a bulletin",
        "استشهد مواطن وأصيب ولده بقصف صاروخي ومدفعي سعودي على مديرية منبه.",
        "ASSAULT SAU",
    ),
    Case(
        "doer of a bulletin",
        "قوات الجيش السوداني تصد هجوماً شنته المليشيا على بابنوسة، بحسب مصدر "
        "قال إن الدعم السريع خسر عشرات المقاتلين.",
        "ASSAULT SDN.MIL;?ASSAULT SDN.RSF;?ASSAULT *",
    ),
    Case(
        "told at the head",
        "بلغ عدد خروقات قوات الدعم السريع 14 خرقاً توزعت على النحو التالي:\n"
        "الفاشر: قصف مدفعي على سوق المواشي.\n"
        "الأبيض: هجوم بمسيرتين على المطار.\n",
        "ASSAULT SDN.RSF;ASSAULT SDN.RSF",
    ),
    Case(
        "told at the head",
        "رصد المكتب الإعلامي خروقات الاحتلال الإسرائيلي لوقف إطلاق النار: 1- "
        "قصف مدفعي على بلدة عبسان. 2- إطلاق نار على مواطنين في بيت لاهيا. 3- نسف منازل شرق خان يونس.",
        "?ASSAULT ISR;ASSAULT ISR;ASSAULT ISR;ASSAULT ISR",
    ),
    Case(
        "told at the head",
        "شن طيران العدوان السعودي الأمريكي غارتين على مديرية كتاف في صعدة. "
        "واستهدف بغارة أخرى سيارة مواطن في مديرية الظاهر.",
        "ASSAULT SAU|SAU+USA;ASSAULT SAU|SAU+USA",
    ),
]

UNREAD = [
    Case("answered with", "ردت فصائل المعارضة السورية باستهداف معسكر جورين بصواريخ غراد.", "ASSAULT SYR.REB"),
    Case(
        "dared to",
        "أقدمت ميليشيا الحوثي على تفجير منزل مواطن في رداع.",
        "ASSAULT YEM.HOUTHI",
        "doer: «أقدم على» carries no noun",
    ),
    Case(
        "two sentences on",
        "قصفت قوات النظام السوري مدينة سرمين بالراجمات. وأصيب جراء القصف ثلاثة مدنيين. "
        "كما قصفت بالمدفعية أطراف قميناس.",
        "ASSAULT SYR.MIL;?ASSAULT *;ASSAULT SYR.MIL",
        "doer: told two sentences before",
    ),
]

ALL_BULLETINS = [*BULLETINS, *UNREAD]
