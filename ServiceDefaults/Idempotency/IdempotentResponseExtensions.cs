using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.ServiceDefaults.Idempotency;

/// <summary>An answer that is known before what it tells is saved.</summary>
public static class IdempotentResponseExtensions
{
    internal const string Purpose = "Helpdesk.IdempotentResponses";

    /// <summary>
    /// Puts the answer into the commit of what the request does: also when the host dies right after it, whoever repeats the request
    /// under its key is given this answer. Without a key nothing happens.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="answer">What the handler returns once it has saved: call this before, or once more save before the commit.</param>
    /// <returns>The same answer.</returns>
    public static async Task<T> StoreResponseAsync<T>(this HttpContext context, T answer) where T : IResult
    {
        if (context.Features.Get<IdempotentResponse>() is not { } row)
            return answer;
        using var body = new MemoryStream();
        // Said to nobody yet, in just the words that the caller will hear.
        var rehearsal = new DefaultHttpContext { RequestServices = context.RequestServices, Response = { Body = body } };
        await answer.ExecuteAsync(rehearsal);
        var told = rehearsal.Response;
        (row.Status, row.Location, row.ContentType) = (told.StatusCode, told.Headers.Location.ToString(), told.ContentType);
        row.ProtectedBody = context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose).Protect(body.ToArray());
        return answer;
    }
}
