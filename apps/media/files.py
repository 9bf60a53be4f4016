"""Files kept by content: written whole or not at all, never overwritten."""

import contextlib
import hashlib
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage

CHUNK = 1024 * 1024


def chunks(file) -> Iterable[bytes]:
    """The bytes of an open binary file from its beginning, a megabyte at a time."""
    file.seek(0)
    return iter(lambda: file.read(CHUNK), b"")


def sha256_of(file) -> str:
    """SHA-256 of an open binary file, 64 hexadecimal digits."""
    code = hashlib.sha256()
    for chunk in chunks(file):
        code.update(chunk)
    return code.hexdigest()


def size_of(file) -> int:
    """Bytes in an open, seekable file; a name or a browser's claim is not asked."""
    return file.seek(0, os.SEEK_END)


def put_once(storage: Storage, name: str, content: Iterable[bytes]) -> None:
    """Store `content` under `name` unless something is there already.

    On a disk it is written beside, flushed and linked into place, so that nobody ever reads half
    a file and a power cut leaves either the whole file or none. Other storages (S3) show an object
    only when it is complete; a copy that lost a race there is deleted again.
    """
    if storage.exists(name):
        return
    if not isinstance(storage, FileSystemStorage):
        saved = storage.save(name, ContentFile(b"".join(content)))
        if saved != name:
            storage.delete(saved)
        return
    path = Path(storage.path(name))
    path.parent.mkdir(parents=True, exist_ok=True)
    _write_beside_and_link(path, content, storage.file_permissions_mode)


def _write_beside_and_link(path, content, mode):
    beside = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with beside.open("xb") as target:
            for chunk in content:
                target.write(chunk)
            target.flush()
            os.fsync(target.fileno())
        if mode is not None:
            beside.chmod(mode)
        with contextlib.suppress(FileExistsError):  # somebody else was first: the same bytes
            os.link(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    _flush_directory(path.parent)


def _flush_directory(directory):
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def delete_folder(storage: Storage, folder: str) -> list[str]:
    """Delete every file directly in `folder`; the names that were deleted."""
    try:
        _folders, names = storage.listdir(folder)
    except FileNotFoundError:
        return []
    deleted = [f"{folder}/{name}" for name in names]
    for name in deleted:
        storage.delete(name)
    return deleted
