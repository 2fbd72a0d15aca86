"""How much memory a process that sees many results come and go keeps from the system."""

from __future__ import annotations

import sys

M_MMAP_THRESHOLD, M_ARENA_MAX = -3, -8
"""mallopt(3), <malloc.h>"""
LARGE_BLOCK = 64 * 1024
"""Bytes. The pages and results of a few submissions come in blocks of this size and more."""


def give_back_large_blocks() -> None:
    """Have large blocks mapped by themselves, and given back when they are freed, and all threads share one heap.

    By itself glibc takes freed blocks for a reason to keep more of them in its heaps, which then grow with holes.
    Where the C library has no mallopt, nothing happens.
    """
    if sys.platform != "linux":
        return
    import ctypes

    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(M_MMAP_THRESHOLD, LARGE_BLOCK)
        mallopt(M_ARENA_MAX, 1)
