"""What the other tables show, in other words: so that a rule is for the language, not for one sentence."""

from tests.extract.event_table import Case

AGAIN = [
    Case("dual doer", "استهدفت مروحيتان سوريتان محيط بلدة التمانعة.", "ASSAULT SYR"),
    Case("dual verb", "الطائرتان الروسيتان قصفتا تلال كبانة.", "ASSAULT RUS"),
    Case(
        "announced by its doer",
        "أعلن الحوثيون إسقاط طائرة استطلاع سعودية في صعدة.",
        "ASSAULT YEM.HOUTHI !claimed|reported",
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
        "hypothetical", "من المحتمل أن تنسحب فرنسا من التحالف الدولي.", "?RETREAT FRA !hypothetical|planned"
    ),
    Case(
        "planned",
        "من المتوقع أن يصل المبعوث الأممي إلى عدن غداً.",
        "CONSULT|AGREE IGO.UN !planned",
        "planned: «من المتوقع أن» before the verb",
    ),
    Case("planned", "تنوي الحكومة العراقية فرض حظر تجول في الناصرية.", "COERCE/curfew IRQ|- !planned"),
    Case("planned", "يستعد الجيش السوداني لاقتحام الجنينة.", "ASSAULT SDN.MIL !planned"),
    Case("phone call", "هاتف الرئيس الفرنسي نظيره الروسي لبحث الأزمة.", "CONSULT/phone FRA+RUS|FRA"),
    Case(
        "phone call",
        "تلقى وزير الخارجية المصري اتصالاً هاتفياً من نظيره الأمريكي.",
        "CONSULT/phone EGY+USA|USA|EGY",
    ),
    Case(
        "relative with its pronoun",
        "الأسرى الذين أطلق الحوثيون سراحهم وصلوا إلى مأرب.",
        "RETREAT/release YEM.HOUTHI",
    ),
    Case(
        "relative with its pronoun",
        "المدينة التي انسحبت منها القوات الأمريكية دخلها الجيش السوري.",
        "RETREAT/withdraw USA;MOBILIZE|ASSAULT SYR.MIL",
    ),
    Case("passive", "اعتُقل عشرة ناشطين في الخرطوم.", "COERCE/arrest -"),
    Case("passive", "أُعدم ثلاثة معتقلين في سجن صيدنايا.", "ASSAULT/targeted -"),
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
    ),
    Case(
        "sanctions",
        "أدرجت وزارة الخزانة الأمريكية قيادياً حوثياً على قائمة العقوبات.",
        "SANCTION/discontinue USA",
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
    Case("refusal", "امتنعت روسيا عن سحب قواتها.", "?REJECT RUS;?RETREAT RUS !negated"),
]
