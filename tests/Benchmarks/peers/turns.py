"""What every peer does: it works once to warm up, says its name and its result, then works again for each line that it is sent.

Debian: apt-get install python3-torch python3-sklearn python3-pandas libopenblas0-pthread (the reference BLAS is many times slower).
OMP_NUM_THREADS and OPENBLAS_NUM_THREADS are set by the caller.
"""
import sys
import time


def serve(name, work, timed=None):
    """Prints name;result, then processor seconds;seconds for each line of the input; `timed` returns both by itself."""
    print(f"{name};{float(work())!r}", flush=True)
    for _ in sys.stdin:
        processor, clock = time.process_time(), time.perf_counter()
        times = timed() if timed else work()
        if not timed:
            times = time.process_time() - processor, time.perf_counter() - clock
        print(f"{times[0]!r};{times[1]!r}", flush=True)
