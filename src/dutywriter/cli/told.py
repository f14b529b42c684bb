"""What a run of `new` was told besides the answers."""

import os

from msgspec import Struct

from dutywriter.cli.delivery import OPTIONS, Delivery
from dutywriter.cli.output import Target
from dutywriter.formats import FORMATS, needing, wanted


class Told(Struct, frozen=True):
    """The files as the user named them, from `folder`, where the run began; `named` are those that a format needs."""

    folder: str
    out: str | None = None
    format: str | None = None
    save_answers: str | None = None
    catalogue: tuple[str, ...] = ()
    named: dict[str, str] = {}
    force: bool = False
    metadata: bool = True

    def delivery(self) -> Delivery:
        """Where the draft goes. Raises Misuse where formats and files do not go together."""
        otherwise = next(map(needing, self.named), FORMATS[0])
        format_ = wanted(self.format, self.out, otherwise) if self.format or self.out or self.named else None
        target = Target(self.out, self.force) if self.out and self.out != "-" else None
        saved = Target(self.save_answers, self.force) if self.save_answers else None
        return Delivery(format_, target, saved, self.named, self.metadata)

    def options(self) -> list[str]:
        """The options, besides answers and output, that say the same again."""
        files = [("--catalogue", file) for file in self.catalogue] + [(OPTIONS[need], file) for need, file in self.named.items()]
        return [text for option in files for text in option] + ([] if self.metadata else ["--no-metadata"])

    def from_here(self) -> "Told":
        """The same, called from the folder at hand."""
        here = os.getcwd()
        if os.path.realpath(self.folder) == os.path.realpath(here):
            return self
        return Told(
            here,
            self._path(self.out),
            self.format,
            self._path(self.save_answers),
            tuple(os.path.join(self.folder, file) for file in self.catalogue),
            {need: os.path.join(self.folder, file) for need, file in self.named.items()},
            self.force,
            self.metadata,
        )

    def _path(self, path: str | None) -> str | None:
        return os.path.join(self.folder, path) if path and path != "-" else path
