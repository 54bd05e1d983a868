"""Fragments with what their words name, written for these tests; read by test_mentions.py.

What is expected is written `type code entity [precision]`: «-» for none, «*» for any, «|» between readings.
Words that stand for two have two, parted by «;». «nothing» is for words that name nobody and no place, «no
place» for words that are no place.
"""

from typing import NamedTuple


class Case(NamedTuple):
    """What is shown, a fragment, the words looked at, what they name, why that is not read yet, the day."""

    shows: str
    text: str
    words: str
    expected: str
    fails: str = ""
    date: str = "2020-02-16"


OFFICES = [
    Case(
        "office by date",
        "قال الرئيس الأمريكي إن بلاده تدعم الهدنة.",
        "الرئيس الأمريكي",
        "person USA.GOV person/barack-obama",
        "",
        "2016-05-01",
    ),
    Case(
        "office by date",
        "قال الرئيس الأمريكي إن بلاده لن تتدخل.",
        "الرئيس الأمريكي",
        "person USA.GOV person/donald-trump",
        "",
        "2018-05-01",
    ),
    Case(
        "office by date",
        "دعا الأمين العام للأمم المتحدة إلى ضبط النفس.",
        "الأمين العام للأمم المتحدة",
        "person IGO.UN person/ban-ki-moon",
        "",
        "2015-03-01",
    ),
    Case(
        "office by date",
        "دعا الأمين العام للأمم المتحدة إلى هدنة فورية.",
        "الأمين العام للأمم المتحدة",
        "person IGO.UN person/antonio-guterres",
    ),
    Case(
        "office by date",
        "وصل الرئيس المصري إلى الخرطوم.",
        "الرئيس المصري",
        "person EGY.GOV person/abdel-fattah-el-sisi",
    ),
    Case(
        "office by date",
        "التقى الرئيس التركي وفداً من الكونغرس.",
        "الرئيس التركي",
        "person TUR.GOV person/recep-tayyip-erdogan",
    ),
    Case(
        "office by date",
        "أعلن رئيس الوزراء التركي موقف بلاده.",
        "رئيس الوزراء التركي",
        "person TUR.GOV person/recep-tayyip-erdogan",
        "",
        "2012-06-01",
    ),
    Case(
        "minister of a state",
        "صرح وزير الخارجية الروسي للصحفيين.",
        "وزير الخارجية الروسي",
        "person RUS.GOV person/sergey-lavrov",
    ),
    Case(
        "defence is military",
        "نفت وزارة الدفاع التركية هذه الأنباء.",
        "وزارة الدفاع التركية",
        "organisation TUR.MIL *",
    ),
    Case(
        "ministry in a genitive chain",
        "قالت وزارة خارجية السودان إن الموقف ثابت.",
        "وزارة خارجية السودان",
        "organisation SDN.GOV *",
    ),
    Case(
        "title and name",
        "استقبل الرئيس الفرنسي إيمانويل ماكرون الوفد.",
        "الرئيس الفرنسي إيمانويل ماكرون",
        "person FRA.GOV person/emmanuel-macron",
    ),
    Case(
        "two presidents",
        "بحث الرئيسان الروسي والتركي الوضع في إدلب.",
        "الرئيسان الروسي والتركي",
        "person RUS.GOV person/vladimir-putin;person TUR.GOV person/recep-tayyip-erdogan",
    ),
    Case(
        "counterpart",
        "التقى وزير الخارجية القطري نظيره الإيراني.",
        "نظيره الإيراني",
        "person IRN.GOV *",
    ),
    Case("parliament", "صوّت البرلمان العراقي على القرار.", "البرلمان العراقي", "organisation IRQ.LEG *"),
    Case("police", "فرقت الشرطة السودانية المحتجين.", "الشرطة السودانية", "organisation SDN.COP *"),
    Case(
        "court", "قضت المحكمة الجنائية الدولية بتسليمه.", "المحكمة الجنائية الدولية", "organisation IGO.ICC *"
    ),
    Case(
        "army of a state",
        "عزز الجيش اللبناني انتشاره على الحدود.",
        "الجيش اللبناني",
        "organisation LBN.MIL group/lebanon/army",
    ),
    Case(
        "envoy of the United Nations",
        "عرض المبعوث الأممي إحاطته من صنعاء.",
        "المبعوث الأممي",
        "person IGO.UN *",
    ),
    Case(
        "envoy to a country",
        "قال المبعوث الأممي إلى سوريا إن الحل سياسي.",
        "المبعوث الأممي إلى سوريا",
        "person IGO.UN person/geir-pedersen",
        "adjective: «أممي» of a title",
    ),
    Case(
        "spokesperson of a body",
        "أكد المتحدث باسم الجيش الإسرائيلي ذلك.",
        "المتحدث باسم الجيش الإسرائيلي",
        "person ISR.MIL *",
    ),
    Case(
        "spokesperson of a group",
        "قال الناطق باسم حركة حماس إن الرد قادم.",
        "الناطق باسم حركة حماس",
        "person PSE.HAMAS *",
    ),
]

