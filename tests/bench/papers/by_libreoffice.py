"""The note by LibreOffice: a Word document that it loads and exports as archival PDF."""

import subprocess
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

from tests.bench.papers import content
from tests.bench.papers.word import word

FORMATS = "PDF/A-2b, tagged"
_ATTEMPTS = 300


class Engine:
    """Sets notes, one after the other, by an office that is started once and waits."""

    def __init__(self, emblem: Path, fonts: Path) -> None:
        self._emblem = emblem
        self._folder = Path(tempfile.mkdtemp())
        pipe = f"ccmdesk-{self._folder.name}"
        self.process = subprocess.Popen(
            [
                "soffice",
                "--headless",
                "--norestore",
                f"-env:UserInstallation={(self._folder / 'profile').as_uri()}",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local
        )
        for attempt in range(_ATTEMPTS):
            try:
                remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                if attempt == _ATTEMPTS - 1:
                    raise
                time.sleep(0.1)
        self._desktop = remote.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", remote
        )

    def pdf(self, note: content.Note) -> bytes:
        """Return the note as PDF."""
        source, target = self._folder / "note.docx", self._folder / "note.pdf"
        source.write_bytes(word(note, self._emblem))
        paper = self._desktop.loadComponentFromURL(source.as_uri(), "_blank", 0, (_said(Hidden=1),))
        data = uno.Any(
            "[]com.sun.star.beans.PropertyValue",
            (_said(SelectPdfVersion=2), _said(UseTaggedPDF=True)),
        )
        wanted = (_said(FilterName="writer_pdf_Export"), _said(FilterData=data))
        paper.storeToURL(target.as_uri(), wanted)
        paper.close(True)
        return target.read_bytes()

    def close(self) -> None:
        """End the office."""
        self._desktop.terminate()
        self.process.wait()


def _said(**values: object) -> PropertyValue:
    ((name, value),) = values.items()
    said = PropertyValue()
    said.Name, said.Value = name, bool(value) if name == "Hidden" else value
    return said
