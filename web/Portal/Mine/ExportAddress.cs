using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;

namespace Helpdesk.Portal.Mine;

/// <summary>A customer's own tickets as a file, handed on as it comes from Ticketing.</summary>
static class ExportAddress
{
    public static void Map(WebApplication app) => app.MapGet("/tickets/export", HandleAsync).RequireAuthorization();

    static async Task<IResult> HandleAsync(HttpContext context, Services services, Clock clock, string? format, CancellationToken cancellationToken)
    {
        var address = $"/api/tickets/export?format={(format == "csv" ? "csv" : "xlsx")}&zone={Uri.EscapeDataString(clock.Zone.Id)}";
        return await services.PassOnAsync(context, Call.Get("ticketing", address, await context.CredentialAsync()), cancellationToken);
    }
}
