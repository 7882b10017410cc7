"""Ending a client of HTTP with all it holds: the program needs not, as its thread dies with it."""

import asyncio

from reader.sources.http import Speaker


def close(speaker: Speaker) -> None:
    """End all requests, the connections and the thread."""
    if loop := speaker._loop:
        asyncio.run_coroutine_threadsafe(_shut(speaker), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        speaker._thread.join()
        loop.close()
        speaker._loop = None


async def _shut(speaker: Speaker) -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    for transport in speaker._transports.values():
        await transport.aclose()
