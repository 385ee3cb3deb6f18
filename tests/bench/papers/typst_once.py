"""One note by typst in the least of a process: what `ccmdesk render` is measured against.

Usage: typst_once.py NOTE.json FOLDER FONTS OUT.pdf; the folder holds note.typ and the emblem.
"""

import sys

import typst

if __name__ == "__main__":
    told, folder, fonts, out = sys.argv[1:]
    with open(told, encoding="utf-8") as stream:  # noqa: PTH123 - pathlib costs a start-up
        inputs = {"told": stream.read()}
    compiler = typst.Compiler(
        f"{folder}/note.typ", root=folder, font_paths=[fonts], ignore_system_fonts=True
    )
    compiler.compile(output=out, sys_inputs=inputs, format="pdf", pdf_standards=["a-2a", "ua-1"])
