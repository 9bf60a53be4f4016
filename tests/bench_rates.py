"""Requests per second of a real server: gunicorn as in service, asked by wrk at random.

A page's share is taken beside A's: both in turn, a second each, the middle of the shares. What else
the machine does then falls on both. Whichever process wakes first would take all connections and
the other sleep: each takes two thirds of them at most.
"""

import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

SECONDS = int(os.environ.get("BENCH_SECONDS", "1"))  # of each wrk
ROUNDS = 2
CONNECTIONS, OF_ONE_PROCESS = 24, 16
READY_WITHIN = 120
OFTEN, STILL_WARMING = 10, 1.1
SCRIPT = """
local paths, last = {}, 0
for line in io.lines("%s") do paths[#paths + 1] = line end
function init(_) math.randomseed(os.time()) end
function in_turn() last = last %% #paths + 1 return last end
function at_random() return math.random(#paths) end
function request() return wrk.format("GET", paths[%s()]) end
"""
A = ["/bench/a/"]


class Rates:
    """What wrk counts, or None without wrk. A context manager."""

    def __init__(self, host: str):
        self.host = host
        self.wrk = shutil.which("wrk")

    def __enter__(self):
        if self.wrk:
            self.folder = Path(tempfile.mkdtemp())
            self.port = _free_port()
            self.server = subprocess.Popen(
                [sys.executable, "-m", "gunicorn", "-c", "config/gunicorn.py", "config.wsgi",
                 "--bind", f"127.0.0.1:{self.port}",
                 "--worker-connections", str(OF_ONE_PROCESS)],
            )  # fmt: skip
            self._wait()
        return self

    def __exit__(self, *_failure):
        if self.wrk:
            self.server.terminate()
            self.server.wait()
            shutil.rmtree(self.folder)

    def of(self, paths: list[str]) -> float | None:
        """Requests per second, warmed up."""
        if not self.wrk:
            return None
        self._ask(self._script("warm", paths, "in_turn"))
        return self._ask(self._script("page", paths))

    def share(self, paths: list[str], kept: bool = True) -> float | None:
        """Of A's requests per second; what is kept is kept by every process before it counts."""
        if not self.wrk:
            return None
        page, bare = self._script("page", paths), self._script("bare", A)
        if kept:
            self._keep(paths)
        rounds = ROUNDS if kept else 1
        return statistics.median(self._ask(page) / self._ask(bare) for _n in range(rounds))

    def _keep(self, paths):
        """Until every process has kept every page: often asked, and no second beats the last.

        In turn: at random some would come too late.
        """
        warm = self._script("warm", paths, "in_turn")
        asked = last = rate = 0
        while asked < OFTEN * len(paths) or rate > STILL_WARMING * last:
            last, rate = rate, self._ask(warm)
            asked += rate * SECONDS

    def _script(self, name, paths, order="at_random"):
        listed, script = self.folder / name, self.folder / f"{name}.lua"
        listed.write_text("\n".join(paths))
        script.write_text(SCRIPT % (listed, order))
        return script

    def _ask(self, script, seconds=SECONDS):
        command = [self.wrk, "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", script, "-H",
                   f"Host: {self.host}", "-H", "Accept-Encoding: gzip",
                   f"http://127.0.0.1:{self.port}"]  # fmt: skip
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        if "Non-2xx" in told or "Socket errors" in told:
            sys.stdout.write(told)
        return float(re.search(r"Requests/sec:\s+([0-9.]+)", told)[1])

    def _wait(self):
        until = time.monotonic() + READY_WITHIN
        asked = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/bench/a/", headers={"Host": self.host}
        )
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(asked, timeout=5).read()
            except (urllib.error.URLError, OSError):
                time.sleep(0.2)
            else:
                return
        raise SystemExit("gunicorn did not start")


def _free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
