using System.Globalization;
using System.Threading.RateLimiting;
using Helpdesk.Api;
using Helpdesk.Gateway.Docs;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.RateLimiting;

namespace Helpdesk.Gateway;

/// <summary>Requests per minute of an account, or of a network for anonymous callers.</summary>
static class RequestRateLimits
{
    /// <summary>Where the web hosts serve styles, scripts and images.</summary>
    const string Assets = "/ui";

    // How many of each count as one API request.
    const int FilesForOne = 20, FormsForOne = 5, AssetsForPage = 10;

    static readonly string[] SignIns = ["/api/sessions", "/sign-in"];

    public static void AddRequestRateLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services =>
            ActivatorUtilities.CreateInstance<CachedRateLimits>(services, new HttpClient { Timeout = TimeSpan.FromSeconds(3) }));
        builder.Services.AddHostedService(services => services.GetRequiredService<CachedRateLimits>());
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<RateLimiterOptions>().Configure<TimeProvider, CachedRateLimits>((options, time, limits) =>
        {
            options.OnRejected = (rejected, _) => Refuse(rejected.HttpContext, rejected.Lease);
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PartitionOf(context, limits, time));
        });
    }

    static RateLimitPartition<string> PartitionOf(HttpContext context, CachedRateLimits limits, TimeProvider time)
    {
        var (request, network) = (context.Request, $"network {context.ClientNetwork()}");
        if (IsSignIn(request))
            return Of("sign-in", network, () => limits.SignIn);
        // A page may show many images; each address has a grant that is valid for minutes.
        if (IsDownload(request))
            return Of("download", network, () => limits.Anonymous * FilesForOne);
        if (IsAsset(request))
            return Of("asset", network, () => limits.Pages * AssetsForPage);
        var account = context.Account();
        var caller = account is null ? network : $"account {account}";
        if (IsRead(request))
            return Of("page", caller, () => limits.Pages);
        if (account is not null)
            return Of("request", caller, () => limits.SignedIn);
        // A ticket takes several forms (captcha, files, review), and a whole office may share one address.
        return request.IsPageRequest() && !IsCostly(request)
            ? Of("form", network, () => limits.Anonymous * FormsForOne)
            : Of("request", network, () => limits.Anonymous);

        RateLimitPartition<string> Of(string what, string whose, Func<int> limit) =>
            RateLimitPartition.Get($"{what} of {whose}", _ => new SlidingMinuteLimiter(limit, time));
    }

    // Reading is cheap; but a search or an export costs the same on a page as over the API.
    static bool IsRead(HttpRequest request) =>
        IsGet(request) && (request.IsPageRequest() ? !IsCostly(request) : request.Path.StartsWithSegments(ApiDocsSetup.Path));

    static bool IsCostly(HttpRequest request) =>
        IsGet(request) && (request.Query["q"].Any(x => !string.IsNullOrWhiteSpace(x))
            || Last(request.Path).Equals("export", StringComparison.OrdinalIgnoreCase));

    static string Last(PathString path) => path.Value!.TrimEnd('/').Split('/')[^1];

    static bool IsAsset(HttpRequest request) => IsGet(request) && request.Path.StartsWithSegments(Assets);

    static bool IsGet(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    static bool IsSignIn(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && SignIns.Contains(request.Path.Value!.TrimEnd('/'), StringComparer.OrdinalIgnoreCase);

    static bool IsDownload(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path.StartsWithSegments("/api/attachments") && request.Query.ContainsKey("grant");

    static async ValueTask Refuse(HttpContext context, RateLimitLease lease)
    {
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (ErrorPage.IsWanted(context))
        {
            var (spanish, english) = IsGet(context.Request)
                ? ($"Demasiadas páginas en un minuto. Vuelve a cargarla dentro de {seconds} s.",
                    $"Too many pages within a minute. Load it again in {seconds} s.")
                : ($"Demasiados envíos en un minuto. Vuelve atrás y envíalo otra vez dentro de {seconds} s.",
                    $"Too much was sent within a minute. Go back and send it again in {seconds} s.");
            await ErrorPage.WriteAsync(context, StatusCodes.Status429TooManyRequests, spanish, english);
            return;
        }

        await Problem.Of(StatusCodes.Status429TooManyRequests, ProblemTypes.TooManyRequests,
            $"Too many requests within a minute. Please try again in {seconds} s.").ExecuteAsync(context);
    }
}
