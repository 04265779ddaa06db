using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Captcha.Challenges;

/// <summary>Stands before everything that gives out challenges: neither one address nor all together may have any number of them.</summary>
sealed class Admission(PerAddress perAddress, Outstanding outstanding, CaptchaDbContext db) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        if (perAddress.Refuses(http, out var wait))
        {
            http.Response.Headers.RetryAfter = wait;
            return Problem.Of(StatusCodes.Status429TooManyRequests, "too-many-captchas", $"Too many captchas were asked for from your address. Please try again in {wait} s.");
        }

        if (!await outstanding.IsFullAsync(db, http.RequestAborted))
            return await next(context);
        http.Response.Headers.RetryAfter = "60";
        return Problem.Of(StatusCodes.Status503ServiceUnavailable, "captcha-exhausted", "Too many captchas wait for an answer at the moment. Please try again in a minute.");
    }
}
