"""Killed in the middle of sealing, a report has its whole next version or none of it."""

import hashlib
import random
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from ccmdesk.app import open_desk
from ccmdesk.domain.article7 import FormContent
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.profile import Profile

CLOCK = FixedClock.on(date(2026, 4, 22))
KILLS = 6
WORKER = """
import sys
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from ccmdesk.app import open_desk
from ccmdesk.domain.article7 import FormContent
from ccmdesk.domain.clock import FixedClock

desk = open_desk(Path(sys.argv[1]), FixedClock.on(date(2026, 4, 22)))
report = desk.reports.all()[0]
desk.reports.pdf(report.id)
print("ready", flush=True)
for number in count(report.version):
    if desk.reports.get(report.id).locked:
        desk.reports.correct(report.id, "Once more")
    form = replace(report.form("B"), content=FormContent(f"{number} held."))
    desk.reports.save_form(report.id, form)
    sealed = desk.reports.seal(report.id)
    print(sealed.version, sealed.pdf_sha256, flush=True)
"""


def test_a_kill_while_sealing_leaves_a_whole_version_or_none(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, CLOCK)
    names = {"en": desk.profile.default_names("IRL", "Geneva", "en")}
    desk.profile.save(Profile("IRL", "en", names))
    report = desk.reports.begin("2025")
    desk.reports.save_head(replace(report, contact="Section"))
    for form in report.forms:
        desk.reports.save_form(report.id, replace(form, content=FormContent(nil=True)))
    desk.close()
    chance = random.Random(20260422)
    told: dict[int, str] = {}
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", WORKER, str(tmp_path)], stdout=subprocess.PIPE, text=True
        ) as worker:
            assert worker.stdout is not None
            assert worker.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0.03, 0.3))
            worker.kill()
            # The last line may be cut off by the kill itself.
            lines = [line for line in worker.stdout.read().splitlines(True) if "\n" in line]
        told.update((int(version), digest) for version, digest in map(str.split, lines))
    desk = open_desk(tmp_path, CLOCK)
    try:
        sealed = desk.reports.sealed(report.id)
        assert [each.version for each in sealed] == list(range(1, len(sealed) + 1))
        assert told
        assert told.items() <= {each.version: each.pdf_sha256 for each in sealed}.items()
        for each in sealed:
            pdf = desk.reports.sealed_pdf(each.id)
            assert hashlib.sha256(pdf).hexdigest() == each.pdf_sha256
        checked = desk.safety.check(full=True)
        assert checked.ok, checked
    finally:
        desk.close()
