using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.ServiceDefaults.Idempotency;

/// <summary>Stores the response to a request that may be repeated.</summary>
public static class IdempotentResponseExtensions
{
    internal const string Purpose = "Helpdesk.IdempotentResponses";

    /// <summary>
    /// Stores the response in the same commit as what the request does: a repetition under the same key is answered with it even if the
    /// host dies right after the commit. Does nothing without a key.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="response">What the handler will return; call this before the handler saves, or save again before the commit.</param>
    /// <returns>The same response.</returns>
    public static async Task<T> StoreResponseAsync<T>(this HttpContext context, T response) where T : IResult
    {
        if (context.Features.Get<IdempotentResponse>() is not { } row)
            return response;
        using var body = new MemoryStream();
        // Written to a buffer, exactly as the caller will get it.
        var buffered = new DefaultHttpContext { RequestServices = context.RequestServices, Response = { Body = body } };
        await response.ExecuteAsync(buffered);
        var written = buffered.Response;
        (row.Status, row.Location, row.ContentType) = (written.StatusCode, written.Headers.Location.ToString(), written.ContentType);
        var protection = context.RequestServices.GetRequiredService<IDataProtectionProvider>();
        row.ProtectedBody = protection.CreateProtector(Purpose).Protect(body.ToArray());
        return response;
    }
}