PERSONS = [
    Case(
        "conjunction on a name",
        "اتفق جاويش أوغلو ولافروف على الخطوات.",
        "لافروف",
        "person RUS.GOV person/sergey-lavrov",
    ),
    Case(
        "short name after the full one",
        "التقى محمود عباس الوفد. وقال عباس إن اللقاء مثمر.",
        "عباس",
        "person PSE.GOV person/mahmoud-abbas",
    ),
    Case("short name alone", "وصل عباس إلى منزله بعد العمل.", "عباس", "nothing"),
    Case(
        "spelling of a name",
        "صرح الرئيس رجب طيب إردوغان أمس.",
        "الرئيس رجب طيب إردوغان",
        "person TUR.GOV person/recep-tayyip-erdogan",
    ),
    Case(
        "name in a preposition",
        "ردت الحكومة على حفتر في بيان.",
        "حفتر",
        "person LBY.LNA person/khalifa-haftar",
    ),
    Case("name with «ل»", "قالت مصادر مقربة لحميدتي ذلك.", "حميدتي", "person SDN.RSF person/hemedti"),
    Case("a name that is a word", "السلام هو الخيار الوحيد أمام اليمنيين.", "السلام", "nothing"),
    Case("lion, not the president", "شاهد الزوار الأسد في حديقة الحيوان.", "الأسد", "nothing"),
    Case(
        "president of Syria by his short name",
        "زار بشار الأسد طهران. وقال الأسد في خطاب متلفز إن سوريا صامدة.",
        "الأسد",
        "person SYR.GOV person/bashar-al-assad",
    ),
]

GROUPS = [
    Case(
        "group with «ل»",
        "سقط قتلى للنظام السوري في الكمين.",
        "نظام السوري",
        "organisation SYR group/syria/government",
    ),
    Case(
        "regime alone in a Syrian report",
        "قصفت قوات النظام مدينة سراقب.",
        "قوات النظام",
        "organisation SYR.MIL group/syria/government-forces",
    ),
    Case("plural fighters", "تقدم مقاتلو حزب الله باتجاه القصير.", "مقاتلو حزب الله", "group LBN.HEZ *"),
    Case(
        "forces before a named force",
        "عبرت قوات الجيش الوطني الليبي الوادي.",
        "قوات الجيش الوطني الليبي",
        "* LBY.LNA *",
    ),
    Case(
        "armed wing",
        "بثت كتائب القسام تسجيلاً مصوراً.",
        "كتائب القسام",
        "group PSE.HAMAS group/palestine/qassam",
    ),
    Case(
        "short for a group",
        "سيطرت هيئة تحرير الشام على البلدة، ثم فرضت الهيئة حظر تجول.",
        "الهيئة",
        "group SYR.HTS group/syria/hts",
    ),
    Case("a body of another kind", "أعلنت الهيئة العامة للأرصاد حالة الطقس.", "الهيئة", "nothing"),
    Case("people of a party", "رحب الحوثيون بالمبادرة.", "الحوثيون", "group YEM.HOUTHI group/yemen/houthis"),
    Case(
        "adjective of a group",
        "دمرت الدفاعات زورقاً حوثياً في البحر الأحمر.",
        "حوثياً",
        "group YEM.HOUTHI *",
        "adjective: indefinite accusative of a group's adjective",
    ),
    Case(
        "coalition",
        "أعلن التحالف العربي بقيادة السعودية تدمير مسيرة.",
        "التحالف العربي بقيادة السعودية",
        "* SAU.MIL group/yemen/coalition",
    ),
    Case(
        "coalition against ISIS",
        "قصف التحالف الدولي مواقع لتنظيم داعش.",
        "التحالف الدولي",
        "* USA.MIL org/global-coalition",
    ),
    Case("group with «ل»", "سقط قتلى لتنظيم داعش في كمين شرق حمص.", "تنظيم داعش", "group SYR.ISIS *"),
    Case(
        "ISIS in Iraq",
        "اعتقلت القوات العراقية قيادياً في تنظيم داعش بالموصل.",
        "تنظيم داعش",
        "* IRQ.ISIS|IMG.ISIS|SYR.ISIS *",
    ),
    Case("unknown gunmen", "أطلق مسلحون مجهولون النار على سيارة.", "مسلحون مجهولون", "role - -"),
    Case(
        "monitor",
        "أحصى المرصد السوري لحقوق الإنسان أربعين غارة.",
        "المرصد السوري لحقوق الإنسان",
        "organisation NGO.SOHR org/syria/sohr",
    ),
    Case(
        "monitor by its short name",
        "وثق المرصد السوري الغارات. وأضاف المرصد أن ثلاثة قتلوا.",
        "المرصد",
        "organisation NGO.SOHR org/syria/sohr",
    ),
    Case("monitor without a clue", "رصد المرصد الفلكي مذنباً جديداً.", "المرصد", "nothing"),
    Case(
        "charity",
        "أعلنت منظمة أطباء بلا حدود إغلاق مشفاها.",
        "منظمة أطباء بلا حدود",
        "organisation NGO.MSF org/msf",
    ),
    Case(
        "council of the United Nations",
        "عقد مجلس الأمن الدولي جلسة مغلقة.",
        "مجلس الأمن الدولي",
        "organisation IGO.UN org/un-security-council",
    ),
    Case("outlet", "نقلت وكالة رويترز عن دبلوماسيين قولهم.", "وكالة رويترز", "organisation GBR.MED *"),
    Case(
        "medics who are called an army",
        "يواصل الجيش الأبيض في مصر مواجهة الوباء.",
        "الجيش الأبيض",
        "nothing",
        "names: «الجيش الأبيض» needs a clue of South Sudan",
    ),
]

