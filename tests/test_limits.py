"""What a process may take of memory, tried in processes of their own."""

from __future__ import annotations

import subprocess
import sys

_SHARED = """
import ctypes, threading
from lrtgraph.limits import share_heap
share_heap()
places = []
def take():
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    places.append(libc.malloc(64))
threads = [threading.Thread(target=take) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
heap = next(line.split()[0].split("-") for line in open("/proc/self/maps") if line.rstrip().endswith("[heap]"))
print(all(int(heap[0], 16) <= place < int(heap[1], 16) for place in places))
"""
_LIMITED = """
from lrtgraph.limits import limit_memory
limit_memory(200 * 1024**2)
held = bytes(50 * 1024**2)
try:
    bytes(400 * 1024**2)
except MemoryError:
    print("no more")
"""


def said(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()


def test_all_threads_allocate_from_one_heap() -> None:
    assert said(_SHARED) == "True"


def test_memory_is_limited_to_what_is_said() -> None:
    assert said(_LIMITED) == "no more"
