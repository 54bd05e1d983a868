"""What Arabic writes onto a word: conjunctions and prepositions before it, pronouns after it."""

from functools import lru_cache

_CACHED = 50_000
"""Written words whose look-up is kept: more than the vocabulary of some thousand reports."""
_PRONOUNS = ("هما", "هم", "هن", "ها", "نا", "كم", "ه", "ي", "ك")


@lru_cache(maxsize=_CACHED)
def leads(norm: str) -> tuple[tuple[str, str], ...]:
    """Every way to read a folded word as (clitics, word): «وبالقصف» gives ("وب", "القصف") among others.

    «للنظام» gives ("ل", "النظام"). The whole word comes first, shorter readings after it; whether the rest
    is a word is for the lexicon to say.
    """
    found = [("", norm)]
    for conjunction in ("", "و", "ف"):
        if not norm.startswith(conjunction) or len(norm) - len(conjunction) < 2:
            continue
        rest = norm[len(conjunction) :]
        if conjunction:
            found.append((conjunction, rest))
        if rest.startswith("لل") and len(rest) > 3:
            found.append((conjunction + "ل", "ال" + rest[2:]))
        if rest[0] in "بلك" and len(rest) > 2:
            found.append((conjunction + rest[0], rest[1:]))
    return tuple(found)


@lru_cache(maxsize=_CACHED)
def without_pronoun(norm: str) -> tuple[str, ...]:
    """The folded word, then without its final pronoun («قواته»: قوات; «مدفعيته»: مدفعيت, مدفعيه)."""
    found = [norm]
    for pronoun in _PRONOUNS:
        if norm.endswith(pronoun) and len(norm) - len(pronoun) >= 3:
            stem = norm[: -len(pronoun)]
            found.append(stem)
            if stem.endswith("ت"):
                found.append(stem[:-1] + "ه")
            break
    return tuple(found)
