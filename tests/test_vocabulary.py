"""What learners print about two results, in their own languages."""

from __future__ import annotations

import pytest

from grader.evidence.vocabulary import asks_for, claims, verdict_of

AGREE = """\
différent : faux
diverso: falso
diferentes: falso!
verschieden: falsch
difference: nil
they match
Problems: none
Errors: 0, the results match
no errors: results match
not a single wrong cell: equal
NumPy agrees -> True
they differ -> False
Results are identical
No differences found
not different
Ergebnis richtig
korrekt
Die Ergebnisse stimmen überein
gleich: True
résultats égaux
los resultados coinciden
son iguales
i risultati sono corretti
os resultados são iguais
результаты совпадают
равны
结果一致
正しい
일치
Same result, no @ needed
They match, I can't believe it
Correct! (A*B would be wrong)
Sin fallos
✗ no difference
Failures: none so far
Errors: none found
equal: #t
Same result without using @
Equal to NumPy, no rounding
Sem falhas
Keine Beanstandungen
Rien de faux
没有不同
違いはない
違いなし
다르지 않습니다
""".splitlines()
DIFFER = """\
problem: {False, True}
différent : vrai
diferente: verdadero
correct : faux
Fehler: Ergebnis falsch
equal nil
they do not match
Problems: result equals NumPy
Failed tests: all cells match NumPy
FAIL: not equal
✗ does not fit
✗ nicht wie bei NumPy
❌ does not check out
ERROR: loops and NumPy do not fit
FAIL: NumPy doesn't have that
equal: #f
Different (not equal)
The results do not match - FAIL
Falsch: nicht gleich
✗ Results do not match
klopt niet
ikke identisk
一致しません
Results differ
NumPy agrees -> False
equal → False
they differ -> True
mismatch
nicht gleich
Ergebnisse unterscheiden sich
no coinciden
non sono uguali
результаты не совпадают
不一致
다르다
It does not work
Different! Please correct your loops
Wrong! Are the indices right?
Verificación fallida
Verificatie mislukt
Correction nécessaire
不一样
同じではない
一致せず
일치 안 합니다
일치하지 않습니다
불일치
""".splitlines()


@pytest.mark.parametrize("text", AGREE)
def test_what_says_that_results_agree_is_a_claim(text: str) -> None:
    assert verdict_of(text) is True
    assert claims(text)


@pytest.mark.parametrize("text", DIFFER)
def test_what_says_that_results_differ_is_understood(text: str) -> None:
    assert verdict_of(text) is False


@pytest.mark.parametrize(
    "text",
    [
        "C = [[19 22]",
        "shape: (2, 2)",
        "",
        "error: 3.5",
        "True",
        "NumPy ist 4 mal so schnell, das ist ein großer Unterschied",
        "NumPy is 9 times faster: a big difference",
    ],
)
def test_what_says_nothing_of_that_is_no_verdict(text: str) -> None:
    assert verdict_of(text) is None


@pytest.mark.parametrize("text", ["C = [[19 22]", "shape: (2, 2)", "", "error: 3.5"])
def test_what_says_nothing_of_that_claims_nothing(text: str) -> None:
    assert not claims(text)


def test_what_stands_before_the_speed_is_the_verdict() -> None:
    assert verdict_of("They are equal, and NumPy is 9 times faster, a big difference") is True


def test_a_truth_alone_is_a_verdict_where_one_is_looked_for() -> None:
    assert verdict_of("True", alone=True) is True
    assert verdict_of("np.False", alone=True) is False


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        ("Match:", True),
        ("iguales los resultados:", True),
        ("los resultados coinciden:", True),
        ("fehlerlos:", True),
        ("mismatch-free:", True),
        ("error free:", True),
        ("gleich (nicht verschieden):", True),
        ("not different:", True),
        ("identical, not just close:", True),
        ("¡Perfecto!", True),
        ("¡Incorrecto!", False),
        ("not equal:", False),
        ("Do they differ?", False),
        ("passt nicht:", False),
        ("errors:", False),
        ("right or wrong? right:", None),
        ("Is there a mistake?", False),
        ("Is there a blunder?", None),
        ("max diff", None),
        ("same or different? same =", None),
    ],
)
def test_what_stands_before_an_answer_is_understood_or_left_open(label: str, meant: bool | None) -> None:
    assert asks_for(label.split()) is meant
