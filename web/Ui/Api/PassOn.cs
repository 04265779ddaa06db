using Microsoft.AspNetCore.Http;

namespace Helpdesk.Ui.Api;

/// <summary>A file of a service for a browser that has no credential of its own to ask for it.</summary>
public static class PassOn
{
    /// <summary>The file as it comes, or the status of the refusal; 503 when nobody answers.</summary>
    /// <exception cref="SessionEndedException">The session of who looks at the page is over.</exception>
    public static async Task<IResult> PassOnAsync(this Services services, HttpContext context, Call call, CancellationToken cancellationToken)
    {
        try
        {
            var file = await services.OpenAsync(call, cancellationToken);
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
