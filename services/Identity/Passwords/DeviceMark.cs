using Helpdesk.Identity.Accounts;
using Helpdesk.ServiceDefaults.Sealing;

namespace Helpdesk.Identity.Passwords;

/// <summary>
/// Says that whoever holds it came into the account before, with the password that it still has, or by a link in a mail. It opens
/// nothing; it only keeps the wrong passwords of strangers from counting against him (docs/decisions/0011-known-devices.md).
/// </summary>
sealed record DeviceMark(Guid AccountId, byte[] Password)
{
    static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    public static string For(Account account, Seals seals) => seals.Seal(new DeviceMark(account.Id, account.PasswordTrace), Lifetime);

    /// <summary>Another password takes the marks of the old one with it: else whoever knew that could collect them and guess from each.</summary>
    public bool Fits(Account account) => account.Id == AccountId && account.HasPasswordOf(Password);
}
