"""A matrix product drawn as boxes: read from the words beside a line, laid out to scale for a template."""

from __future__ import annotations

import math
import re

import msgspec

from grader.result import ListedLine

_PRODUCT = re.compile(r"\((\d{1,9}), (\d{1,9})\) @ \((\d{1,9}), (\d{1,9})\)(?: → \((\d{1,9}), (\d{1,9})\))?")
_SHORTEST, _LONGEST = 10.0, 72.0
_MOST_LINEAR = 8
_GAP, _MARGIN, _LABEL_HEIGHT = 34.0, 4.0, 22.0
_LABEL_CHARACTER = 7.6


class Box(msgspec.Struct, frozen=True):
    """A matrix: a rectangle to scale, and its shape below it."""

    x: float
    y: float
    width: float
    height: float
    label_x: float
    label: str


class Sign(msgspec.Struct, frozen=True):
    """An operator between two boxes."""

    x: float
    text: str


class Drawing(msgspec.Struct, frozen=True):
    """A product. `clash` says which inner dimensions do not meet, or is empty."""

    width: float
    height: float
    middle: float
    label_y: float
    boxes: tuple[Box, ...]
    signs: tuple[Sign, ...]
    clash: str
    words: str


def product(line: ListedLine | None) -> Drawing | None:
    """The first matrix product that the line made or tried, drawn; None when it has none."""
    for shape in line.shapes if line else ():
        found = _PRODUCT.search(shape)
        if found:
            return _draw(found)
    return None


def _draw(found: re.Match[str]) -> Drawing:
    rows, inner, other, columns, *result = (int(number) for number in found.groups() if number is not None)
    shapes = [(rows, inner), (other, columns)] + ([(result[0], result[1])] if result else [])
    sides = _sides(shapes)
    tallest = max(height for height, _ in sides)
    middle = _MARGIN + tallest / 2
    boxes: list[Box] = []
    signs: list[Sign] = []
    x = _MARGIN
    for (height, width), shape, sign in zip(sides, shapes, ("@", "→", ""), strict=False):
        label = f"({shape[0]}, {shape[1]})"
        room = max(width, len(label) * _LABEL_CHARACTER)
        centre = x + room / 2
        boxes.append(Box(centre - width / 2, middle - height / 2, width, height, centre, label))
        x += room + _GAP
        if len(boxes) < len(shapes):
            signs.append(Sign(x - _GAP / 2, sign))
    return Drawing(
        width=x - _GAP + _MARGIN,
        height=tallest + 2 * _MARGIN + _LABEL_HEIGHT,
        middle=middle,
        label_y=2 * _MARGIN + tallest + 14,
        boxes=tuple(boxes),
        signs=tuple(signs),
        clash=f"{inner} ≠ {other}" if inner != other else "",
        words=found[0],
    )


def _sides(shapes: list[tuple[int, int]]) -> list[tuple[float, float]]:
    """Height and width of each box: linear where lengths are alike, square roots where 3 is beside 100."""
    lengths = [max(length, 1) for shape in shapes for length in shape]
    power = 1.0 if max(lengths) <= _MOST_LINEAR * min(lengths) else 0.5
    step = _LONGEST / math.pow(max(lengths), power)

    def side(length: int) -> float:
        return round(max(step * math.pow(max(length, 1), power), _SHORTEST), 1)

    return [(side(rows), side(columns)) for rows, columns in shapes]
