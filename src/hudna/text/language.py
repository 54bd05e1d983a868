"""Which language a text is in: Arabic is told from what else is written in Arabic letters."""

import re
from collections import Counter

from hudna.text.normalise import fold

_SAMPLE = 20_000
_FEWEST = 12
"""Letters below which nothing is said."""
_LETTERS = re.compile(r"[^\W\d_]")
_ARABIC_SCRIPT = re.compile(
    r"[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"
)
_WORD = re.compile(r"[^\W\d_]+")
# Letters and common words (not folded) of languages in Arabic script; «گ», «ڤ» and «چ» alone are dialect.
_OWN_LETTERS = {
    "ckb": "ێۆڕڵەڤ",
    "ps": "ټډړږښځڅۍېڼ",
    "ur": "ٹڈڑںےہھۓ",
    "ug": "ۇۈۋېەڭ",
    "sd": "ٻڀٺٽٿڦڄڃڇڏڌڍڙڪڳڱڻ",
    "fa": "پچژگک",
}
_OWN_WORDS = {
    "fa": "است این که از را با برای آن شده شد می های کرد خود تا یک بود به هم نیز گفت اين كه مي هاي يك در",
    "ur": "ہے کے میں کی کا سے کو اور نے پر ہیں کہ یہ اس تھا بھی",
    "ps": "دی په چې کې او یې سره دې له ته دا شوي",
    "ckb": "لە بە کە ئەم لەگەڵ بۆ ئەو دەکات کرد",
    "ug": "ۋە بىلەن بۇ ئۇ ئۈچۈن",
    "sd": "جي ۾ جو کي ۽ آهي",
}
_DIALECTS = (
    "aao abh abv acm acq acw acx acy adf aeb aec afb ajp apc apd arb arq ars ary arz auz avl ayh ayl ayn ayp "
    "shu ssh"
)
"""ISO 639-3 codes of the varieties of Arabic: no other language."""
_LEAST_EVIDENCE = 2
"""Letters and words of a language's own below which a text in Arabic letters is not in that language."""
_ARABIC_WORDS = (
    "في من علي الي ان عن مع هذا هذه التي الذي بعد قبل بين كما كان كانت قال وقال وفي ومن لا لم قد حيث او ما "
    "ذلك عند منذ خلال حول وقد انه انها بها منها فيه فيها وكان غير كل"
)


def language_of(text: str) -> str:
    """ISO 639 code of a text's language: «ar», another, or «und» where it has too few letters to tell.

    Texts mostly in Arabic letters are judged here, by letters and common words; for others py3langid decides.
    """
    sample = text[:_SAMPLE]
    letters = len(_LETTERS.findall(sample))
    if letters < _FEWEST:
        return "und"
    if len(_ARABIC_SCRIPT.findall(sample)) * 2 >= letters:
        return _of_arabic_script(sample)
    import py3langid

    found = py3langid.classify(" ".join(sample.split()))[0]
    return "ar" if found in _DIALECTS.split() else str(found)


def _of_arabic_script(sample: str) -> str:
    words = _WORD.findall(sample)
    count = Counter(sample)
    common = frozenset(_ARABIC_WORDS.split())
    arabic = sum(1 for w in map(fold, words) if w in common or (w.startswith("ال") and len(w) > 4))
    arabic += sum(count[c] for c in "ةٱ") // 2
    scores = {"ar": arabic / len(words) + 0.02}
    for language, own in _OWN_LETTERS.items():
        listed = frozenset(_OWN_WORDS[language].split())
        marked = sum(1 for word in words if word in listed)
        letters = sum(count[c] for c in own)
        if letters + len({word for word in words if word in listed}) >= _LEAST_EVIDENCE:
            scores[language] = (letters / 2 + marked) / len(words)
    return max(scores, key=lambda language: scores[language])
