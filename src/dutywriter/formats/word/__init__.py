"""Word: a document with styles, numbering and tables of its own, or the company's document filled in."""

from dutywriter.draft import Draft
from dutywriter.formats.word.blank import blank, text_width
from dutywriter.formats.word.body import Body
from dutywriter.formats.word.numbering import Numbering
from dutywriter.formats.word.package import packed
from dutywriter.formats.word.styles import Styles


def render(draft: Draft, template: bytes | None = None) -> bytes:
    """The draft as a .docx file; in the company's document where `template` is one, keeping its styles, header and footer.

    Raises BadFile where the template is no Word document, is damaged, or has a placeholder that cannot be filled.
    """
    if template is not None:
        from dutywriter.formats.word.template import filled

        return packed(filled(draft, template), draft.title)
    document = blank()
    section = document.element.body.sectPr
    body = Body(Styles(document), Numbering(document, linked=True), text_width(section), "Heading 3")
    for element in (body.title(draft), *body.notice(draft), *body.parts(draft)):
        section.addprevious(element)
    return packed(document, draft.title)
