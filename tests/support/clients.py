"""Ending a client of HTTP with all it holds: the program needs not, as its thread dies with it."""

import asyncio

from reader.sources.http import HttpClient


def close(client: HttpClient) -> None:
    """End all requests, the connections and the thread."""
    if loop := client._loop:
        asyncio.run_coroutine_threadsafe(_shut(client), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        client._thread.join()
        loop.close()
        client._loop = None


async def _shut(client: HttpClient) -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    for transport in client.connections._transports.values():
        await transport.aclose()
