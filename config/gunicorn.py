"""gunicorn in service (`make serve`, or `gunicorn -c config/gunicorn.py config.wsgi`).

Processes use the cores, threads hold connections: a page takes a millisecond, a slow telephone
seconds, and a thread that waits for it costs nothing. WEB_CONCURRENCY is gunicorn's own variable.
"""

import os
from pathlib import Path

workers = int(os.environ.get("WEB_CONCURRENCY") or (os.cpu_count() or 1) + 1)
worker_class = "gthread"
threads = 4
keepalive = 30  # seconds: a reader's next page, and a proxy's next reader, come on the same line
timeout = 60
graceful_timeout = 30  # as long as an upload may still take when a new release comes
loglevel = "warning"
# The sign of life of a process is a file: on a disk that is busy it may come too late.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None
