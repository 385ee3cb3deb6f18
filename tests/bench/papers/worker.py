"""Makes notes by one engine in one process and says how long each took, as JSON.

Usage: worker.py MODULE EMBLEM FONTS DELEGATES COUNT [PDF]; with COUNT 0 one note is made and
written.
"""

import json
import resource
import sys
import time
from importlib import import_module
from pathlib import Path

if __name__ == "__main__":
    module, emblem, fonts, delegates, count, *target = sys.argv[1:]
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    from tests.bench.papers.content import note

    peer = import_module(f"tests.bench.papers.{module}")
    engine = peer.Engine(Path(emblem), Path(fonts))
    made = engine.pdf(note(int(delegates), 0))
    if target:
        Path(target[0]).write_bytes(made)
    times = []
    for seed in range(1, int(count) + 1):
        paper = note(int(delegates), seed)
        started = time.perf_counter()
        made = engine.pdf(paper)
        times.append(time.perf_counter() - started)
    # Of the children too, of which only an office is one.
    if hasattr(engine, "close"):
        engine.close()
    peak = max(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    told = {"seconds": times, "peak": peak, "size": len(made), "formats": peer.FORMATS}
    json.dump(told, sys.stdout)
