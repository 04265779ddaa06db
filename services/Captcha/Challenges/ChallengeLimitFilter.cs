using System.Globalization;
using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Captcha.Challenges;

/// <summary>Guards whatever gives out challenges: neither one address nor all of them together may have any number.</summary>
sealed class ChallengeLimitFilter(ChallengeRateLimiter limiter, OutstandingQuota quota, CaptchaDbContext db) : IEndpointFilter
{
    const int RetryAfterExhausted = 60;

    static Refusal Exhausted { get; } = new(
        ProblemTypes.CaptchaExhausted, "Too many captchas are waiting for an answer at the moment. Please try again in a minute.",
        StatusCodes.Status503ServiceUnavailable);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        if (!limiter.TryAcquire(http, out var retryAfter))
            return Refuse(TooMany(retryAfter), http.Response, retryAfter);
        if (await quota.IsFullAsync(db, http.RequestAborted))
            return Refuse(Exhausted, http.Response, RetryAfterExhausted);
        return await next(context);
    }

    static Refusal TooMany(int seconds) => new(
        ProblemTypes.TooManyCaptchas, $"Too many captchas were requested from your address. Please try again in {seconds} seconds.",
        StatusCodes.Status429TooManyRequests);

    static IResult Refuse(Refusal refusal, HttpResponse response, int retryAfter)
    {
        response.Headers.RetryAfter = retryAfter.ToString(CultureInfo.InvariantCulture);
        return refusal.ToProblem();
    }
}
