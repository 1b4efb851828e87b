"""Workbooks made for the tests, each with something that is easily lost or easily written wrongly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font, Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.table import Table

from tests.exports.official.raw_parts import (
    LINK,
    MACRO_KIND,
    MAIN,
    PACKAGE,
    STRICT_MAIN,
    parts_of,
    raw_parts,
    sheet_xml,
    write_parts,
)

DRAWING = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col>'
    "<xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>7</xdr:col>"
    "<xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp macro='' textlink=''>"
    "<xdr:nvSpPr><xdr:cNvPr id='2' name='Khung'/><xdr:cNvSpPr txBox='1'/></xdr:nvSpPr><xdr:spPr>"
    "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom></xdr:spPr>"
    "<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>Mẫu số 1</a:t></a:r></a:p></xdr:txBody>"
    "</xdr:sp><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
)


def plain(path: Path) -> Path:
    """Labels, styled cells, a total."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Biểu 1"
    for row in range(10, 20):
        sheet.cell(row, 1, f"Dòng {row}")
        sheet.cell(row, 4).font = Font(bold=True)
    sheet["D20"], sheet["E20"] = "=SUM(D10:D19)", "=LEN(A10)"
    book.save(path)
    return path


def shared_formulas(path: Path) -> Path:
    rows = "".join(
        f'<row r="{row}"><c r="C{row}"><v>1</v></c><c r="D{row}"><v>2</v></c><c r="E{row}">'
        + ('<f t="shared" ref="E12:E14" si="0">C12+D12</f>' if row == 12 else '<f t="shared" si="0"/>')
        + "<v>3</v></c></row>"
        for row in (12, 13, 14)
    )
    return write_parts(path, raw_parts({"Biểu 1": sheet_xml(rows)}))


def arrays(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Biểu 1"
    sheet["D12"], sheet["D13"] = 1, 2
    sheet["F1"] = ArrayFormula("F1:F2", "=D12:D13*2")
    book.save(path)
    return path


def tables(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Biểu 1"
    sheet.append(["Nội dung", "Ghi chú", "Đơn vị", "Số lượng"])
    sheet.append(["Buổi", "", "buổi", 1])
    sheet.append(["Lượt", "", "lượt", 2])
    sheet.move_range("A1:D3", rows=10)
    sheet.add_table(Table(displayName="Bang", ref="A11:D13"))
    sheet["F1"] = "=SUM(Bang[Số lượng])"
    book.save(path)
    return path


def guarded(path: Path) -> Path:
    """Validations, protection, hidden sheet, print settings, names, comment, conditional format."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Biểu 1"
    sheet["D12"].protection = Protection(locked=False)
    sheet["D12"].comment = Comment("Số liệu trong kỳ", "LĐLĐ")
    sheet.protection.sheet, sheet.protection.password = True, "bimat"
    choice = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0")
    choice.add("D12:D20")
    sheet.add_data_validation(choice)
    sheet.print_title_rows, sheet.print_area = "1:3", "A1:H40"
    sheet.page_setup.orientation = "landscape"
    sheet.merge_cells("A1:D1")
    hidden = book.create_sheet("Danh mục")
    hidden.sheet_state = "veryHidden"
    hidden["A1"] = "=TongSo*2"
    book.defined_names["TongSo"] = DefinedName("TongSo", attr_text="'Biểu 1'!$D$12")
    book.save(path)
    return path


def drawn(path: Path) -> Path:
    """A chart over the mapped cells, and printer settings."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Biểu 1"
    for row in range(12, 16):
        sheet.cell(row, 4, row)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=4, min_row=12, max_row=15))
    sheet.add_chart(chart, "F2")
    book.save(path)
    parts = parts_of(path)
    parts["xl/printerSettings/printerSettings1.bin"] = bytes(range(256))
    return write_parts(path, parts)


def boxed(path: Path) -> Path:
    """A text box, and an extension that no library here knows."""
    after = '<drawing r:id="rId1"/><extLst><ext uri="{TEST}"><sparklines a="1&gt;0"/></ext></extLst>'
    rows = '<row r="12"><c r="D12" s="3"/></row>'
    parts = raw_parts({"Biểu 1": sheet_xml(rows, after=after)})
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{LINK}/drawing" '
        'Target="../drawings/drawing1.xml"/></Relationships>'
    ).encode()
    parts["xl/drawings/drawing1.xml"] = DRAWING.encode()
    types = parts["[Content_Types].xml"].decode()
    kind = "application/vnd.openxmlformats-officedocument.drawing+xml"
    override = f'<Override PartName="/xl/drawings/drawing1.xml" ContentType="{kind}"/></Types>'
    parts["[Content_Types].xml"] = types.replace("</Types>", override).encode()
    return write_parts(path, parts)


