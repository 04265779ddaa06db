using Helpdesk.Ui.Browsing;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Ui.Api;

/// <summary>A file of a service for a browser that has no credential of its own to ask for it.</summary>
public static class RelayedFile
{
    /// <summary>The file as it comes, or the status with which it was refused; 503 when nobody answers.</summary>
    /// <param name="context">The browser's request.</param>
    /// <param name="open">Asks the service.</param>
    /// <param name="cancellationToken">The browser waits no longer.</param>
    /// <exception cref="SessionEndedException">The session of whoever looks at the page is over.</exception>
    public static async Task<IResult> SendAsync(
        HttpContext context, Func<Task<HttpResponseMessage>> open, CancellationToken cancellationToken)
    {
        try
        {
            var file = await open();
            context.Response.RegisterForDispose(file);
            if (!file.IsSuccessStatusCode)
                return TypedResults.StatusCode((int)file.StatusCode);
            context.Response.Headers.ContentDisposition = file.Content.Headers.ContentDisposition?.ToString();
            context.Response.ContentLength = file.Content.Headers.ContentLength;
            return TypedResults.Stream(await file.Content.ReadAsStreamAsync(cancellationToken),
                file.Content.Headers.ContentType?.ToString());
        }
        catch (Exception exception) when (exception is HttpRequestException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
