using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Notification.Settings;
using Helpdesk.Notification.Transport;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Notification.MailTests;

/// <summary>Sends one mail to the caller's own address and says what came of it.</summary>
public static class TestMailServer
{
    /// <summary>Settings to try before they are saved; what is null is as it is now.</summary>
    /// <param name="Server">As <c>smtp://host:port</c> or <c>smtps://host:port</c>.</param>
    public sealed record Request(
        [property: StringLength(300)] string? Server = null, [property: StringLength(300)] string? User = null, [property: StringLength(300)] string? Password = null,
        [property: StringLength(200)] string? From = null, [property: StringLength(100)] string? Sender = null);

    /// <param name="Sent">Whether the mail server took the mail.</param>
    /// <param name="To">The caller's address.</param>
    /// <param name="Outcome">A stable word such as <c>sent</c>, <c>no-connection</c> or <c>sign-in-refused</c>.</param>
    /// <param name="Explanation">The same in a sentence, with what would help.</param>
    public sealed record Answer(bool Sent, string To, string Outcome, string Explanation);

    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync)
        .RequireAuthorization(Policies.Admin).RequireRecentSignIn()
        .WithName("TestMailServer").WithSummary("Sends a test mail to the signed-in administrator").ProducesValidationProblem();

    static async Task<IResult> HandleAsync(Request request, ClaimsPrincipal caller, CachedSettings settings, TestMailSender mails, MailTestLimiter limits, HttpResponse http, CancellationToken cancellationToken)
    {
        if (limits.Refuses(caller.AccountId()!.Value, out var wait))
        {
            http.Headers.RetryAfter = wait;
            return Problem.Of(StatusCodes.Status429TooManyRequests, "too-many-mail-tests", $"That were many tests in a short time. Please try again in {wait} s.");
        }

        var current = await settings.GetAsync(cancellationToken);
        if (request.Server is { } server && current.ConfiguredSmtp.Fault(server) is { } fault)
            return Problem.Invalid("server", fault);
        SmtpOptions smtp;
        try
        {
            smtp = Saved(current, request.Server is not null).With(request.Server, request.User, request.Password, request.From, request.Sender);
        }
        catch (InvalidOperationException exception)
        {
            return Problem.Invalid(request.From is null ? "server" : "from", exception.Message);
        }

        var outcome = await mails.SendAsync(caller, current, smtp, cancellationToken);
        return TypedResults.Ok(new Answer(outcome.Word == Outcome.Sent, caller.EmailAddress(), outcome.Word, outcome.Explanation));
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
