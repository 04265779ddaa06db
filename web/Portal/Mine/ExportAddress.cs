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
        try
        {
            var file = await services.OpenAsync(Call.Get("ticketing", address, await context.CredentialAsync()), cancellationToken);
            context.Response.RegisterForDispose(file);
            if (!file.IsSuccessStatusCode)
                return TypedResults.StatusCode((int)file.StatusCode);
            context.Response.Headers.ContentDisposition = file.Content.Headers.ContentDisposition?.ToString();
            context.Response.ContentLength = file.Content.Headers.ContentLength;
            return TypedResults.Stream(await file.Content.ReadAsStreamAsync(cancellationToken), file.Content.Headers.ContentType?.ToString());
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
