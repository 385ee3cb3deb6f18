"""Builds resources/fonts from public npm packages; needs npm, fontTools and brotli."""

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from fontTools.merge import Merger  # type: ignore[import-not-found,import-untyped,unused-ignore]
from fontTools.ttLib import TTFont  # type: ignore[import-not-found,import-untyped,unused-ignore]

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
PARTS = ("latin", "latin-ext", "vietnamese", "greek", "cyrillic", "cyrillic-ext")
# Package, version, SHA-256 of the package, name of our files, faces.
PACKAGES = (
    (
        "stix-two-text",
        "5.3.0",
        "910943975c04992905616f6ff56edf73c405fc4fba571192f0a6a83a5e8ddf49",
        "STIXTwoText",
        {"Regular": "400-normal", "Bold": "700-normal", "Italic": "400-italic"},
    ),
    (
        "noto-serif",
        "5.3.0",
        "846d219c2c9c668ebe2b5ca0e76c403a35f847d83c4c441c107f9bdc152830df",
        "NotoSerif",
        {"Regular": "400-normal", "Bold": "700-normal"},
    ),
)


def fetch(package: str, version: str, sha256: str, into: Path) -> Path:
    """Download one package with npm, check it, unpack it, and return its folder."""
    subprocess.run(
        ["npm", "pack", "--silent", f"@fontsource/{package}@{version}"], cwd=into, check=True
    )
    archive = into / f"fontsource-{package}-{version}.tgz"
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != sha256:
        sys.exit(f"{archive.name} is not the package it should be (SHA-256 {found}).")
    with tarfile.open(archive) as packed:
        packed.extractall(into / package, filter="data")
    return into / package / "package"


def merged(folder: Path, package: str, face: str, work: Path) -> Any:
    """Join the per-script files of one face into one TrueType font."""
    parts = []
    for part in PARTS:
        font = TTFont(folder / "files" / f"{package}-{part}-{face}.woff2", recalcTimestamp=False)
        font.flavor = None
        for table in ("STAT", "meta"):
            if table in font:
                del font[table]
        parts.append(work / f"{package}-{part}-{face}.ttf")
        font.save(parts[-1])
    font = Merger().merge([str(part) for part in parts])
    # Joining the parts is no change of the design, and gives the same bytes on any day.
    first = TTFont(parts[0])["head"]
    font.recalcTimestamp = False
    font["head"].created, font["head"].modified = first.created, first.modified
    return font


def main() -> None:
    """Write every face and the licence of each family."""
    FONTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        for package, version, sha256, name, faces in PACKAGES:
            folder = fetch(package, version, sha256, work)
            for style, face in faces.items():
                target = FONTS / f"{name}-{style}.ttf"
                merged(folder, package, face, work).save(target)
                print(target.name, target.stat().st_size)
            licence = (folder / "LICENSE").read_text(encoding="utf-8")
            (FONTS / f"{name}-OFL.txt").write_text(licence, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