REFERRING = [
    Case(
        "the two sides",
        "اجتمعت مصر والسودان في القاهرة، واتفق الجانبان على لجنة فنية.",
        "الجانبان",
        "country EGY *;country SDN *",
    ),
    Case(
        "the two sides named apart, and nobody else",
        "هاجم الجيش السوداني معسكراً. وقالت قوات الدعم السريع إنها صدته. وتبادل الطرفان القصف ليلاً.",
        "الطرفان",
        "country SDN.MIL *;country SDN.RSF *",
    ),
    Case(
        "no two sides where three are named apart",
        "هاجم الجيش السوداني معسكراً. وقالت قوات الدعم السريع إنها صدته. ودعت مصر إلى الهدوء. وأصغى الطرفان.",
        "الطرفان",
        "role - -",
    ),
    Case(
        "the minister",
        "وصل وزير الخارجية العماني إلى صنعاء، وقال الوزير إن الزيارة قصيرة.",
        "الوزير",
        "person OMN.GOV *",
    ),
    Case("its forces", "قالت تركيا إن قواتها باقية في المنطقة.", "قواتها", "group TUR.MIL -"),
    Case("its army", "أكدت إسرائيل أن جيشها سيرد.", "جيشها", "* ISR.MIL *"),
    Case(
        "the ministry",
        "أصدرت وزارة الخارجية اليمنية بياناً، ودعت الوزارة إلى التحقيق.",
        "الوزارة",
        "organisation YEM.GOV *",
    ),
    Case(
        "the army of the country told of",
        "في الخرطوم قصف الجيش مواقع للدعم السريع.",
        "الجيش",
        "organisation SDN.MIL *",
    ),
]

STATES = [
    Case("capital for its government", "اتهمت موسكو الفصائل بخرق الهدنة.", "موسكو", "country RUS *"),
    Case("capital for its government", "رفضت أنقرة الاقتراح الأمريكي.", "أنقرة", "country TUR *"),
    Case("capital as a city", "اجتمع الخبراء في موسكو يوم الأحد.", "موسكو", "place * *"),
    Case("capital as a city", "وصل المبعوث إلى دمشق صباح اليوم.", "دمشق", "place * *"),
    Case("between two capitals", "تصاعد التوتر بين واشنطن وطهران.", "واشنطن", "country USA *"),
    Case("state with a preposition", "ردت إسرائيل على إيران.", "إيران", "country IRN *"),
    Case("people of a state", "قال الأتراك إنهم لن ينسحبوا.", "الأتراك", "country TUR *"),
    Case("feminine adjective", "أقلعت طائرة شحن إماراتية من المطار.", "إماراتية", "country ARE *"),
    Case("state with a short form", "انتقدت الإمارات القرار.", "الإمارات", "country ARE *"),
]

