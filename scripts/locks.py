"""Says where pyproject.toml and the locks in requirements/ disagree, without asking any registry."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

HOME = Path(__file__).resolve().parent.parent
LOCKS = {"run": ["postgres"], "test": ["postgres", "test"]}


def locked(text: str) -> tuple[dict[NormalizedName, str], set[NormalizedName]]:
    """Each package's version in a lock, and the packages that pyproject.toml itself asked for."""
    versions = {
        canonicalize_name(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, re.M)
    }
    asked: set[NormalizedName] = set()
    current = canonicalize_name("")
    for line in text.splitlines():
        if found := re.match(r"([\w.-]+)==", line):
            current = canonicalize_name(found[1])
        elif re.match(r"\s+#.*\bpaletti\b", line):
            asked.add(current)
    return versions, asked


def main() -> None:
    """Prints each disagreement; exit code 1 if there is one."""
    project = tomllib.loads((HOME / "pyproject.toml").read_text())["project"]
    faults = []
    for name, extras in LOCKS.items():
        text = (HOME / "requirements" / f"{name}.txt").read_text()
        versions, asked = locked(text)
        wished = [*project["dependencies"]]
        for extra in extras:
            wished += project["optional-dependencies"][extra]
        requirements = [Requirement(wish) for wish in wished]
        for requirement in requirements:
            version = versions.get(canonicalize_name(requirement.name))
            if version is None or not requirement.specifier.contains(version, prereleases=True):
                faults.append(
                    f"requirements/{name}.txt has {requirement.name} {version}, wanted is {requirement}"
                )
        wanted = {canonicalize_name(requirement.name) for requirement in requirements}
        faults += [f"requirements/{name}.txt was made for {extra}" for extra in sorted(asked - wanted)]
        faults += [
            f"requirements/{name}.txt: no hash for {package}"
            for package in versions
            if not re.search(rf"(?m)^{re.escape(package)}==[^\n]*\\\n\s+--hash=sha256:", text)
        ]
        if "://" in text:
            faults.append(f"requirements/{name}.txt names a host")
    print(*faults, sep="\n")
    raise SystemExit(bool(faults))


if __name__ == "__main__":
    main()
