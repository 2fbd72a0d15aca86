"""What a printed text says of two results: that they agree, or that they differ. In the languages that learners write.

Short words count when they stand alone, others by how they begin; languages without spaces have a list of their own.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

_NEGATIONS = {
    "not", "no", "never", "nothing", "none", "without", "cannot", "isnot", "hardly", "barely", "neither", "nicht",
    "nich", "nit", "ned", "nie", "niemals", "mitnichten", "kein", "keine", "keinen", "keinerlei", "ohne", "nein",
    "pas", "sans", "aucun", "aucune", "non", "sin", "ningún", "ningun", "ninguna", "senza", "nessun", "nessuna",
    "sem", "não", "nenhum", "nenhuma", "не", "нет", "без", "否", "いいえ", "fixed", "resolved", "solved", "gone",
    "avoided", "behoben", "gelöst", "résolu", "résolue", "resuelto", "risolto", "resolvido", "исправлена",
    "исправлено", "устранена", "niet", "inte", "ikke", "nem", "ei", "tidak", "bukan", "nije", "nisu", "değil",
    "nil", "nu", "nejsou", "není", "ej", "icke", "geen", "nėra", "niso", "không", "nix", "rien", "nada", "niente",
    "keineswegs", "nee", "nö", "안", "아님", "아니다", "아닙니다", "없음", "없다", "없습니다",
}  # fmt: skip
"""What takes back what else is said: a mismatch that is resolved is none."""
_NEGATED_BEHIND = r"\b(is|are|was|were|do|does|did|have|has|had|can|could) (not|never)\b"
_NEGATED_VERB = r"(is|are|was|were|do|does|did|have|has|had|wo|ca|could|would|should|ai)n['’‘`´]?t|do'nt"
"""However the apostrophe is typed, or left out."""
_WITHOUT = frozenset({"without", "ohne", "sans", "sin", "senza", "sem", "без", "zonder", "utan", "uden"})
"""What denies the word behind it, and nothing else that is said."""
_POINTS_BACK = frozenset({"it", "so", "this", "that", "all", "quite", "way", "equal"})
"""What may stand behind a negation that denies what was said before."""
_NEGATING = ("않", "못")
"""How Korean words begin that negate the one before."""
_COMPLAINTS = ("rais", "throw", "threw", "complain", "exception", "assertionerror", "ausnahme", "gemeckert", "excepci")
"""What comes of a comparison that fails: alone it says nothing, but that there was none says that numbers agree."""
_SHORT_TOPICS = {"err", "diff", "delta", "bug", "bugs", "norm", "gap", "sbagli", "sbaglio", "misses", "defects"}
_TOPICS = (
    "erro", "mistake", "problem", "issue", "differenc", "differenz", "deviat", "discrepan", "residual", "fehler",
    "abweich", "unterschied", "erreur", "écart", "différence", "problème", "diferenci", "diferença", "scart", "ошиб",
    "проблем", "разниц", "отклонен", "погрешн", "fallo", "falla", "falha", "fallim", "afwijking", "faute", "beanstand",
    "diferen", "violat", "correction", "korrektur", "correcci", "correç", "correzion", "distan", "distân", "abstand",
    "문제", "이상", "오류", "차이", "실패", "에러",
)  # fmt: skip
"""What names that of which there should be none: alone it denies, beside a verdict it says nothing."""
_COMPOUND = "fehler"
"""What ends German words for what is wrong: `Gleichheitsfehler`."""
_CROSSES = frozenset({"👎", "❌", "✗", "✘", "×"})
_DENIALS = {
    "fout", "źle", "mauvais", "olika",
    "yanlış", "falso", "wrong", "bad", "sorry", "oops", "nope", "falsch", "faux", "nok", "broken", "kaputt", "👎",
    "❌", "✗", "✘",
}  # fmt: skip
_DENYING = (
    "unsuccess", "inaccura", "invalid", "unwahr", "fail", "differ", "missing", "mismatch", "fallid", "fallit",
    "falhou", "mislukt", "eșuat", "échou", "fehlgeschlagen", "disagree", "unequal", "incorrect", "inkorrekt",
    "ungleich", "différ", "distint", "diferent", "unterscheid", "verschied", "sbagliat", "divers", "errad", "неверн",
    "틀리", "틀렸", "틀림", "неправильн", "отлича", "разны", "невірн", "eltér",
)  # fmt: skip
_AFFIRMATIONS = {
    "valid", "accurate", "right", "ok", "okay", "good", "yes", "stimmt", "stimmen", "passt", "ja", "oui", "sí", "sì",
    "sim", "да", "igual", "iguais", "uguali", "uguale", "равны", "verified", "met", "perfect", "perfecto", "perfekt",
    "parfait", "juste", "vrai", "exact", "exacte", "exacto", "giusto", "vero", "certo", "goed", "juist", "dobrze",
    "doğru", "yep", "verdadero", "verdadeiro", "correcto", "bien", "gut", "bene", "fine", "work", "works", "worked",
    "great", "excellent", "congratulations", "confirmed", "bravo", "klopt", "kloppen", "stämmer", "lika", "oikein",
    "вірно", "yup", "yeah", "yay", "👍", "✅", "✓", "✔",
}  # fmt: skip
_AFFIRMING = (
    "match", "agree", "equal", "same", "correct", "korrekt", "success", "pass", "identi", "richtig", "gleich", "égal",
    "égau", "coincid", "igual", "corrett", "verificad", "verificato", "verificata", "верно", "правильн", "совпада",
    "збіга", "überein", "egyez",
)  # fmt: skip
"""Words, and how words begin, that say whether numbers are the same."""
_UNSPACED_DENYING = (
    "一致しない", "一致しません", "一致していない", "一致していません", "等しくない", "等しくありません", "正しくない",
    "正しくありません", "일치하지않", "같지않", "불일치", "同じではない", "同じじゃない", "同じでない", "一致せず",
    "一致しなかった", "異な", "不一样", "不太一样", "不完全", "不等",
    "不一致", "不相等", "不相同", "不同", "不匹配", "不正确", "错误", "違", "다르", "誤差", "误差", "差异",
)  # fmt: skip
_UNSPACED_NONE = ("なし", "ない", "没有", "无", "無")
_UNSPACED_FREE = (
    "没有不同", "没什么不同", "没有区别", "无差异", "違いはない", "違いはありません", "違いがない", "違いなし",
    "誤差なし", "不一致なし", "다르지않",
    "没有错误", "没有问题", "没问题", "无错误", "无误", "無誤", "没有差异", "没有误差", "問題なし", "問題ない",
)  # fmt: skip
"""What says that there is none of that."""
_UNSPACED_AFFIRMING = ("一致", "相等", "相同", "匹配", "一样", "正确", "正しい", "同じ", "같", "일치")
"""The same in languages that set no spaces between words."""
_LISTED = (
    r"(?i)^\W*(?:problems?|issues|errors|mistakes|fail(?:ed|ures|s|ing)|wrong|mismatch(?:es)?|probleme|fehler|errores|"
    r"problemas|erreurs|problèmes|errori|problemi|ошибки|проблемы)(?: (?:tests?|checks?|found|with|in))*\s*:\s*"
    r"(?!(?:no|non|none|nothing|zero|all|alle|keine?r?|nichts|ningun[oa]?|nada|aucune?|rien|nessun[oa]?|нет)\b)"
    r"[^\W\d]\w*\W+\w"
)
"""What stands behind such a heading is wrong, whatever it is called: `Problems: H equals NumPy`."""
_SMALL = {
    "within", "below", "under", "less", "<", "<=", "≤", "tolerance", "small", "smaller", "tiny", "negligible", "zero",
    "zeros", "empty", "vanishes", "null", "kleiner", "unter", "toleranz", "winzig", "leer", "nul", "nulle", "nulo",
    "[]", "{}", "()", "set()", "nula", "nullo", "nulla", "cero", "menor", "minore", "inférieure", "ноль", "нулю",
    "меньше", "допуска",
}  # fmt: skip
"""What is said of a difference that is none."""
_ANSWERS = {
    "yes": True, "ja": True, "oui": True, "sí": True, "sì": True, "si": True, "sim": True, "да": True, "是": True,
    "はい": True, "no": False, "nein": False, "non": False, "não": False, "нет": False, "否": False, "いいえ": False,
    "none": False, "nil": False, "nope": False, "nah": False, "keine": False, "keiner": False, "keinen": False,
    "kein": False,
    "aucun": False, "aucune": False, "ninguno": False, "ninguna": False, "nessuno": False, "nessuna": False,
    "nenhum": False, "nenhuma": False, "aye": True, "nay": False, "affirmative": True, "negative": False,
}  # fmt: skip
"""What may answer a question by itself."""
_FREE = {"free", "frei"}
_ENDS_FREE = ("free", "frei", "erlos", "mlos", "dslos")
_NEARLY_NOTHING = 1e-6
_DASHES = frozenset({"-", "–", "—", "✗", "✘", "❌"})
_MARKS = ".,:;!?¡¿\"'()[]{}<>*-–=_"
_TRUTHS = {
    "true": True, "np.true": True, "#t": True, "#true": True,
    "false": False, "np.false": False, "#f": False, "#false": False,
}  # fmt: skip
_UNLIKE = ("difer", "diver", "différ")
_LABEL_ANSWERS = {
    "faux": False, "falso": False, "falsa": False, "falsch": False, "onwaar": False, "fałsz": False, "ложь": False,
    "vrai": True, "vero": True, "verdadero": True, "verdadeiro": True, "cierto": True, "wahr": True, "waar": True,
    "prawda": True, "правда": True,
}  # fmt: skip
"""How a label that speaks of a difference is answered, in words that would say something else by themselves."""
_NO_ERROR = r"(?i)\b(err|error|fehler|erreur|errore?|diff|difference|problem)\s*[:=]\s*(none|nil|null)\b,?"
"""What is said of an error that there is not, beside a verdict."""
_TRUTH = r"\b(True|False)\b"
_SOME_TRUTHS = r"[\[({](?:True|False)(?:, (?:True|False)){1,30}[\])}]"
_ASIDE = r"\([^()]{0,200}\b(would|wäre|serait|sería|seria|sarebbe)\b[^()]{0,200}\)"
_SHAPE = r"\(\s*\d+\s*,\s*\d*\s*\)"
_SPEED = (
    r"(?i)\b(faster|fastest|(?:as|so) fast|slower|slowest|quicker|speed\w*|schnell(?:er)?|langsam(?:er)?|"
    r"plus (?:rapide|vite|lent)\w*|(?:más|mais) (?:rápid|lent)\w*|più (?:veloc|rapid|lent)\w*|быстрее|медленнее)\b|"
    r"更快|更慢"
)
"""What says how fast something is."""
_PLEASE = (
    r"(?i)\b(please|bitte|prego|por favor|s['’]il (te|vous) plaît)\b|"
    r"^\s*(check|make sure|fix|look|review|try) (again|at|for|that|the|your|if|whether)\b"
)
"""What is wished for."""
_CLAUSES = r"[,;!|→–—]|[-=]>|\.\s"
OF_EQUALITY = "|".join((*_AFFIRMING, *_UNSPACED_AFFIRMING, "true", "verif", "stimm", "ugual", "iguais", "равн"))
"""What speaks of two things being the same, or of anything as true; capitals or not."""
_CLAIM = rf"{OF_EQUALITY}|check|\bok\b|[✓✔✅]"
_LONGEST_CLAIM = 1000
MOST_WORDS_OF_AN_ANSWER = 4


def verdict_of(text: str, *, alone: bool = False) -> bool | None:
    """Whether a text says that numbers agree (True) or differ (False); None when it says neither.

    alone: a True or False is a verdict without any other word. Of a very long one its beginning is read.
    """
    text = text[:_LONGEST_CLAIM]
    if re.match(_LISTED, text):
        return False
    text = _before_speed(re.sub(_NO_ERROR, "", text).strip() or text)
    if re.search(_TRUTH, text):
        # Of a list, or a set, no clauses are made.
        text = re.sub(_SOME_TRUTHS, lambda found: found[0].replace(",", " "), text)
        text = re.sub(r"\bNone\b", "", text)
    clauses = [clause.casefold().split() for clause in _statements(re.sub(rf"{_ASIDE}|{_SHAPE}", "", text))]
    truths = {_TRUTHS[clause[0].strip(_MARKS)] for clause in clauses if len(clause) == 1 and is_truth(clause[0])}
    if len(truths) == 1:
        # "NumPy agrees -> False": what the rest says is true, or not.
        clauses = [clause for clause in clauses if len(clause) != 1 or not is_truth(clause[0])]
    told = [(len(clause) == 1, _verdict_of_clause(clause, alone=alone)) for clause in clauses]
    # "No, they do not differ" answers a question in its second part.
    longer = {verdict for short, verdict in told if not short} - {None}
    said = longer or {verdict for _, verdict in told}
    found = False if False in said else True if True in said else None
    if len(truths) != 1 or (found is None and not alone):
        return found
    return truths.pop() is (found is not False)


def _before_speed(text: str) -> str:
    """The text up to the clause that says how fast something is: four times, which is a great difference."""
    speed = re.search(_SPEED, text)
    if speed is None:
        return text
    ends = [clause.end() for clause in re.finditer(_CLAUSES, text[: speed.start()])]
    return text[: ends[-1]] if ends else ""


def _statements(text: str) -> list[str]:
    """The clauses of a text, without what is asked or wished for beside another one."""
    clauses = re.split(_CLAUSES, text)
    stated = [one for one in clauses if not one.rstrip().endswith("?") and not re.search(_PLEASE, one)]
    return stated if any(map(str.strip, stated)) else clauses


def answer_in(words: Iterable[str]) -> bool | None:
    """Whether words begin with yes (True) or no (False); None when with neither."""
    plain = [word.casefold().strip(_MARKS) for word in words]
    if not plain or plain[0] in _ANSWERS or len(plain) > MOST_WORDS_OF_AN_ANSWER:
        return _ANSWERS.get(plain[0]) if plain else None
    # "Not at all", "of course not": and nothing of what it answers.
    speaks = any(_affirms(word) or _denies(word) or _is_topic(word) for word in plain)
    return False if any(map(_negates, plain)) and not speaks else None


def answer_to_unlike(words: Iterable[str]) -> bool | None:
    """What a single word answers to a label that speaks of a difference; None for other words."""
    plain = [word.casefold().strip(_MARKS) for word in words]
    return _LABEL_ANSWERS.get(plain[0]) if len(plain) == 1 else None


def is_no(word: str) -> bool:
    """Whether a word by itself says no, or that there is none."""
    return _ANSWERS.get(word.casefold().strip(_MARKS)) is False


def asks_for(label: Iterable[str]) -> bool | None:
    """What stands before a True or an answer: whether it speaks of numbers that agree, or that differ (False).

    None where it speaks of neither, or of both: "right or wrong", "the same, not just close".
    """
    raw = _before_speed(" ".join(label)).casefold().split()
    words = [word.strip(_MARKS) or word for word in raw]
    spoken: set[bool] = set()
    for at, word in enumerate(words):
        affirms, denies = _affirms(word), _denies(word) or (_is_topic(word) and word not in _SHORT_TOPICS)
        if not (affirms or denies):
            continue
        beside = {*words[max(at - 2, 0) : at], *(words[at + 1 : at + 2] if _goes_on(raw, at) else ())}
        turned = any(_negates(one) or one in _FREE for one in beside) or (
            denies and (_is_free(word) or any(map(_is_small, beside)))
        )
        spoken.add(affirms is not turned)
    if spoken == {True} and not _SHORT_TOPICS.isdisjoint(words):
        # "match diff": of which there may be none.
        return None
    return spoken.pop() if len(spoken) == 1 else None


def _goes_on(words: list[str], at: int) -> bool:
    """Whether a word and the one after it belong together."""
    return words[at][-1] not in ",;:" and not "".join(words[at + 1 : at + 2]).startswith("(")


def claims(text: str) -> bool:
    """Whether a text may be what a learner prints who says that a result was compared."""
    return bool(re.search(_CLAIM, text, re.IGNORECASE)) or (len(text) <= _LONGEST_CLAIM and verdict_of(text) is True)


def _verdict_of_clause(words: list[str], *, alone: bool) -> bool | None:
    raw, words = words, [word.strip(_MARKS) or word for word in words]
    if (unlike := _is_answered_unlike(raw, words)) is not None:
        return not unlike
    topic = any(map(_is_topic, words))
    denials = sum(map(_denies, words))
    negations = sum(map(_negates, words))
    numbers = [number for number in map(number_in, words) if number is not None]
    empty = any(word.rstrip(".,;:!") in _SMALL for word in raw)
    nothing = empty or any(map(_is_small, words)) or (bool(numbers) and all(map(is_nothing, numbers)))
    said: bool | None = None
    if any(map(_affirms, words)):
        # "no errors" is none of what else is said.
        negations -= sum(
            _negates(one) and (_is_topic(after) or (one in _WITHOUT and not _affirms(after)))
            for one, after in itertools.pairwise(words)
        )
        said = (negations + (0 if nothing else denials)) % 2 == 0 and not _denies_twice(raw, words)
    elif denials or topic:
        if not (nothing or negations or denials) and any(re.search(r"\d", word) for word in words):
            # How large a difference is, or an error: no word for it.
            return None
        said = (nothing or negations > 0) and not (nothing and negations) and not _is_labelled_wrong(raw, words)
    elif any(word.startswith(_COMPLAINTS) for word in words):
        said = True if negations else None
    elif any(map(_negates, words[-1:])) or (words[-1:] and words[-1] in _POINTS_BACK and _negates(words[-2:][0])):
        # Others deny something else: "no @ needed".
        said = negations % 2 == 0
    truths = {_TRUTHS[word] for word in words if word in _TRUTHS}
    if len(truths) == 1 and (said is not None or alone):
        return truths.pop() is (said is not False)
    # What came of several comparisons, of which one failed, beside a word for that.
    return None if truths and said is not False else said


def _is_answered_unlike(raw: list[str], words: list[str]) -> bool | None:
    """Whether a label that speaks of a difference is answered by yes: `différent : faux` is not; None without one."""
    label = words[:-1]
    if not label or not raw[-2].endswith(":") or any(map(_negates, label)):
        return None
    unlike = any(_denies(word) or word.startswith(_UNLIKE) for word in label)
    return _LABEL_ANSWERS.get(words[-1]) if unlike else None


def _is_labelled_wrong(raw: list[str], words: list[str]) -> bool:
    """Whether a cross, or a word before a colon, says that something is wrong, and the rest what is not so.

    `✗ not as NumPy`, `FAIL: it does not fit`. Of what is called wrong there may be none: `Failures: none so far`.
    """
    rest = words[1:]
    if len(rest) < 2 or any(_denies(word) or _is_topic(word) for word in rest):
        return False
    if words[0] in _CROSSES:
        return any(map(_negates, rest))
    verbs = any(re.fullmatch(_NEGATED_VERB, word) for word in rest)
    return raw[0][-1] in ":]" and (verbs or re.search(_NEGATED_BEHIND, " ".join(rest)) is not None)


def _denies_twice(raw: list[str], words: list[str]) -> bool:
    """Whether a word denies by itself, and one that affirms is negated beside it: `FAIL: not equal`."""
    following = [*raw[1:], ""]
    ends = [one[-1:] in ":)" or one in _DASHES or after[:1] == "(" for one, after in zip(raw, following, strict=True)]
    parts = list(itertools.accumulate(ends, initial=0))
    negated = [at for at, word in enumerate(words) if _negates(word)]

    def is_negated(at: int, behind: int) -> bool:
        return any(parts[one] == parts[at] and (0 < at - one <= 2 or 0 < one - at <= behind) for one in negated)

    alone = any(_denies(word) and not is_negated(at, 0) for at, word in enumerate(words))
    return alone and any(_affirms(word) and is_negated(at, 1) for at, word in enumerate(words))


def is_truth(word: str) -> bool:
    """Whether a word is `True` or `False`, however it is printed."""
    return truth_in(word) is not None


def truth_in(word: str) -> bool | None:
    """The truth that a word is, None when it is none."""
    return _TRUTHS.get(word.casefold().strip(_MARKS))


def number_in(word: str) -> float | None:
    """The number that a word is, None when it is none."""
    try:
        return float(word.strip(_MARKS + "%"))
    except ValueError:
        return None


def is_nothing(number: float | None) -> bool:
    """Whether a difference of that size is none."""
    return number is not None and abs(number) < _NEARLY_NOTHING


def _negates(word: str) -> bool:
    return word in _NEGATIONS or word.startswith(_NEGATING) or re.fullmatch(_NEGATED_VERB, word) is not None


def _is_topic(word: str) -> bool:
    return word in _SHORT_TOPICS or word.startswith(_TOPICS) or _COMPOUND in word


def names_a_difference(text: str) -> bool:
    """Whether a text speaks of errors or differences, of which it may tell how large they are."""
    return any(_is_topic(word.strip(_MARKS)) for word in text.casefold().split())


def _is_small(word: str) -> bool:
    """Whether a word says of a difference that there is none."""
    free = _is_topic(word) and word.endswith(_ENDS_FREE)
    return free or word in _SMALL or any(part in word for part in ("零", "小于"))


def _is_free(word: str) -> bool:
    """Whether a word says itself that there is none of what it names: `mismatch-free`."""
    rest = re.sub("|".join(_UNSPACED_DENYING), "", word)
    return word.endswith(_ENDS_FREE) or any(part in rest for part in _UNSPACED_NONE)


def _denies(word: str) -> bool:
    if _is_topic(word) or any(part in word for part in _UNSPACED_FREE):
        return False
    return word in _DENIALS or word.startswith(_DENYING) or any(part in word for part in _UNSPACED_DENYING)


def _affirms(word: str) -> bool:
    if _is_topic(word):
        return False
    if any(part in word for part in _UNSPACED_FREE):
        return True
    if any(part in word for part in _UNSPACED_DENYING):
        return False
    return word in _AFFIRMATIONS or word.startswith(_AFFIRMING) or any(part in word for part in _UNSPACED_AFFIRMING)
