"""Where the answers of an unfinished interview are kept until the next run: one file a run, for the user's eyes alone."""

import contextlib
import errno
import os
import re
import stat
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from dutywriter.cli.output import reason, written_beside

KEPT_FOR = timedelta(days=7)
FOLDER = "DUTYWRITER_STATE"
DAMAGED = ".damaged"

_SUFFIX = ".json"
_RUN = r"\d{8}T\d{6}Z-[0-9a-f]{8}\.json"
_OURS = re.compile(rf"{_RUN}(\{DAMAGED})?|\.{_RUN}\..+")  # the last: what a killed run left half written
_OTHERS = 0o077


class Kept(Struct, frozen=True):
    """The answers of a run that did not end: their file, its bytes, and when they were written last (UTC)."""

    path: Path
    content: bytes
    when: datetime


class Unfinished:
    """The answers of this run and of earlier ones in `folder`; whatever fails, the interview goes on.

    `folder` is None where the user has no home; `now` is aware. `is_kept` says whether there is something of
    this run to go on with. Files that nobody touched for `KEPT_FOR` are deleted.
    """

    def __init__(self, folder: Path | None, now: datetime) -> None:
        self._folder = folder
        self._name = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{os.urandom(4).hex()}{_SUFFIX}"
        self._told = False
        self.is_kept = False
        self._passed_over: set[Path] = set()
        self._delete_older_than(now - KEPT_FOR)

    def keep(self, content: bytes) -> str:
        """Put `content` in the place of what this run kept before.

        Returns what to tell the user where that fails, the first time; else an empty text.
        """
        try:
            self._write(content)
        except OSError as error:
            told, self._told = self._told, True
            return "" if told else f"答案存不下来（{reason(error)}），中断后要从头回答"
        self.is_kept = True
        return ""

    def clear(self) -> None:
        """Forget this run: its interview came to its end."""
        if self._folder:
            with contextlib.suppress(OSError):
                (self._folder / self._name).unlink()

    def latest(self) -> Kept | None:
        """What was kept last, by whichever run, and was not set aside."""
        for written, path in sorted(self._files(), reverse=True):
            if path.suffix == _SUFFIX and path not in self._passed_over:
                with contextlib.suppress(OSError):
                    return Kept(path, path.read_bytes(), datetime.fromtimestamp(written, UTC))
        return None

    def resume(self, kept: Kept) -> None:
        """Go on with the run that left `kept`: from now on its file is this run's."""
        self._name, self.is_kept = kept.path.name, True

    def set_aside(self, kept: Kept) -> Path:
        """Pass over a file that cannot be understood; where it is now, renamed if that could be done."""
        self._passed_over.add(kept.path)
        aside = kept.path.with_name(kept.path.name + DAMAGED)
        try:
            os.replace(kept.path, aside)
        except OSError:
            return kept.path
        return aside

    def _write(self, content: bytes) -> None:
        if not self._folder:
            raise OSError(0, "找不到您的个人文件夹")
        with _for_the_user_alone():
            _make(self._folder)
            _claim(self._folder)
            target = self._folder / self._name
            with written_beside(target, content) as part:
                os.replace(part, target)

    def _files(self) -> list[tuple[float, Path]]:
        """When each file of a run was written, and the file; none where the folder is not the user's own."""
        files: list[tuple[float, Path]] = []
        try:
            names = _claim(self._folder) if self._folder else []
        except OSError:
            return files
        for path in (Path(self._folder or "", name) for name in names if _OURS.fullmatch(name)):
            with contextlib.suppress(OSError):  # another run may have deleted it just now
                status = path.lstat()
                if stat.S_ISREG(status.st_mode) and _own(status):
                    files.append((status.st_mtime, path))
        return files

    def _delete_older_than(self, moment: datetime) -> None:
        for written, path in self._files():
            if written < moment.timestamp():
                with contextlib.suppress(OSError):
                    path.unlink()


def usual_folder(environment: Mapping[str, str], *, windows: bool = os.name == "nt") -> Path | None:
    """The folder that DUTYWRITER_STATE names, else the system's usual one for state; None for a user without a home."""
    if named := environment.get(FOLDER):
        return Path(os.path.abspath(named))
    base = environment.get("LOCALAPPDATA" if windows else "XDG_STATE_HOME", "")
    if not os.path.isabs(base):  # XDG: to be ignored
        base = os.path.expanduser("~/AppData/Local" if windows else "~/.local/state")
    return Path(base, "dutywriter") if os.path.isabs(base) else None


@contextlib.contextmanager
def _for_the_user_alone() -> Iterator[None]:
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def _make(folder: Path) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from error


def _claim(folder: Path) -> list[str]:
    """The names in `folder`, once it is sure to be the user's own and closed to others; a link may be someone's trap.

    Raises OSError where it is not.
    """
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    if not _own(status):
        raise OSError(0, "文件夹是别的用户的")
    names = os.listdir(folder)
    if os.name != "nt" and status.st_mode & _OTHERS:
        if not all(map(_OURS.fullmatch, names)):
            raise OSError(0, "文件夹别人也能打开，里面还有别的文件")
        folder.chmod(stat.S_IMODE(status.st_mode) & ~_OTHERS)
    return names


def _own(status: os.stat_result) -> bool:
    return os.name == "nt" or status.st_uid == os.geteuid()
