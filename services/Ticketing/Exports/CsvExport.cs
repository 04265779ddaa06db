using CsvHelper;

namespace Helpdesk.Ticketing.Exports;

/// <summary>A file of separated values that a spreadsheet opens with its accents, and without carrying out what somebody typed.</summary>
static class CsvExport
{
    public static async Task WriteAsync(
        Stream file, ExportTexts words, TimeZoneInfo zone, IAsyncEnumerable<ExportedTicket> tickets, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(file, Form(words), leaveOpen: true);
        await csv.WriteRecordAsync(words.HeadingsIn(zone), cancellationToken);
        await foreach (var ticket in tickets.WithCancellation(cancellationToken))
        {
            foreach (var cell in ticket.Cells(words, zone))
            {
                if (cell is DateTime hour)
                    csv.WriteField(hour, "yyyy-MM-dd HH:mm");
                else if (cell is string text)
                    csv.WriteField(SpreadsheetText.AsValue(text));
                else
                    csv.WriteField(cell);
            }

            await csv.EndRecordAsync(cancellationToken);
        }
    }

    // Without the mark at its beginning Excel takes the file for another encoding.
    static CsvWriterOptions Form(ExportTexts words) => new()
    {
        WriteByteOrderMark = true,
        Separator = words.Separator,
        ShouldQuote = (field, _, _, _) => field.ContainsAny("',;\t"),
    };
}
