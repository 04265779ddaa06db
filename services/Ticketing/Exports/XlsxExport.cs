using System.Text;
using System.Xml;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Helpdesk.Ticketing.Exports;

/// <summary>A workbook of one sheet, written row by row: a long list takes no more memory than a short one.</summary>
static class XlsxExport
{
    static readonly double[] Widths = [12, 50, 24, 22, 12, 16, 18, 18, 18, 12];

    static readonly SpreadCheetahOptions Options = new()
    {
        DefaultDateTimeFormat = NumberFormat.Custom("yyyy-mm-dd hh:mm"),
        PreserveStringWhitespace = true,
    };

    public static async Task WriteAsync(
        Stream file, ExportTexts words, TimeZoneInfo zone, IAsyncEnumerable<ExportedTicket> tickets, CancellationToken cancellationToken)
    {
        await using var workbook = await Spreadsheet.CreateNewAsync(file, Options, cancellationToken);
        await workbook.StartWorksheetAsync(words.Sheet, Sheet(), cancellationToken);
        var heading = workbook.AddStyle(new Style { Font = { Bold = true } });
        await workbook.AddHeaderRowAsync(words.HeadingsIn(zone), heading, cancellationToken);
        await foreach (var ticket in tickets.WithCancellation(cancellationToken))
            await workbook.AddRowAsync([.. ticket.Cells(words, zone).Select(Of)], cancellationToken);
        await workbook.FinishAsync(cancellationToken);
    }

    static WorksheetOptions Sheet()
    {
        var sheet = new WorksheetOptions { FrozenRows = 1 };
        for (var i = 0; i < Widths.Length; i++)
            sheet.Column(i + 1).Width = Widths[i];
        return sheet;
    }

    /// <summary>What somebody typed is a text, whatever it begins with: no spreadsheet calculates it.</summary>
    static DataCell Of(object? value) => value switch
    {
        DateTime hour => new(hour),
        int number => new(number),
        string text => new(SpreadsheetText.AsCell(string.Concat(text.EnumerateRunes().Where(IsStorable)))),
        _ => default,
    };

    static bool IsStorable(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);
}
