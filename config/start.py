"""`make run` and `make serve`: bring the database up to date, say where things are, serve."""

import argparse
import os
import sys

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection

ACCOUNTS = [
    ("phongvien", "Phóng viên"),
    ("bientap", "Biên tập viên"),
    ("thuky", "Thư ký Ban Biên tập"),
    ("truongban", "Trưởng Ban Biên tập"),
    ("quantri", "Quản trị kỹ thuật"),
]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", default="8000")
    parser.add_argument("--production", action="store_true")
    options = parser.parse_args()
    django.setup()
    prepare(demo=getattr(settings, "TOASOAN_DEMO", False), production=options.production)
    announce(options)
    one = [] if options.production else ["--workers", "1"]
    os.execv(
        sys.executable,
        [
            sys.executable, "-m", "gunicorn", "config.wsgi:application",
            "--config", str(settings.BASE_DIR / "config" / "gunicorn.py"),
            "--bind", f"127.0.0.1:{options.port}", *one,
        ],
    )  # fmt: skip


def prepare(*, demo, production):
    """Migrations, the demo office on the first start, static files in production."""
    settings.VAR.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    if demo:
        call_command("load_demo")
    count_rows()
    if production:
        call_command("collectstatic", interactive=False, verbosity=0)


def count_rows():
    """SQLite chooses its indexes by samples of the tables that somebody has to ask for; without
    them the desk's first page took four times as long at 100,000 articles. Milliseconds.

    PostgreSQL does it by itself.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit = 1000")
            cursor.execute("ANALYZE")


def announce(options):
    say = sys.stdout.write
    address = f"http://127.0.0.1:{options.port}"
    say(f"Trang bạn đọc: {address}/\n")
    say(f"Tòa soạn:      {address}/toa-soan/\n")
    if getattr(settings, "TOASOAN_DEMO", False):
        say(f"Trang thứ hai: http://ben-do.localhost:{options.port}/\n")
        say("Tài khoản thử (mật khẩu toasoan-demo):\n")
        for name, role in ACCOUNTS:
            say(f"  {name:<11}{role}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
