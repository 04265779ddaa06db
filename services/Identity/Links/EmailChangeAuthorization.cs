using Helpdesk.Api.Links;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Passwords;
using Helpdesk.Identity.Sessions;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Links;

/// <summary>
/// That whoever follows a link about an account's address is its owner. To read the mailbox is half of it: else a stranger has a mail sent
/// to somebody, and one click hands that person's tickets to the stranger's account. The same for the address that the account has already:
/// an administrator may have mistyped it.
/// </summary>
sealed class EmailChangeAuthorization(AccountsDbContext db, PasswordVerifier verifier, SignInAttempts attempts)
{
    /// <summary>Whether the request comes from a live session of that very account.</summary>
    public static async Task<bool> IsOwnerSignedInAsync(OneTimeLink link, HttpContext http) =>
        link.AccountId is { } account && http.User.AccountId() == account && await LiveSessionFilter.RolesAsync(http) is not null;

    /// <summary>
    /// Null when it is shown. A wrong password counts as at a sign-in: call it outside a transaction, which would take the count back.
    /// </summary>
    public async Task<IResult?> AuthorizeAsync(OneTimeLink link, AcceptLinkRequest request, HttpContext http, CancellationToken cancellationToken)
    {
        if (await IsOwnerSignedInAsync(link, http))
            return null;
        if (string.IsNullOrEmpty(request.CurrentPassword))
            return Problem.Invalid("currentPassword", "Sign in to the account whose address this is about, or give its password.");
        var active = db.Users.Where(x => x.Id == link.AccountId && x.SuspendedAt == null);
        if (await active.Select(x => x.NormalizedEmail).SingleOrDefaultAsync(cancellationToken) is not { } email)
            return LookUpLink.NotValid;
        if (await verifier.VerifyAsync(email, request.CurrentPassword, request.Device, cancellationToken) is not { } verified)
            return PasswordVerifier.Wrong("currentPassword");
        // With an authenticator the attempt stays counted, as at a sign-in: the password alone gives nobody new guesses at the codes.
        if (verified.Account.TwoFactorSince is null)
            await attempts.ResetAsync(verified.Account.Id, verified.FromKnownDevice, cancellationToken);
        return null;
    }
}
