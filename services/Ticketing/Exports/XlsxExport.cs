using System.Globalization;
using System.IO.Packaging;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Helpdesk.Ticketing.Exports;

/// <summary>
/// A workbook of one sheet, written row by row. The parts are put together here and not by the document's own class, which holds all
/// of them in memory.
/// </summary>
static class XlsxExport
{
    const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const uint Plain = 0, Heading = 1, Hour = 2;

    static readonly double[] Widths = [12, 50, 24, 22, 12, 16, 18, 18, 18, 12];

    public static async Task WriteAsync(
        Stream file, ExportTexts words, TimeZoneInfo zone, IAsyncEnumerable<ExportedTicket> tickets, CancellationToken cancellationToken)
    {
        using var package = Package.Open(file, FileMode.Create, FileAccess.Write);
        var workbook = Part(
            package, "/xl/workbook.xml", "sheet.main+xml",
            new Workbook(new Sheets(new Sheet { Name = words.Sheet, SheetId = 1, Id = "sheet" })));
        package.CreateRelationship(workbook.Uri, TargetMode.Internal, Relations + "officeDocument");
        workbook.CreateRelationship(new Uri("/xl/sheet.xml", UriKind.Relative), TargetMode.Internal, Relations + "worksheet", "sheet");
        workbook.CreateRelationship(Part(package, "/xl/styles.xml", "styles+xml", Looks()).Uri, TargetMode.Internal, Relations + "styles");

        var part = package.CreatePart(new Uri("/xl/sheet.xml", UriKind.Relative), Types + "worksheet+xml", CompressionOption.Fast);
        await using var stream = part.GetStream();
        using var sheet = OpenXmlWriter.Create(stream);
        sheet.WriteStartElement(new Worksheet());
        var headings = new Pane
        {
            VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen,
        };
        sheet.WriteElement(new SheetViews(new SheetView(headings) { WorkbookViewId = 0 }));
        sheet.WriteElement(
            new Columns(Widths.Select((x, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = x, CustomWidth = true })));
        sheet.WriteStartElement(new SheetData());
        Write(sheet, words.HeadingsIn(zone), Heading);
        await foreach (var ticket in tickets.WithCancellation(cancellationToken))
            Write(sheet, ticket.Cells(words, zone), Plain);
        sheet.WriteEndElement();
        sheet.WriteEndElement();
    }

    static PackagePart Part(Package package, string path, string type, OpenXmlPartRootElement content)
    {
        var part = package.CreatePart(new Uri(path, UriKind.Relative), Types + type);
        using var stream = part.GetStream();
        content.Save(stream);
        return part;
    }

    static void Write(OpenXmlWriter sheet, IEnumerable<object?> cells, uint look)
    {
        sheet.WriteStartElement(new Row());
        foreach (var cell in cells)
            sheet.WriteElement(Of(cell, look));
        sheet.WriteEndElement();
    }

    /// <summary>What somebody typed is a text, whatever it begins with: no spreadsheet calculates it.</summary>
    static Cell Of(object? value, uint look) => value switch
    {
        DateTime hour => new() { StyleIndex = Hour, CellValue = new CellValue(hour.ToOADate().ToString(CultureInfo.InvariantCulture)) },
        int number => new() { CellValue = new CellValue(number) },
        string text => new() { StyleIndex = look, DataType = CellValues.InlineString, InlineString = new InlineString(Typed(text)) },
        _ => new(),
    };

    static Text Typed(string text) =>
        new(SpreadsheetText.AsCell(string.Concat(text.EnumerateRunes().Where(IsStorable)))) { Space = SpaceProcessingModeValues.Preserve };

    static bool IsStorable(System.Text.Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    static Stylesheet Looks() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy-mm-dd hh:mm" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true }));
}
