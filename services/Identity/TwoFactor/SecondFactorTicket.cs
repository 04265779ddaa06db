using System.Security.Cryptography;
using System.Text;
using Helpdesk.Identity.Accounts;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Sealing;

namespace Helpdesk.Identity.TwoFactor;

/// <summary>Says, for a few minutes, that its holder gave the password that the account has.</summary>
sealed record SecondFactorTicket(Guid AccountId, byte[] Password)
{
    static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public static IResult Required(Account account, Seals seals) => Problem.Of(StatusCodes.Status401Unauthorized, "two-factor-required",
        "Enter the code that your authenticator shows, or one of your recovery codes.",
        new Dictionary<string, object?> { ["ticket"] = seals.Seal(new SecondFactorTicket(account.Id, Stamp(account)), Lifetime), ["expiresIn"] = (int)Lifetime.TotalSeconds });

    /// <summary>A password that was changed meanwhile takes the ticket with it.</summary>
    public bool Fits(Account account) => CryptographicOperations.FixedTimeEquals(Password, Stamp(account));

    static byte[] Stamp(Account account) => SHA256.HashData(Encoding.UTF8.GetBytes(account.PasswordHash!));
}
