using System.Text.Encodings.Web;
using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Telemetry;
using Helpdesk.Ticketing.Model;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Ticketing.Tracking;

/// <summary>
/// Signs in the customer of one ticket by the secret of its link: <c>Authorization: Tracking SECRET</c>. Never by an address, which logs
/// would keep.
/// </summary>
sealed class TrackingScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TicketingDbContext db)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Tracking";
    const int Longest = 100;

    /// <summary>Whether the caller shows a link, good or not.</summary>
    public static bool IsShown(HttpRequest request) =>
        request.Headers.Authorization.ToString().Split(' ')[0].Equals(Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Why what the caller shows opens nothing.</summary>
    // Headers of the same name are one list: what follows a comma is another credential.
    public static string Explain(HttpRequest request) => request.Headers.Authorization.ToString().Contains(',', StringComparison.Ordinal)
        ? "A request shows one credential: a tracking secret or an access token, not both."
        : "This link opens no ticket. It may be incomplete, or have been replaced: the latest mail about the ticket has the one that "
            + "works, and POST /api/tracking/reminders sends it again.";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsShown(Request))
            return AuthenticateResult.NoResult();
        var secret = Request.Headers.Authorization.ToString()[Name.Length..].Trim();
        if (secret.Length is 0 or > Longest)
            return AuthenticateResult.Fail("This is not a tracking secret.");

        var hash = TrackingSecrets.Hash(secret);
        if (await db.Tickets.AsNoTracking().SingleOrDefaultAsync(x => x.TrackingHash == hash, Context.RequestAborted) is not { } ticket)
            return AuthenticateResult.Fail("The secret opens no ticket.");
        TicketTag.Set(ticket.Number);
        var identity = new TrackingIdentity(new(ticket.Id, ticket.Number), await LeadsOnToAsync(ticket));
        return AuthenticateResult.Success(new(new(identity), Name));
    }

    async Task<TrackedTicket?> LeadsOnToAsync(Ticket ticket)
    {
        if (ticket is not { LinkShowsMerged: true, MergedIntoId: { } into })
            return null;
        var other = await db.Tickets.AsNoTracking().SingleAsync(x => x.Id == into, Context.RequestAborted);
        return ticket.LinkLeadsTo(other) ? new(other.Id, other.Number) : null;
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Name;
        return Problem.Of(StatusCodes.Status401Unauthorized, ProblemTypes.TrackingSecretUnknown, Explain(Request)).ExecuteAsync(Context);
    }
}
