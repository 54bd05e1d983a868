"""Events of several doers, clauses and sentences, of talks and truces, as event_table.py writes them."""

from tests.extract.event_table import Case

DUALS = [
    Case("dual doer", "قصفت طائرتان إسرائيليتان مطار المزة العسكري.", "ASSAULT ISR"),
    Case("dual doer", "شنت مقاتلتان روسيتان ثلاث غارات على جبل الزاوية.", "ASSAULT/aerial RUS"),
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
    ),
    Case(
        "two clauses, two doers",
        "انسحبت قوات الدعم السريع من سنجة بينما انتشر الجيش السوداني في شوارعها.",
        "RETREAT/withdraw SDN.RSF;MOBILIZE SDN.MIL",
    ),
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
        "ASSAULT SDN.RSF;ASSAULT/territory-gain SDN.RSF;DISPLACEMENT *",
    ),
    Case(
        "news agency lead",
        "بيروت (رويترز) - قال مصدر أمني لبناني إن طائرة مسيرة إسرائيلية استهدفت سيارة في النبطية الاثنين.",
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
    ),
    Case(
        "purpose clause",
        "وصل وفد من حركة حماس إلى القاهرة لبحث صفقة تبادل الأسرى.",
        "CONSULT/visit PSE.HAMAS;?RETREAT/release * !planned|hypothetical",
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
    ),
]

JOINED = [*DUALS, *COORDINATION, *LONGER, *TALKS, *CEASEFIRES]
