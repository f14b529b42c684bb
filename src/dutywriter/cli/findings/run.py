"""A run over files: what was found told, mended, or kept as known; and the exit code."""

import os
from collections.abc import Iterable, Iterator

from msgspec import Struct

from dutywriter.check import baseline
from dutywriter.check.reports.outcome import Outcome
from dutywriter.cli.findings.checker import Checker, is_baseline
from dutywriter.cli.findings.files import STDIN, File, Read, printable, read
from dutywriter.cli.findings.report import Report, on_screen
from dutywriter.cli.findings.values import Settings
from dutywriter.cli.output import Target, say, write_stdout
from dutywriter.errors import BadFile, DutywriterError, Misuse, Refused
from dutywriter.text.plain import harmless

FOUND, FAILED = 1, 2


class Opened(Struct, frozen=True):
    """A file that could be read, and how it is checked."""

    name: str
    read: Read
    settings: Settings


class Run:
    """Files, checked one by one; what cannot be read is said, and the others go on."""

    def __init__(self, checker: Checker, files: Iterable[File]) -> None:
        self._checker = checker
        self._files = files
        self._outcomes: list[Outcome] = []
        self._code = 0
        self._said: set[str] = set()

    def tell(self, report: Report) -> int:
        """Report what is found; the exit code."""
        report.check()
        for opened in self._opened():
            self._check(opened)
        report.deliver(self._outcomes)
        return self._code

    def keep(self, path: str) -> int:
        """Write all that is found into the baseline `path`; the exit code."""
        target = Target(path, force=True)
        target.check()
        if os.path.exists(path) and not is_baseline(path):
            raise Misuse(f"{path} 已经有了，又不是基线文件，没有改动；请换个文件名")
        kept = [entry for opened in self._opened() for entry in self._checker.kept(opened.read, opened.name, opened.settings, path)]
        target.write(baseline.encoded(kept))
        say(f"已写入 {path}：{len(kept)} 处记为已知；以后加 --baseline {path}，只提示新的")
        return self._code

    def mend(self, report: Report, *, written: bool) -> int:
        """Mend what can be mended without a change of meaning, and report what is left; the exit code.

        Not `written`: the changes are shown on stdout, and no file is touched.
        """
        report.check()
        fixed, shown = 0, not written
        for opened in self._opened():
            fixed += self._mended(opened, written=written)
            shown = shown or opened.name == STDIN
        left = sum(len(outcome.findings) for outcome in self._outcomes)
        say(_of_mending(fixed, left, written=written))
        if written or report.target:
            report.deliver(self._outcomes, beside=shown)
        if fixed and not written:
            self._failed(FOUND)
        return self._code

    def _mended(self, opened: Opened, *, written: bool) -> int:
        """Mend one file; how many places."""
        if opened.read.source.form == "word":
            self._unread(opened.name, "是 Word 文件，程序不改动它，请在 Word 里改")
            self._check(opened)
            return 0
        from dutywriter.check.fix import difference
        from dutywriter.cli.findings.mending import mended

        before = opened.read.source
        after, count = mended(self._checker, before, opened.name, opened.settings)
        try:
            if not written:
                changes = difference(before.text, after.text, printable(opened.name))
                write_stdout((_steerless(changes) if on_screen() else changes).encode())
            elif opened.name == STDIN:
                write_stdout(opened.read.written(after))
            elif count:
                Target(opened.name, force=True).write(opened.read.written(after))
        except (Misuse, Refused) as error:
            self._unread(opened.name, error.message)
            after, count = before, 0
        self._check(Opened(opened.name, Read(after), opened.settings))
        return count

    def _check(self, opened: Opened) -> None:
        checked = self._checker.checked(opened.read, opened.name, opened.settings)
        self._outcomes.append(checked.outcome)
        if checked.fails:
            self._failed(FOUND)

    def _opened(self) -> Iterator[Opened]:
        for file in self._files:
            settings = self._settings(file)
            content = self._read(file) if settings else None
            if settings and content:
                yield Opened(file.name, content, settings)

    def _settings(self, file: File) -> Settings | None:
        try:
            return self._checker.settings(file.name)
        except BadFile as error:
            for line in error.lines:
                if line not in self._said:
                    self._said.add(line)
                    say(line)
            self._failed(FAILED)
            self._outcomes.append(Outcome(printable(file.name), f"没有检查，设置有错：{error.message}"))
            return None

    def _read(self, file: File) -> Read | None:
        try:
            if file.error:
                raise Misuse(file.error)
            content = read(file.name)
        except DutywriterError as error:
            self._unread(file.name, error.message)
            self._outcomes.append(Outcome(printable(file.name), error.message))
            return None
        if not content.source.text.strip():
            say(f"{_shown(file.name)}: 文件是空的，没有可以检查的内容")
        return content

    def _unread(self, name: str, message: str) -> None:
        say(f"{_shown(name)}: {message}")
        self._failed(FAILED)

    def _failed(self, code: int) -> None:
        self._code = max(self._code, code)


def _of_mending(fixed: int, left: int, *, written: bool) -> str:
    done = f"{'改好了' if written else '可以改好'} {fixed} 处" if fixed else "没有可以自动改好的地方"
    return done + ("" if written else "（没有写文件）") + (f"；还有 {left} 处要您自己改" if left else "")


def _steerless(text: str) -> str:
    """Lines of a document as a terminal may show them."""
    lines = (line.removesuffix("\r") for line in text.split("\n"))
    return "\n".join("\t".join(map(harmless, line.split("\t"))) for line in lines)


def _shown(name: str) -> str:
    return "标准输入" if name == STDIN else name
