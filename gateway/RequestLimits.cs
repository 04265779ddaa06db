using System.Globalization;
using System.Threading.RateLimiting;
using Helpdesk.Gateway.Docs;
using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Gateway;

/// <summary>How often an account, or an address that names none, may ask in a minute.</summary>
static class RequestLimits
{
    static readonly string[] SignIns = ["/api/sessions", "/sign-in"];

    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<LimitsInForce>(services, new HttpClient { Timeout = TimeSpan.FromSeconds(3) }));
        builder.Services.AddHostedService(services => services.GetRequiredService<LimitsInForce>());
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<TimeProvider, LimitsInForce>((options, time, limits) =>
        {
            options.OnRejected = (rejected, _) => Refuse(rejected.HttpContext, rejected.Lease);
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            {
                // Files, and pages that are only read, cost little; a reader must not use up his minute with them. What he sends counts.
                if (context.Request.IsForPages() ? !HttpMethods.IsPost(context.Request.Method) : context.Request.Path.StartsWithSegments(DocsSetup.Path))
                    return RateLimitPartition.GetNoLimiter("");
                if (IsSignIn(context.Request))
                    return RateLimitPartition.Get($"sign-in {context.ClientNetwork()}", _ => new LastMinute(() => limits.SignIn, time));
                // A page may show many pictures; each address is sealed and good for minutes.
                if (IsDownload(context.Request))
                    return RateLimitPartition.Get($"download {context.ClientNetwork()}", _ => new LastMinute(() => limits.Anonymous * 20, time));
                return context.Account() is { } account
                    ? RateLimitPartition.Get($"account {account}", _ => new LastMinute(() => limits.SignedIn, time))
                    : RateLimitPartition.Get($"anonymous {context.ClientNetwork()}", _ => new LastMinute(() => limits.Anonymous, time));
            });
        });
    }

    static bool IsSignIn(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.Value!.TrimEnd('/') is { } path && SignIns.Contains(path, StringComparer.OrdinalIgnoreCase);

    static bool IsDownload(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path.StartsWithSegments("/api/attachments") && request.Query.ContainsKey("grant");

    static async ValueTask Refuse(HttpContext context, RateLimitLease lease)
    {
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (PlainPage.IsWanted(context))
        {
            await PlainPage.WriteAsync(context, StatusCodes.Status429TooManyRequests,
                $"Demasiados envíos en un minuto. Vuelve atrás y envíalo otra vez dentro de {seconds} s.", $"Too much was sent within a minute. Go back and send it again in {seconds} s.");
            return;
        }

        await Problem.Of(StatusCodes.Status429TooManyRequests, "too-many-requests", $"Too many requests within a minute. Please try again in {seconds} s.").ExecuteAsync(context);
    }
}
