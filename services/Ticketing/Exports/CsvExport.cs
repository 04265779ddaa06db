using CsvHelper;

namespace Helpdesk.Ticketing.Exports;

/// <summary>A file of comma-separated values that a spreadsheet opens with its accents, and without carrying out what somebody typed.</summary>
static class CsvExport
{
    // Without the mark at its beginning Excel takes the file for another encoding.
    static readonly CsvWriterOptions Form = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public static async Task WriteAsync(Stream file, ExportWords words, TimeZoneInfo zone, IAsyncEnumerable<ExportedTicket> tickets, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(file, Form, leaveOpen: true);
        await csv.WriteRecordAsync(words.HeadingsIn(zone), cancellationToken);
        await foreach (var ticket in tickets.WithCancellation(cancellationToken))
        {
            foreach (var cell in ticket.Cells(words, zone))
            {
                if (cell is DateTime hour)
                    csv.WriteField(hour, "yyyy-MM-dd HH:mm");
                else
                    csv.WriteField(cell);
            }

            await csv.EndRecordAsync(cancellationToken);
        }
    }
}
