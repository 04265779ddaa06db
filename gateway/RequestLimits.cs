using System.Globalization;
using System.Threading.RateLimiting;
using Helpdesk.Gateway.Docs;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Gateway;

/// <summary>How often an account, or an address that names none, may ask in a minute.</summary>
static class RequestLimits
{
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
                // Files and what changes once in a minute cost nothing; a page of them must not use up a reader's minute.
                if (!context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments(DocsSetup.Path))
                    return RateLimitPartition.GetNoLimiter("");
                if (IsSignIn(context.Request))
                    return RateLimitPartition.Get($"sign-in {context.ClientNetwork()}", _ => new LastMinute(() => limits.SignIn, time));
                return context.User.AccountId() is { } account
                    ? RateLimitPartition.Get($"account {account}", _ => new LastMinute(() => limits.SignedIn, time))
                    : RateLimitPartition.Get($"anonymous {context.ClientNetwork()}", _ => new LastMinute(() => limits.Anonymous, time));
            });
        });
    }

    static bool IsSignIn(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.Value!.TrimEnd('/').Equals("/api/sessions", StringComparison.OrdinalIgnoreCase);

    static async ValueTask Refuse(HttpContext context, RateLimitLease lease)
    {
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Problem.Of(StatusCodes.Status429TooManyRequests, "too-many-requests", $"Too many requests within a minute. Please try again in {seconds} s.").ExecuteAsync(context);
    }
}
