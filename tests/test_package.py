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
from pathlib import Path

import pytest

from grader.paths import data_folder

ROOT = Path(__file__).parents[1]
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
    "recording.confinement", "recording", "collection",
    "evidence", "evidence.network", "evidence.by_hand", "evidence.verified", "evidence.transposed",
    "rendering", "export", "batch",
)  # fmt: skip
"""The packages, each of which may import those before it."""


@pytest.mark.parametrize("package", LAYERS)
def test_no_package_imports_one_that_is_built_on_it(package: str) -> None:
    later = LAYERS[LAYERS.index(package) + 1 :]
    for file in (ROOT / "grader" / package.replace(".", "/")).glob("*.py"):
        imports = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
        modules = [f"{node.module}." for node in imports if not node.level]
        assert not [module for module in modules for other in later if module.startswith(f"grader.{other}.")], file
