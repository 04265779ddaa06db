using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helpdesk.ServiceDefaults.Idempotency;

/// <summary>An answer that is known before what it tells is saved.</summary>
public static class ForetoldAnswer
{
    internal const string Purpose = "Helpdesk.KeptAnswers";

    /// <summary>
    /// Puts the answer into the commit of what the request does: also when the host dies right after it, whoever repeats the request
    /// under its key is given this answer. Without a key nothing happens.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="answer">What the handler returns once it has saved.</param>
    public static void Foretell<T>(this HttpContext context, Created<T> answer)
    {
        if (context.Features.Get<KeptAnswer>() is not { } row)
            return;
        var (services, form) = (context.RequestServices, context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
        var body = JsonSerializer.SerializeToUtf8Bytes(answer.Value, form);
        (row.Status, row.Location, row.ContentType) = (answer.StatusCode, answer.Location, "application/json; charset=utf-8");
        row.SealedBody = services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose).Protect(body);
    }
}
