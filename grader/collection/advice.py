"""What to say to have a download read that is in deeper folders than a layout has: only what was tried on its paths."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grader.collection.remarks import listed

_VERSION = r"(?P<version>(?i:version|attempt|versuch|submission|abgabe|v)[ _-]?\d+)"
_PATTERNS = {
    "where these folders are of sections": (
        r"[^/]+/(?P<user>[^/]+)/(?P<file>.+)",
        r"[^/]+/(?P<user>[^/]+)\.(py|ipynb)",
    ),
    "where each student's versions are in folders": (
        rf"(?P<user>[^/]+)/{_VERSION}/(?P<file>.+)",
        rf"(?P<user>[^/]+)/[^/]+/{_VERSION}/(?P<file>.+)",
    ),
}


def advice_for(paths: Sequence[str]) -> str | None:
    """What to say where most folders have files of which none can be chosen; None where nothing fits."""
    for where, patterns in _PATTERNS.items():
        for pattern in patterns:
            if _gives_each_one_place(pattern, paths):
                return f"{where}, say so: --pattern '{pattern}'"
    tops = dict.fromkeys(path.partition("/")[0] for path in paths)
    if len(tops) > 1 and all(path.count("/") > 0 for path in paths):
        return f"where {listed(tops)} are classes or assignments, grade them one by one, each with an --out of its own"
    return None


def _gives_each_one_place(pattern: str, paths: Sequence[str]) -> bool:
    """Whether a pattern fits all paths, and no student is in two places, but for versions."""
    wanted, places = re.compile(pattern), dict[str, str]()
    for path in paths:
        match = wanted.fullmatch(path)
        if match is None:
            return False
        before = path[: match.start("user")]
        if places.setdefault(match["user"], before) != before:
            return False
    return bool(places)
