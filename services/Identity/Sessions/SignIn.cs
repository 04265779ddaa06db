using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Passwords;
using Helpdesk.Identity.TwoFactor;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Sealing;

namespace Helpdesk.Identity.Sessions;

public static class SignIn
{
    /// <summary>With <c>Device</c>, the mark that the last answer gave to this device, wrong passwords that strangers try elsewhere do not lock it out.</summary>
    public sealed record Request(
        [property: Required, StringLength(Account.MaxEmail)] string Email,
        [property: Required, PasswordLength] string Password,
        [property: StringLength(DeviceMark.MaxLength)] string? Device = null);

    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync)
        .AllowAnonymous().Produces<SessionAnswer>().WithName("SignIn").WithSummary("Starts a session; the roles are the account's. With an authenticator the answer is two-factor-required and carries a ticket for the second step");

    static async Task<IResult> HandleAsync(
        Request request, HttpContext http, AccountsDbContext db, PasswordCheck check, SessionTokens tokens, Seals seals,
        CancellationToken cancellationToken)
    {
        if (await check.VerifyAsync(SignInName(request.Email), request.Password, request.Device, cancellationToken) is not { } verified)
            return Refused;
        if (verified.Account.SuspendedAt is not null)
            return Problem.Of(StatusCodes.Status403Forbidden, "account-suspended", "This account is suspended. An administrator can lift the suspension.");
        // The attempt stays counted until the code is right too: whoever knows the password could else guess codes without end.
        if (verified.Account.TwoFactorSince is not null)
            return SecondFactorTicket.Required(verified, seals);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await tokens.SignInAsync(verified, http, cancellationToken) is not { } answer)
            return Refused;
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(answer);
    }

    /// <summary>
    /// What is no address is nobody's, and takes as long to be refused as any other. Compared all the same: accounts may have one from
    /// before the rules of today.
    /// </summary>
    static string SignInName(string typed) => EmailAddress.CanonicalOf(typed.Trim());

    // One answer for all three, or it would tell who has an account here.
    static IResult Refused => Problem.Of(StatusCodes.Status401Unauthorized, "sign-in-refused",
        "Mail address or password is wrong, or there were too many wrong ones and the account is locked for a while.");
}
