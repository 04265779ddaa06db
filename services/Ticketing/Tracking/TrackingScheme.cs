using System.Security.Claims;
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
    public const string Ticket = "ticket";
    const int Longest = 100;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Name + " ", StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        var secret = header[(Name.Length + 1)..].Trim();
        if (secret.Length is 0 or > Longest)
            return AuthenticateResult.Fail("This is not a tracking secret.");

        var hash = TrackingSecrets.Hash(secret);
        var ticket = await db.Tickets.Where(x => x.TrackingHash == hash).Select(x => new { x.Id, x.Number })
            .SingleOrDefaultAsync(Context.RequestAborted);
        if (ticket is null)
            return AuthenticateResult.Fail("The secret opens no ticket.");
        TicketTag.Set(ticket.Number);
        var identity = new ClaimsIdentity([new(Ticket, ticket.Id.ToString())], Name);
        return AuthenticateResult.Success(new(new(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Name;
        return Problem
            .Of(
                StatusCodes.Status401Unauthorized, ProblemTypes.TrackingSecretUnknown,
                "This link opens no ticket. Please take it from the mail that confirmed the ticket.").ExecuteAsync(Context);
    }
}
