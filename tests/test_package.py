"""The wheel has all that is needed and works from an empty folder; packages are built on one another one way."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.paths import data_folder

ROOT = Path(__file__).parents[1]
CHECKS = sorted((ROOT / "exercises").glob("*/checks.py"))
BUILT = ("grader", "exercises", "reports", "solutions", ".build", "pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built from a copy, so that nothing is left in the checkout."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in BUILT:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source / name)
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "--quiet",
    ]
    subprocess.run([*command, "--wheel-dir", target, source], check=True, timeout=110)
    (found,) = target.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel in it. What it depends on comes from this environment."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    site = folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--no-deps",
        "--no-index",
        "--quiet",
        "--prefix",
        str(folder),
    ]
    subprocess.run([*command, "--ignore-installed", str(wheel)], check=True, timeout=110)
    # Only its path: the .pth files in it, of an editable install say, are not read.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(folder)}
    return subprocess.run(
        [str(installed / "bin" / "python"), "-m", "grader", *arguments],
        cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=110, check=False,
    )  # fmt: skip


def test_the_wheel_has_code_data_types_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for needed in ("grader/py.typed", "grader/recording/launcher.py", "grader/cli.py"):
        assert needed in names
    for data in ("exercises/pack.toml", "reports/templates/report.html.j2", "reports/result.schema.json"):
        assert any(name.endswith(data) for name in names), data
    tops = {name.split("/")[0] for name in names}
    assert all(top == "grader" or top.endswith(".dist-info") for top in tops)
    assert not [name for name in names if "tests/" in name or name.endswith(".pyc")]


def test_grade_works_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    shutil.copy(data_folder("solutions") / "matmul_practice.py", tmp_path)
    done = run(installed, tmp_path, "matmul_practice.py")
    assert (done.returncode, done.stderr) == (0, "")
    assert "100 / 100" in done.stdout
    assert (tmp_path / "feedback" / "matmul_practice.html").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["feedback", "matmul_practice.py"]


def test_it_is_the_installed_grader_that_ran(installed: Path, tmp_path: Path) -> None:
    program = "import grader; print(grader.__file__)"
    done = subprocess.run(
        [str(installed / "bin" / "python"), "-c", program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith(str(installed))


def test_the_command_is_installed(installed: Path, tmp_path: Path) -> None:
    script = installed / "bin" / "grade"
    assert script.is_file()
    assert run(installed, tmp_path, "--version").stdout.startswith("grade")


LAYERS = (
    "", "exits", "loading.names", "files", "packs.formula", "mistakes", "paths", "text", "deadline", "packs.spec",
    "result", "entry", "output_folder",
    "syntax.copies", "syntax.lines", "syntax.tree", "syntax.modules", "syntax.names", "syntax.scopes",
    "syntax.definitions", "syntax.functions", "syntax.returns", "syntax.calls", "syntax.loops",
    "syntax.statements", "syntax.telling", "syntax.comparisons", "syntax.shapes", "syntax.slicing", "syntax.origins",
    "syntax.lengths",
    "recording.confinement", "recording", "submission", "loading", "scenario", "trace",
    "own_names", "check", "exercise", "packs", "runs", "listing",
    "evidence", "diagnosis", "judge", "judging", "identity", "grading",
    "record", "collection", "rendering", "export", "batch", "single", "cli", "__main__",
)  # fmt: skip
"""The modules and packages of the grader, each of which may only import those before it, or its own."""


def layer_of(module: str) -> int:
    """The place of a module in the layers: that of the longest name that it is, or is within."""
    inner = module.removeprefix("grader").removeprefix(".")
    names = [name for name in LAYERS if name and (inner == name or inner.startswith(f"{name}."))]
    assert names or inner == "", f"{module} is in no layer"
    return LAYERS.index(max(names, key=len, default=""))


def imported_by(file: Path) -> Iterator[str]:
    """The modules of the grader that a module imports, wherever it does; what only types need is left out."""
    tree = ast.parse(file.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING":
            node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "grader")
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "grader":
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                is_module = any((ROOT / inner.replace(".", "/")).with_suffix(end).exists() for end in ("", ".py"))
                yield inner if is_module else node.module


def test_no_module_imports_one_that_is_built_on_it() -> None:
    upwards = []
    for file in sorted((ROOT / "grader").rglob("*.py")):
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        upwards += [f"{module} imports {other}" for other in imported_by(file) if layer_of(other) > layer_of(module)]
    assert not upwards


def test_an_exercise_is_built_on_what_is_there_for_authors_alone() -> None:
    for file in sorted((ROOT / "exercises").rglob("*.py")):
        assert {layer_of(module) > layer_of("evidence") for module in imported_by(file)} <= {False}, file
        # Its own modules are found from where it is itself: there is no name for another exercise's.
        nodes = ast.walk(ast.parse(file.read_text("utf-8")))
        levels = [node.level for node in nodes if isinstance(node, ast.ImportFrom)]
        assert max(levels, default=0) < len(file.relative_to(ROOT / "exercises").parts), file


@pytest.mark.parametrize("home", ["grader", *(f"exercises/{file.parent.name}" for file in CHECKS)])
def test_a_readme_has_each_module_as_it_speaks_of_itself(home: str) -> None:
    modules = (file for file in (ROOT / home).rglob("*.py") if file.name not in ("__init__.py", "checks.py"))
    told = (ROOT / home / "README.md").read_text("utf-8").splitlines()
    assert {f"| `{file.name}` | {first_paragraph(file)} |" for file in modules} == {
        line for line in told if line.startswith("| `") and ".py` | " in line
    }


def first_paragraph(module: Path) -> str:
    """What a module says of itself first, on one line."""
    told = ast.get_docstring(ast.parse(module.read_text("utf-8"))) or ""
    return " ".join(told.partition("\n\n")[0].split())
