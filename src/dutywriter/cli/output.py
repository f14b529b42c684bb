"""The only place that writes: the document to stdout or a file, all else to stderr."""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from dutywriter.errors import Refused
from dutywriter.text.plain import harmless


def say(message: str) -> None:
    """One line on stderr, with nothing in it that could steer a terminal."""
    if sys.stderr is None:
        return
    with contextlib.suppress(OSError):
        sys.stderr.write(harmless(message) + "\n")
        sys.stderr.flush()


def write_stdout(content: bytes) -> None:
    """The document on stdout, as bytes; a reader that went away is no mistake.

    Raises Refused where stdout is closed or cannot take it.
    """
    if sys.stdout is None:
        raise Refused("标准输出已关闭，请用 --out 指定文件")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _abandon_stdout()
    except OSError as error:
        _abandon_stdout()
        raise Refused(f"写不到标准输出：{reason(error)}") from error


def _abandon_stdout() -> None:
    """Point stdout at nothing, so that the interpreter's last flush does not fail again."""
    with contextlib.suppress(OSError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)


@contextlib.contextmanager
def written_beside(target: Path, content: bytes) -> Iterator[str]:
    """A file beside `target`, for the user alone, that holds `content` and is safe on the disk; removed where the block fails."""
    import tempfile

    handle, part = tempfile.mkstemp(prefix=f".{target.name[:60]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield part
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(part)
        raise


class Target(Struct, frozen=True):
    """A file to write. `path` is what the user said; a link is followed, its target written."""

    path: str
    force: bool = False

    def check(self) -> None:
        """Find out now what would go wrong later.

        Raises Refused where the file exists (without force), is no ordinary file, or its folder is missing or closed.
        """
        target = self._resolved()
        folder = target.parent
        if self.path.endswith(("/", os.sep)):
            raise Refused(f"{self.path} 是文件夹，请写出文件名，如 {self.path}jd.md")
        try:
            if not folder.is_dir():
                raise Refused(f"文件夹不存在：{folder}，请先建立，或换个位置")
            mode = target.stat().st_mode
        except FileNotFoundError:
            mode = None
        except OSError as error:
            raise Refused(f"不能写入 {self.path}：{reason(error)}") from error
        if mode is not None and stat.S_ISDIR(mode):
            raise Refused(f"{self.path} 是文件夹，请写出文件名，如 {Path(self.path) / 'jd.md'}")
        if mode is not None and not stat.S_ISREG(mode):
            raise Refused(f"{self.path} 不是普通文件（可能是管道或设备），请换个文件名")
        if mode is not None and not self.force:
            raise Refused(f"文件已存在：{self.path}，未改动；要覆盖请加 --force，或换个文件名")
        if not os.access(folder, os.W_OK) or (mode is not None and not os.access(target, os.W_OK)):
            raise Refused(f"没有写入权限：{self.path}，请换个位置")

    def write(self, content: bytes) -> None:
        """Replace the file whole: after a crash or a full disk there is the old one or the new one, never a part.

        Raises Refused.
        """
        self.check()
        target = self._resolved()
        try:
            with written_beside(target, content) as part:
                os.chmod(part, _mode(target))
                self._put(part, target)
        except OSError as error:
            raise Refused(f"没有写成 {self.path}：{reason(error)}") from error

    def _put(self, part: str, target: Path) -> None:
        if self.force:
            os.replace(part, target)
            return
        try:
            os.link(part, target)
        except FileExistsError:
            raise
        except OSError:
            os.replace(part, target)
        else:
            os.unlink(part)

    def _resolved(self) -> Path:
        try:
            return Path(os.path.realpath(self.path))
        except (OSError, ValueError) as error:
            raise Refused(f"文件名不能用：{self.path[:60]}") from error


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those of a new file."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def reason(error: OSError) -> str:
    """What the system refused, in a few Chinese words."""
    known = {
        errno.ENOSPC: "磁盘已满",
        errno.EDQUOT: "磁盘配额已满",
        errno.EFBIG: "文件超过允许的大小",
        errno.EACCES: "没有权限，或文件正在 Word 等程序中打开",
        errno.EPERM: "没有权限",
        errno.EROFS: "磁盘是只读的",
        errno.ENAMETOOLONG: "文件名太长",
        errno.ELOOP: "链接绕成了圈",
        errno.EEXIST: "文件刚刚被别的程序建立，未改动",
        errno.EIO: "磁盘读写出错",
        errno.ENOENT: "这里不能建文件",
        errno.ENOTDIR: "文件夹的位置上是文件或链接",
    }
    return known.get(error.errno or 0, error.strerror or "系统拒绝")
