"""Make the project's virtual environment from the lock file, with nothing but a Python.

    python3 tools/bootstrap.py VENV

Debian splits `ensurepip` off into a package of its own, so a bare `python3` there can make a virtual environment only
without pip; the installer is then fetched from the package index, checked against the digest that the index states.
"""

import hashlib
import json
import os
import subprocess
import sys
import urllib.request
import venv
from pathlib import Path

UV = "uv>=0.9"
OLDEST = (3, 11)


def main(folder: str) -> int:
    """Create or refresh the environment in `folder`; returns the process's exit code."""
    if sys.version_info < OLDEST:
        print(f"annotate needs Python 3.11 or later; {sys.executable} is {sys.version.split()[0]}.")
        print("Name a newer one: make PYTHON=python3.12 …")
        return 1
    home = Path(folder)
    python = home / "bin" / "python"
    if not python.exists():
        print(f"Making {home}/ (once) …", flush=True)
        create(home)
    if not (home / "bin" / "uv").exists():
        install_uv(python, home)
    # The lock decides every version. uv shall use this folder and none of its own, and trust whom the system trusts:
    # behind a company's proxy its own list of authorities knows nobody.
    environment = os.environ | {"UV_PROJECT_ENVIRONMENT": str(home.resolve()), "UV_SYSTEM_CERTS": "1"}
    command = [
        str(home / "bin" / "uv"),
        "sync",
        "--frozen",
        "--quiet",
        "--all-extras",
        "--inexact",
        "--python",
        str(python),
    ]
    if subprocess.run(command, env=environment).returncode:
        print("The packages of uv.lock could not be installed (see above); check the network and run make again.")
        return 1
    (home / ".ready").touch()
    return 0


def create(home: Path) -> None:
    """An environment with pip where this Python can make one, without it elsewhere."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        venv.create(home, with_pip=False, symlinks=True)
    else:
        venv.create(home, with_pip=True, symlinks=True)


def install_uv(python: Path, home: Path) -> None:
    """Put uv into the environment, by its own pip or by one that is fetched for this moment."""
    pip = [str(python), "-m", "pip"]
    if subprocess.run([*pip, "--version"], capture_output=True).returncode:
        pip = [str(python), f"{fetch_pip(home)}/pip"]
    subprocess.run([*pip, "install", "--quiet", "--disable-pip-version-check", UV], check=True)


def fetch_pip(home: Path) -> Path:
    """The newest pip wheel of the package index; a wheel is a zip that Python can run from."""
    with urllib.request.urlopen("https://pypi.org/pypi/pip/json", timeout=60) as answer:
        release = json.load(answer)
    wheel = next(file for file in release["urls"] if file["packagetype"] == "bdist_wheel")
    with urllib.request.urlopen(wheel["url"], timeout=60) as answer:
        content = answer.read()
    if hashlib.sha256(content).hexdigest() != wheel["digests"]["sha256"]:
        raise SystemExit("The fetched pip does not have the digest that the index states; run make again.")
    path = home / str(wheel["filename"])
    path.write_bytes(content)
    return path


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
