"""The same deeds in other moods, voices and constructions, as event_table.py writes them."""

from tests.extract.event_table import Case

VARIED = [
    Case("«قد» with the past happened", "وقد قصفت القوات الإسرائيلية بلدة الخيام مرتين.", "ASSAULT ISR"),
    Case("«قد» with the past happened", "وكانت فرنسا قد سحبت قواتها من شمال سوريا.", "RETREAT/withdraw FRA"),
    Case(
        "«قد» with the imperfect",
        "قد يعلن الجيش السوداني هدنة من جانب واحد.",
        "?RETREAT SDN.MIL !hypothetical|planned",
    ),
    Case(
        "«كاد»",
        "كادت القوات التركية تنسحب من النقطة قبل وصول التعزيزات.",
        "?RETREAT * !negated|hypothetical;?MOBILIZE *",
    ),
    Case("«في حال»", "في حال قصفت إسرائيل بيروت فسيرد حزب الله.", "?ASSAULT ISR !hypothetical|planned"),
    Case(
        "«ما لم»",
        "لن تدخل المساعدات ما لم توقف قوات الدعم السريع هجماتها.",
        "?AID * !negated|planned;?ASSAULT SDN.RSF !reported|negated|hypothetical;?COERCE *",
        "negated: «ما لم توقف» asks for an end",
    ),
    Case(
        "«لم يسبق أن»",
        "لم يسبق أن استهدف الحوثيون هذا الميناء.",
        "?ASSAULT YEM.HOUTHI !negated",
        "negated: «لم يسبق أن»",
    ),
    Case("«لم تعد»", "لم تعد القوات العراقية تسيطر على البلدة.", "?ASSAULT IRQ !negated;?RETREAT IRQ"),
    Case("«بدلا من»", "طالب النواب الحكومة اللبنانية بالتفاوض بدلاً من الحرب.", "?REQUEST LBN"),
    Case("«خوفاً من»", "أغلقت المدارس أبوابها في إدلب خوفاً من القصف.", "?COERCE *"),
    Case(
        "«تحسباً ل»",
        "عزز الجيش اليمني مواقعه في مأرب تحسباً لهجوم حوثي.",
        "MOBILIZE YEM.MIL;?ASSAULT YEM.HOUTHI !hypothetical|planned",
        "hypothetical: «تحسباً لهجوم»",
    ),
    Case(
        "accusation",
        "حمّلت الحكومة اليمنية الحوثيين مسؤولية قصف مخيم النازحين في مأرب.",
        "ACCUSE/allege YEM.GOV>YEM.HOUTHI;?ASSAULT YEM.HOUTHI !alleged",
    ),
    Case(
        "accusation",
        "اتهم الجيش اللبناني إسرائيل بخطف صياد قبالة الناقورة.",
        "ACCUSE/allege LBN.MIL>ISR;ASSAULT/abduct ISR !alleged",
    ),
    Case(
        "accusation", "تبادلت موسكو وكييف الاتهامات بقصف المحطة.", "ACCUSE/allege RUS+UKR;?ASSAULT * !alleged"
    ),
    Case(
        "announced by its doer",
        "أعلنت قوات سوريا الديمقراطية تحرير بلدة الباغوز من تنظيم داعش.",
        "ASSAULT/territory-gain SYR.SDF !claimed|reported",
    ),
    Case(
        "announced by its doer",
        "أعلنت شرطة بغداد اعتقال خلية إرهابية.",
        "COERCE/arrest IRQ|- !claimed|reported",
    ),
    Case(
        "announced of others",
        "أعلنت وزارة الصحة في غزة مقتل عشرة فلسطينيين بغارة إسرائيلية.",
        "ASSAULT/aerial ISR !claimed|reported",
    ),
    Case("denied", "نفت موسكو مشاركة طائراتها في قصف الأتارب.", "?ASSAULT RUS !denied"),
    Case("denied", "كذّبت وزارة الداخلية العراقية أنباء اعتقال الصحفي.", "?COERCE IRQ|- !denied"),
    Case("dual done to", "اعتقلت قوات الأمن الليبية ناشطين اثنين في سبها.", "COERCE/arrest LBY"),
    Case(
        "dual attack",
        "هجومان لتنظيم داعش يستهدفان حاجزين للجيش العراقي في ديالى",
        "ASSAULT ISIS",
    ),
    Case(
        "passive", "جُرح جنديان تركيان بقصف للنظام السوري على نقطة المراقبة في تفتناز.", "ASSAULT SYR>TUR.MIL"
    ),
    Case(
        "passive",
        "لقي أربعة جنود إسرائيليين مصرعهم في كمين لكتائب القسام شرق جباليا.",
        "ASSAULT PSE.HAMAS>ISR.MIL",
    ),
    Case(
        "passive",
        "استشهد فتى فلسطيني برصاص الاحتلال في الخليل.",
        "ASSAULT/firearms ISR",
        "passive: «استشهد برصاص» of whom",
    ),
    Case(
        "passive of a verb with a preposition",
        "أُفرج عن صحفي كان معتقلاً لدى الحوثيين.",
        "RETREAT/release *;?COERCE/arrest *",
    ),
    Case(
        "passive of a verb with a preposition",
        "اعتُدي بالضرب على ناشط حقوقي في عدن.",
        "ASSAULT -",
        "passive: a verb with a preposition, «اعتُدي على»",
    ),
    Case(
        "passive with no doer told",
        "فُرضت عقوبات دولية على شركات تموّل الحرب في السودان.",
        "SANCTION/discontinue *",
        "passive: «فُرضت عقوبات»",
    ),
    Case("imperfect passive", "يُحتجز آلاف المدنيين في سجون النظام السوري.", "COERCE/arrest *"),
    Case("verbal noun with «تم»", "تم الإفراج عن ثلاثين معتقلاً من سجون النظام السوري.", "RETREAT/release *"),
    Case(
        "verbal noun with «جرى»",
        "جرى تبادل عشرين أسيراً بين الجيش اليمني والحوثيين في تعز.",
        "RETREAT/release YEM.MIL+YEM.HOUTHI",
    ),
    Case("verbal noun with «قام ب»", "قامت القوات الإسرائيلية بتفجير منازل في كفركلا.", "ASSAULT ISR"),
    Case("verb of success", "تمكن الجيش الليبي من السيطرة على معسكر حمزة.", "ASSAULT/territory-gain LBY"),
    Case("verb of trying", "حاول مقاتلو تنظيم داعش التسلل إلى الباغوز.", "?ASSAULT ISIS"),
    Case(
        "infinitive with «أن»",
        "استطاعت قوات النظام السوري أن تتقدم باتجاه كبانة.",
        "ASSAULT/territory-gain SYR",
        "verb: «أن تتقدم» after «استطاع»",
    ),
    Case("still doing", "ما زالت المدفعية التركية تقصف محيط عين عيسى.", "ASSAULT TUR"),
    Case(
        "began doing",
        "بدأت الشرطة العسكرية الروسية تسيير دوريات في منبج.",
        "COOPERATE|MOBILIZE RUS",
        "verb: «بدأت تسيير»",
    ),
    Case("participle", "المروحيات الأمريكية تحلق فوق الحسكة قاصفةً مواقع للتنظيم.", "?ASSAULT USA"),
    Case(
        "conjoined verbal nouns",
        "أدانت تركيا قصف المدنيين وتهجيرهم.",
        "ACCUSE/disapprove TUR;?DISPLACEMENT *",
        "condemned: who condemns an act does not do it",
    ),
    Case("headline", "هدنة في السودان لمدة 24 ساعة", "?RETREAT/ceasefire *"),
    Case("headline", "مقتدى الصدر يدعو أنصاره إلى الانسحاب من الساحات", "REQUEST IRQ"),
    Case("headline", "فرار عشرات العائلات من جنوب إدلب", "DISPLACEMENT *"),
    Case(
        "headline", "اتفاق روسي تركي على تسيير دوريات", "?AGREE RUS+TUR;?COOPERATE RUS+TUR !planned|reported"
    ),
    Case(
        "clitic on the noun",
        "وبقصفها المستشفى، خرقت إسرائيل القانون الدولي.",
        "ASSAULT ISR",
        "clitic: «بقصفها» before its doer",
    ),
    Case("sport with words of war", "صد الحارس العراقي هجوماً خطيراً في الدقيقة الأخيرة.", ""),
    Case("sport with words of war", "دك المنتخب الجزائري شباك ضيفه بخماسية.", ""),
    Case("words of war for prices", "واصل الدولار هجومه على الليرة اللبنانية.", ""),
    Case("words of war for sickness", "أعلنت الصحة السعودية الحرب على البعوض.", ""),
    Case(
        "words of war for weather",
        "تتعرض سواحل ليبيا لهجوم من قناديل البحر.",
        "",
        "figurative: the attack of animals",
    ),
    Case("a doer but no war", "سيطر الجيش اللبناني على حريق في أحراج عكار.", ""),
    Case("a doer but no war", "أطلقت وزارة الدفاع السعودية مبادرة لزراعة الأشجار.", ""),
    Case("a doer but no war", "استهدفت حملة الهلال الأحمر الإماراتي ألف أسرة.", "?AID ARE"),
    Case("a doer but no war", "زار الرئيس العراقي معرض الكتاب.", "?CONSULT/visit IRQ"),
    Case("a doer but no war", "سلّم الوزير اليمني الجوائز للفائزين.", ""),
]
