"""Requests per second of a real server: gunicorn as in service, asked by wrk at random."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

SECONDS = int(os.environ.get("BENCH_SECONDS", "3"))
READY_WITHIN = 120
SCRIPT = """
local paths = {}
for line in io.lines("%s") do paths[#paths + 1] = line end
function init(_) math.randomseed(os.time()) end
function request() return wrk.format("GET", paths[math.random(#paths)]) end
"""
WARM_UP = 2


class Rates:
    """`of(paths)` gives requests per second, or None without wrk. A context manager."""

    def __init__(self, host: str):
        self.host = host
        self.wrk = shutil.which("wrk")

    def __enter__(self):
        if self.wrk:
            self.folder = Path(tempfile.mkdtemp())
            self.port = _free_port()
            self.server = subprocess.Popen(
                [sys.executable, "-m", "gunicorn", "-c", "config/gunicorn.py", "config.wsgi",
                 "--bind", f"127.0.0.1:{self.port}"],
            )  # fmt: skip
            self._wait()
        return self

    def __exit__(self, *_failure):
        if self.wrk:
            self.server.terminate()
            self.server.wait()
            shutil.rmtree(self.folder)

    def of(self, paths: list[str], seconds: int = SECONDS) -> float | None:
        if not self.wrk:
            return None
        listed = self.folder / "paths"
        listed.write_text("\n".join(paths))
        script = self.folder / "random.lua"
        script.write_text(SCRIPT % listed)
        self._ask(script, WARM_UP)
        return self._ask(script, seconds)

    def _ask(self, script, seconds):
        command = [self.wrk, "-t1", "-c8", f"-d{seconds}s", "-s", script, "-H",
                   f"Host: {self.host}", "-H", "Accept-Encoding: gzip",
                   f"http://127.0.0.1:{self.port}"]  # fmt: skip
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        if "Non-2xx" in told:
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