def macros(path: Path) -> Path:
    rows = '<row r="12"><c r="D12" s="3"><v>7</v></c></row>'
    parts = raw_parts({"Biểu 1": sheet_xml(rows)}, kind=MACRO_KIND)
    parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0 not really macros " * 40
    links = parts["xl/_rels/workbook.xml.rels"].decode()
    more = '<Relationship Id="rId98" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
    parts["xl/_rels/workbook.xml.rels"] = links.replace(
        "</Relationships>", f'{more}Target="vbaProject.bin"/></Relationships>'
    ).encode()
    return write_parts(path, parts)


def strict_prefixed(path: Path) -> Path:
    """Strict OOXML, every element of the sheet with a prefix, cells and rows in odd spacing."""
    sheet = (
        f"<?xml version='1.0'?><x:worksheet xmlns:x='{STRICT_MAIN}'><!-- <c r=\"D12\"/> --><x:sheetData>"
        '<x:row r="12" ><x:c r="A12" t="inlineStr"><x:is><x:t>Số buổi</x:t></x:is></x:c>'
        "<x:c s='3' r='D12' /><x:c r=\"E12\"><x:f>D12&gt;1</x:f><x:v>0</x:v></x:c></x:row ></x:sheetData></x:worksheet>"
    )
    return write_parts(path, raw_parts({"Biểu 1": sheet}, strict=True, absolute=True))


def utf_16(path: Path) -> Path:
    rows = '<row r="12"><c r="D12"/><c r="E12" t="str"><f>IF(D12=0,"Không","Có")</f><v>Không</v></c></row>'
    sheet = sheet_xml(rows).replace("UTF-8", "UTF-16").encode("utf-16")
    return write_parts(path, raw_parts({"Biểu 1": sheet}))


def with_mark(path: Path) -> Path:
    """UTF-8 with a byte order mark, no extent said, and cells as CDATA."""
    rows = '<row r="12"><c r="C12" t="str"><v><![CDATA[a<c r="D12">b]]></v></c><c r="D12"><v>1</v></c></row>'
    return write_parts(path, raw_parts({"Biểu 1": b"\xef\xbb\xbf" + sheet_xml(rows).encode()}))


def unnumbered(path: Path) -> Path:
    """Rows and cells that do not say where they are: counted on."""
    rows = '<row r="11"><c><v>1</v></c></row><row><c/><c/><c/><c s="3"/><c><f>D12*2</f><v>0</v></c></row><row/>'
    return write_parts(path, raw_parts({"Biểu 1": sheet_xml(rows)}))


def days_from_1904(path: Path) -> Path:
    rows = '<row r="12"><c r="D12" s="3"/></row><row r="13"><c r="B13" s="2"/></row>'
    return write_parts(path, raw_parts({"Biểu 1": sheet_xml(rows)}, description='<workbookPr date1904="1"/>'))


def oddly_named(path: Path) -> Path:
    """A sheet name in decomposed letters, and one with an apostrophe that formulas speak of."""
    there = (
        "<row r=\"1\"><c r=\"A1\"><f>SUM('Bie\u0302\u0309u 1'!D:D)+'Tổ &quot;A&quot; d&#39;'''!A2</f><v>0</v></c></row>"
    )
    sheets = {
        "Bie\u0302\u0309u 1": sheet_xml('<row r="12"><c r="D12"/></row>'),
        "Cộng": sheet_xml(there.replace("&#39;", "").replace("Tổ &quot;A&quot; d", "Tổ d")),
        "Tổ d'": sheet_xml('<row r="2"><c r="A2"><v>5</v></c></row>'),
    }
    return write_parts(path, raw_parts(sheets))


def empty_sheet(path: Path) -> Path:
    sheet = f'<worksheet xmlns="{MAIN}"><dimension ref="A1"/><sheetData/></worksheet>'
    return write_parts(path, raw_parts({"Biểu 1": sheet}))


FEATURES: Mapping[str, Callable[[Path], Path]] = {
    each.__name__: each
    for each in (
        plain,
        shared_formulas,
        arrays,
        tables,
        guarded,
        drawn,
        boxed,
        macros,
        strict_prefixed,
        utf_16,
        with_mark,
        unnumbered,
        days_from_1904,
        oddly_named,
        empty_sheet,
    )
}
