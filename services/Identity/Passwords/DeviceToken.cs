using Helpdesk.Identity.Accounts;
using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Identity.Passwords;

/// <summary>
/// Says that whoever holds it came into the account before, with the password that it still has, or by a link in a mail. It opens
/// nothing; it only keeps the wrong passwords of strangers from counting against its holder (docs/decisions/0011-known-devices.md).
/// </summary>
sealed record DeviceToken(Guid AccountId, byte[] PasswordFingerprint)
{
    static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    public static string IssueFor(Account account, ValueProtector protector) =>
        protector.Protect(new DeviceToken(account.Id, account.PasswordFingerprint), Lifetime);

    /// <summary>
    /// Another password takes the tokens of the old one with it: else whoever knew that could collect them and guess from each.
    /// </summary>
    public bool IsValidFor(Account account) => account.Id == AccountId && account.HasPasswordFingerprint(PasswordFingerprint);
}
