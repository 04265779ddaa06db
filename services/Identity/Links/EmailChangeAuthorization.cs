using Helpdesk.Api.Links;
using Helpdesk.Identity.Passwords;
using Helpdesk.Identity.Sessions;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Links;

/// <summary>
/// Only the owner of an account follows a link about its address. To read the mailbox is half of it: else a stranger has a mail sent
/// to somebody, and one click hands that person's tickets to the stranger's account. The same for the address that the account has already:
/// an administrator may have mistyped it.
/// </summary>
sealed class EmailChangeAuthorization(AccountsDbContext db, PasswordVerifier verifier, SignInAttempts attempts)
{
    /// <summary>Whether the request comes from a live session of that very account.</summary>
    public static async Task<bool> IsOwnerSignedInAsync(OneTimeLink link, HttpContext http) =>
        link.AccountId is { } account && http.User.AccountId() == account && await http.LiveRolesAsync() is not null;

    /// <summary>
    /// Whether the request comes from the owner, by session or password. A wrong password counts as at a sign-in: call it outside a
    /// transaction, which would take the count back.
    /// </summary>
    public async Task<Result> AuthorizeAsync(
        OneTimeLink link, AcceptLinkRequest request, HttpContext http, CancellationToken cancellationToken)
    {
        if (await IsOwnerSignedInAsync(link, http))
            return Result.Done;
        if (string.IsNullOrEmpty(request.CurrentPassword))
            return Refusal.Invalid("currentPassword", "Sign in to the account whose address this is about, or give its password.");
        var active = db.Users.Where(x => x.Id == link.AccountId && x.SuspendedAt == null);
        if (await active.Select(x => x.NormalizedEmail).SingleOrDefaultAsync(cancellationToken) is not { } email)
            return LinkRefusals.NotValid;
        if (await verifier.VerifyAsync(email, request.CurrentPassword, request.DeviceToken, cancellationToken) is not { } verified)
            return PasswordVerifier.WrongPassword("currentPassword");
        // With an authenticator the attempt stays counted, as at a sign-in: the password alone gives nobody new guesses at the codes.
        if (verified.Account.TwoFactorSince is null)
            await attempts.ResetAsync(verified.Account.Id, verified.FromKnownDevice, cancellationToken);
        return Result.Done;
    }
}
