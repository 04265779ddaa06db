using Helpdesk.Api;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Passwords;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Sealing;

namespace Helpdesk.Identity.TwoFactor;

/// <summary>Says, for a few minutes, that its holder gave the password that the account has, and whether from a device that it knows.</summary>
sealed record SecondFactorTicket(Guid AccountId, byte[] PasswordFingerprint, bool FromKnownDevice)
{
    static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public static IResult Required(VerifiedAccount verified, Seals seals) => Problem.Of(StatusCodes.Status401Unauthorized, ProblemTypes.TwoFactorRequired,
        "Enter the code that your authenticator shows, or one of your recovery codes.",
        new Dictionary<string, object?> { ["ticket"] = seals.Seal(new SecondFactorTicket(verified.Account.Id, verified.Account.PasswordFingerprint, verified.FromKnownDevice), Lifetime), ["expiresIn"] = (int)Lifetime.TotalSeconds });

    /// <summary>A password that was changed meanwhile takes the ticket with it.</summary>
    public bool IsValidFor(Account account) => account.HasPasswordFingerprint(PasswordFingerprint);
}
