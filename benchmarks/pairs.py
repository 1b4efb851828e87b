"""Two ways to do a job, timed in turn; the ratio round by round."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

Job = Callable[[], object]
Clock = Callable[[], float]


def timed(job: Job, clock: Clock = time.perf_counter) -> float:
    """Seconds that a job takes; of the processor with `time.process_time`."""
    start = clock()
    job()
    return clock() - start


def compare(label: str, ours: Job, floor: Job, rounds: int, clock: Clock = time.perf_counter) -> None:
    """Runs both in turn, once to warm up and then `rounds` times; prints the medians and the median ratio."""
    timed(floor), timed(ours)
    pairs = [(timed(floor, clock), timed(ours, clock)) for _round in range(rounds)]
    report(label, pairs)


def report(label: str, pairs: list[tuple[float, float]]) -> None:
    """Prints the medians of (floor, ours) pairs in milliseconds and the median, least and greatest ratio."""
    ratios = [ours / floor for floor, ours in pairs]
    floor, ours = (1000 * statistics.median(each) for each in zip(*pairs, strict=True))
    print(
        f"{label:40} floor {floor:9.1f} ms   ours {ours:9.1f} ms   "
        f"ratio {statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"
    )
