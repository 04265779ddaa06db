using Helpdesk.Api;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Passwords;
using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Identity.TwoFactor;

/// <summary>
/// Says, for a few minutes, that its holder gave the password that the account has, and whether from a device that it knows.
/// </summary>
sealed record SecondFactorTicket(Guid AccountId, byte[] PasswordFingerprint, bool FromKnownDevice)
{
    static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>No session yet: the code first.</summary>
    public static Refusal RefusalFor(VerifiedAccount verified, ValueProtector protector)
    {
        var ticket = new SecondFactorTicket(verified.Account.Id, verified.Account.PasswordFingerprint, verified.FromKnownDevice);
        return new(
            ProblemTypes.TwoFactorRequired, "Enter the code that your authenticator shows, or one of your recovery codes.",
            StatusCodes.Status401Unauthorized)
        {
            More = new Dictionary<string, object?>
            {
                ["ticket"] = protector.Protect(ticket, Lifetime),
                ["expiresIn"] = (int)Lifetime.TotalSeconds,
            },
        };
    }

    /// <summary>A password that was changed meanwhile takes the ticket with it.</summary>
    public bool IsValidFor(Account account) => account.HasPasswordFingerprint(PasswordFingerprint);
}
