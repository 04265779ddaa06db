using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Tickets;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Time;
using Helpdesk.Ticketing.Timers;
using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Exports;

static class ExportTickets
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/export", HandleAsync).WithName("ExportTickets")
        .WithSummary("The caller's own tickets as a file for a spreadsheet, in the language of Accept-Language and the hours of a zone")
            .Produces(StatusCodes.Status200OK, null, Xlsx, Csv);

    const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Csv = "text/csv";

    static async Task<IResult> HandleAsync(
        HttpContext http, ClaimsPrincipal caller, TicketingDbContext db, ViewerResolver viewers, CachedPolicy policies,
        CancellationToken cancellationToken,
        EnumParameter<ExportFormat>? format = null, [StringLength(IanaTimeZone.MaxLength)] string? zone = null)
    {
        if (caller.IsStaff())
            return Problem.Of(StatusCodes.Status403Forbidden, ProblemTypes.ExportForCustomers, "Here customers fetch their own tickets.");
        if (CallerTimeZone.Of(zone, (await policies.GetAsync(cancellationToken)).Zone) is not { } shown)
            return Problem.Invalid("zone", "This is not a time zone such as America/Guayaquil.");

        var words = ExportTexts.In(http.Request.PreferredLanguage());
        var tickets = db.Tickets.AsNoTracking().VisibleTo(await viewers.ResolveAsync(caller, cancellationToken))
            .OrderByDescending(x => x.OpenedAt).ThenByDescending(x => x.Id)
            .Select(x => new ExportedTicket(x.Number, x.Subject, x.CategoryTitle, x.Status, x.Priority, x.AssigneeName, x.OpenedAt,
                x.CustomerUpdatedAt, x.ClosedAt, x.ReplyCount))
            .AsAsyncEnumerable();
        var csv = format?.Value == ExportFormat.Csv;
        var file = Temporary();
        try
        {
            await (
                csv
                    ? CsvExport.WriteAsync(file, words, shown, tickets, cancellationToken)
                    : XlsxExport.WriteAsync(file, words, shown, tickets, cancellationToken));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(file, csv ? Csv + "; charset=utf-8" : Xlsx, "tickets" + (csv ? ".csv" : ".xlsx"));
    }

    /// <summary>
    /// The file is finished before it is sent: a slow reader holds no connection of the database, and what fails is told instead of
    /// breaking off.
    /// </summary>
    static FileStream Temporary() =>
        new(
            Path.GetTempFileName(),
            new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });
}