PLACES = [
    Case(
        "governorate with «ب»",
        "توزع المساعدات بإدلب على مراحل.",
        "إدلب",
        "place - place/sy/idlib area",
        "",
    ),
    Case("city", "انقطع الماء عن مدينة سراقب منذ أيام.", "مدينة سراقب", "place - place/sy/saraqib point"),
    Case("country side", "سقطت قذائف على ريف إدلب الجنوبي.", "ريف إدلب الجنوبي", "place - place/sy/idlib *"),
    Case("around a city", "تجدد التوتر في محيط مدينة تعز.", "محيط مدينة تعز", "place - place/ye/taiz area"),
    Case("unknown village", "احترقت حقول قرية الزنبقية قرب الحدود.", "قرية الزنبقية", "place - *"),
    Case("village no gazetteer has", "احترقت بيادر قرية الشنديانة ليلاً.", "قرية الشنديانة", "place - *"),
    Case(
        "compound village no gazetteer has",
        "احترقت بيادر قرية كفر زنبور ليلاً.",
        "قرية كفر زنبور",
        "place - *",
    ),
    Case("part of a state", "شهد شمال شرقي سوريا هدوءاً نسبياً.", "شمال شرقي سوريا", "place - *"),
    Case("camp", "وزعت المعونات في مخيم الزعتري بالأردن.", "مخيم الزعتري", "place - *"),
    Case(
        "crossing",
        "أعيد فتح معبر رفح لساعات.",
        "معبر رفح",
        "place - place/ps/rafah-crossing point",
    ),
    Case("strip", "قطعت الكهرباء عن قطاع غزة.", "قطاع غزة", "place - place/ps/gaza-strip *"),
    Case(
        "Tripoli of Libya",
        "قالت حكومة الوفاق الليبية إن المعارك تدور جنوب طرابلس.",
        "جنوب طرابلس",
        "place - place/ly/tripoli *",
        "places: Tripoli by the country the text is about",
    ),
    Case(
        "Tripoli of Lebanon",
        "أطلق الجيش اللبناني حملة في طرابلس وعكار.",
        "طرابلس",
        "place - place/lb/tripoli *",
    ),
    Case("Ariha of Syria", "قصفت قوات النظام السوري أريحا وسراقب.", "أريحا", "place - place/sy/ariha *"),
    Case(
        "Ariha beside «city»",
        "قصفت قوات النظام السوري مدينة أريحا جنوب إدلب.",
        "مدينة أريحا",
        "place - place/sy/ariha *",
    ),
    Case(
        "Jericho of Palestine",
        "أغلق الجيش الإسرائيلي مداخل أريحا في الضفة الغربية.",
        "أريحا",
        "place - place/ps/jericho *",
    ),
    Case("a name that is a word", "فتح الباب أمام المفاوضات.", "الباب", "no place"),
    Case(
        "a name that is a word",
        "سُجلت حالات في مدينة الباب شرق حلب.",
        "مدينة الباب",
        "place - place/sy/al-bab point",
    ),
    Case("a name that is a word", "يرى المراقبون أن الحديدة ساخنة قبل طرقها.", "ساخنة", "nothing"),
    Case("university, not the city as an actor", "علقت جامعة حلب الدوام أسبوعاً.", "جامعة حلب", "no country"),
    Case("street of a capital", "أغلق المحتجون شارع بغداد وسط بيروت.", "بغداد", "no country"),
    Case("accord, not a place acting", "ذكّر البيان باتفاق الرياض.", "الرياض", "no country"),
    Case("sea", "تعرضت سفينة في البحر الأحمر لحادث.", "البحر الأحمر", "place - *"),
    Case("river", "جرفت المياه جسراً على نهر الفرات.", "نهر الفرات", "place - *"),
    Case(
        "airport",
        "هبطت الطائرة في مطار صنعاء الدولي.",
        "مطار صنعاء الدولي",
        "place - place/ye/sanaa-airport *",
    ),
    Case("state of Sudan", "وصل النازحون إلى ولاية النيل الأبيض.", "ولاية النيل الأبيض", "place - *"),
    Case("adjective that is a town elsewhere", "ارتدى المسعفون اللباس الأبيض.", "الأبيض", "nothing"),
    Case("friend, not a town", "ذهب مع صديقه الخليل إلى المدرسة.", "الخليل", "no place"),
    Case("war, not a place", "كانت الحرب العالمية الأولى نقطة تحول.", "الحرب العالمية الأولى", "no place"),
]


NAMED = [*OFFICES, *PERSONS, *GROUPS, *REFERRING, *STATES, *PLACES]
