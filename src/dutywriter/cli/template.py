"""The company's own Word document that a draft is written into: the one that was asked for, or that of the settings."""

from functools import cache

from dutywriter.cli.config import configured_file
from dutywriter.cli.source import read_template
from dutywriter.errors import BadFile
from dutywriter.formats.word.template import check_template


@cache
def template(asked: str | None) -> bytes | None:
    """The content of the file `asked` (`-`: of stdin) or, without one, of that of the settings; None where there is neither.

    Raises Misuse where the file cannot be read, BadFile where it is no Word document, is damaged, or has a placeholder
    that cannot be filled.
    """
    file = asked or configured_file("template")
    if not file:
        return None
    content = read_template(file)
    try:
        check_template(content)
    except BadFile as error:
        raise BadFile([f"{file}: {mistake}" for mistake in error.mistakes]) from error
    return content
