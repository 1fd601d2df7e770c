"""The Word file of a report without its words: paper, type, language, and what the file says of itself.

The library makes it once, around marks; in each report its words stand in their place.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENTATION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from action_plans.exchange.word_xml import run, text
from action_plans.exchange.zip_writer import FIRST_DAY, told_day, unzipped

_LANGUAGE = "en-GB"
_WORD = "15"  # the layout of Word 2013 and later, so that none opens it as a file of an older one
_FONT = "Arial"
_INK = RGBColor(0x1A, 0x1A, 0x1A)
_MARGIN = 16
_TITLE, _FOOT, _BODY = "\ue000title\ue001", "\ue000foot\ue001", "\ue000body\ue001"


@dataclass(frozen=True, slots=True)
class ReportFrame:
    """The files inside a report's file, in their order, with marks where the words belong."""

    files: tuple[tuple[str, bytes], ...]

    def around(self, title: str, foot: str, body: str) -> dict[str, bytes]:
        """Return the files of one report: its title, the words before the number of a page, the finished body."""
        filling = (
            (text(_TITLE), text(title)),
            (run(_FOOT), run(foot)),
            (f"<w:p>{run(_BODY)}</w:p>", body),
        )
        made = dict(self.files)
        for mark, words in filling:
            name = next(name for name, content in self.files if mark.encode() in content)
            made[name] = made[name].replace(mark.encode(), words.encode())
        return made


@lru_cache(maxsize=1)  # the same for every report of a day, and its library's own template is slow to read
def report_frame(today: date) -> ReportFrame:
    """Return what every report made on a day has around its words."""
    made = Document()
    _prepare(made, today)
    made.add_paragraph(_BODY)
    stream = BytesIO()
    made.save(stream)
    return ReportFrame(tuple(unzipped(stream.getvalue()).items()))


def _prepare(made: WordDocument, today: date) -> None:
    """Set paper, type, language, and what the file says of itself: no person, no program, the day as at."""
    made.core_properties.title = _TITLE
    made.core_properties.author = made.core_properties.last_modified_by = ""
    made.core_properties.comments = made.core_properties.keywords = ""
    made.core_properties.language = _LANGUAGE
    made.core_properties.revision = 1
    stamp = datetime.combine(max(told_day(today), FIRST_DAY), time())
    made.core_properties.created = made.core_properties.modified = stamp
    section = made.sections[0]
    section.orientation = WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN - 3)
    section.footer_distance = Mm(7)
    _type(made)
    _leave_out(made)
    foot = section.footer.paragraphs[0]
    foot.add_run(_FOOT)
    _field(foot, "PAGE")
    foot.add_run(" of ")
    _field(foot, "NUMPAGES")


def _type(made: WordDocument) -> None:
    """Set the type of each style: one font, sizes that fit a regulation on a sheet where that can be."""
    for name, size, before in (("Normal", 9, 0), ("Title", 14, 0), ("Heading 1", 13, 4), ("Heading 2", 10, 5)):
        style = made.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        fonts = style.element.get_or_add_rPr().rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for written in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{written}"), _FONT)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(2)
        style.paragraph_format.line_spacing = 1.0
        if name != "Normal":
            style.font.color.rgb, style.font.bold = _INK, True
            for border in style.element.iter(qn("w:pBdr")):
                border.getparent().remove(border)
    for setting in made.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD)
    for language in (*made.styles.element.iter(qn("w:lang")), *made.settings.element.iter(qn("w:themeFontLang"))):
        language.set(qn("w:val"), _LANGUAGE)
        language.set(qn("w:eastAsia"), _LANGUAGE)


def _leave_out(made: WordDocument) -> None:
    """Take out of the library's own template what the file does not use, and what says that another program made it."""
    for rels in (made.part.rels, made.part.package.rels):
        for name in [one for one, rel in rels.items() if rel.reltype.rpartition("/")[2] in _UNUSED]:
            del rels[name]
    styles = made.styles.element
    for style in list(styles.iterchildren(qn("w:style"))):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in _TABLES:
            styles.remove(style)


_UNUSED = frozenset({"stylesWithEffects", "customXml", "thumbnail", "extended-properties"})
_TABLES = frozenset({"TableGrid", "TableNormal"})


def _field(paragraph: Paragraph, instruction: str) -> None:
    """Add what the program works out: the number of a page, or of all."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run, words = OxmlElement("w:r"), OxmlElement("w:t")
    words.text = "1"
    run.append(words)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 -- the library has no fields
