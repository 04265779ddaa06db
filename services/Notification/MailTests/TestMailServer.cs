using System.Globalization;
using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.MailTests;
using Helpdesk.Notification.Settings;
using Helpdesk.Notification.Transport;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Notification.MailTests;

/// <summary>Sends one mail to the caller's own address and says what came of it.</summary>
public static class TestMailServer
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync)
        .RequireAuthorization(Policies.Admin).RequireRecentSignIn()
        .WithName("TestMailServer").WithSummary("Sends a test mail to the signed-in administrator").ProducesValidationProblem();

    static async Task<IResult> HandleAsync(
        TestMailServerRequest request, ClaimsPrincipal caller, CachedSettings settings, TestMailSender mails, MailTestLimiter limiter,
        HttpResponse http, CancellationToken cancellationToken)
    {
        if (!limiter.TryAcquire(caller.AccountId()!.Value, out var retryAfter))
        {
            http.Headers.RetryAfter = retryAfter.ToString(CultureInfo.InvariantCulture);
            return Problem.Of(
                StatusCodes.Status429TooManyRequests, ProblemTypes.TooManyMailTests,
                $"That were many tests in a short time. Please try again in {retryAfter} s.");
        }

        var current = await settings.GetAsync(cancellationToken);
        if (!Read(request, current).TryGet(out var smtp, out var refusal))
            return refusal.ToProblem();
        var result = await mails.SendAsync(caller, current, smtp, cancellationToken);
        return TypedResults.Ok(new TestMailServerResponse(
            result.Outcome == MailTestOutcome.Sent, caller.EmailAddress(), result.Outcome, result.Explanation));
    }

    static Result<SmtpOptions> Read(TestMailServerRequest request, NotificationSettings current)
    {
        if (request.Server is { } server && !current.ConfiguredSmtp.IsAllowed(server, out var fault))
            return Refusal.Invalid("server", fault);
        try
        {
            return Saved(current, request.Server is not null)
                .With(request.Server, request.User, request.Password, request.From, request.Sender);
        }
        catch (InvalidOperationException exception)
        {
            return Refusal.Invalid(request.From is null ? "server" : "from", exception.Message);
        }
    }

    /// <summary>Saved settings that can't be used are no hindrance to trying others.</summary>
    static SmtpOptions Saved(NotificationSettings current, bool othersAreGiven)
    {
        try
        {
            return current.Smtp();
        }
        catch (InvalidOperationException) when (othersAreGiven)
        {
            return current.ConfiguredSmtp;
        }
    }
}
