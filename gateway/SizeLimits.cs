using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.Features;

namespace Helpdesk.Gateway;

/// <summary>How large a request may be.</summary>
static class SizeLimits
{
    const long Body = 1024 * 1024;
    const long Upload = 6 * 1024 * 1024;
    const long Form = 12 * 1024 * 1024;
    const long Drained = 64 * 1024 * 1024;

    public static void AddSizeLimits(this WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.Limits.MaxRequestBodySize = Body;
        kestrel.Limits.MaxRequestLineSize = 4 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxRequestHeaderCount = 64;
    });

    public static void UseSizeLimits(this WebApplication app) => app.Use(async (context, next) =>
    {
        var limit = Limit(context.Request);
        var size = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (context.Request.ContentLength > limit)
        {
            // Closing the connection while the client still sends would lose the response, and Kestrel drains the rest for a few seconds
            // only. A client that expects 100-continue has not sent anything.
            if (size is { IsReadOnly: false } && context.Request.ContentLength <= Drained && context.Request.Headers.Expect.Count == 0)
            {
                size.MaxRequestBodySize = Drained;
                await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            }

            await Refuse(context);
            return;
        }

        if (size is { IsReadOnly: false })
            size.MaxRequestBodySize = limit;
        await next(context);
    });

    public static Task Refuse(HttpContext context) =>
        Problem.Of(StatusCodes.Status413PayloadTooLarge, ProblemTypes.TooLarge,
            $"This is larger than the {Limit(context.Request) / (1024 * 1024)} MiB that are accepted here.").ExecuteAsync(context);

    static long Limit(HttpRequest request) =>
        !HttpMethods.IsPost(request.Method) ? Body
        : request.IsPageRequest() ? Form
        : request.Path.StartsWithSegments("/api/attachments") ? Upload : Body;
}
