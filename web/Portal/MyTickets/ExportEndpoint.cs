using Helpdesk.Api.Tickets;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;

namespace Helpdesk.Portal.MyTickets;

/// <summary>A customer's own tickets as a file, handed on as it comes from Ticketing.</summary>
static class ExportEndpoint
{
    public static void Map(WebApplication app) => app.MapGet("/tickets/export", HandleAsync).RequireAuthorization();

    static async Task<IResult> HandleAsync(
        HttpContext context, TicketingClient ticketing, Clock clock, string? format, CancellationToken cancellationToken)
    {
        var wanted = format == "csv" ? ExportFormat.Csv : ExportFormat.Xlsx;
        var credential = await context.CredentialAsync();
        return await RelayedFile.SendAsync(
            context, () => ticketing.ExportAsync(wanted, clock.Zone.Id, credential, cancellationToken), cancellationToken);
    }
}
