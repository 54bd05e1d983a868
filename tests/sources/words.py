"""Sentences of our own that the tests of the readers are made of."""

TEXT = (
    "قالت وزارة الخارجية إن الوفد وصل إلى العاصمة مساء الأربعاء لبحث تثبيت الهدنة.\n"
    "وأضافت في بيان أن المحادثات ستتواصل يومين، وأن الجانبين اتفقا على تبادل قوائم الأسرى.\n"
)
OTHER = (
    "أعلن مكتب الإغاثة أن قافلة من عشرين شاحنة عبرت الحدود صباح الخميس محملة بالخيام والأغطية.\n"
    "وأشار إلى أن العائلات في المخيمات تحتاج إلى مواد التدفئة قبل نهاية الشهر.\n"
)
PARAGRAPHS = (
    "قالت وزارة الخارجية إن الوفد وصل إلى العاصمة مساء الأربعاء لبحث تثبيت الهدنة في الشمال.",
    "وأضافت في بيان أن المحادثات ستتواصل يومين، وأن الجانبين اتفقا على تبادل قوائم الأسرى.",
    "وذكر مصدر دبلوماسي أن ملف المساعدات الإنسانية سيكون على رأس جدول الأعمال في اليوم الثاني.",
)
HEADLINE = "وفد يصل إلى العاصمة لبحث الهدنة"


def page(body: str, head: str = "", title: str = f"{HEADLINE} - موقع المثال") -> str:
    """A page with `body` and further `head` lines."""
    return (
        f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{body}</body></html>"
    )


def story(headline: str = HEADLINE) -> str:
    """An article element with a headline and three paragraphs."""
    return f"<article><h1>{headline}</h1>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}</article>"
