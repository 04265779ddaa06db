using System.Security.Cryptography;
using System.Text;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Helpdesk.Identity.Accounts;

/// <summary>A person who can sign in. The email address is the user name.</summary>
sealed class Account : IdentityUser<Guid>
{
    public const int MaxNormalizedEmail = EmailAddress.MaxCanonicalLength;
    public const string EmailIndex = "ix_account_normalized_email";

    public required string Name { get; set; }
    public required string Language { get; set; }
    public required string[] Roles { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>IANA name of the zone in which the person reads hours; null for the installation's.</summary>
    public string? TimeZone { get; set; }
    public string? Phone { get; set; }
    public string? Specialty { get; set; }
    public bool MustChangePassword { get; set; }
    public DateTimeOffset? SuspendedAt { get; set; }
    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>The key of the authenticator, protected; it counts from <see cref="TwoFactorSince"/> on.</summary>
    public string? AuthenticatorKey { get; set; }
    public DateTimeOffset? TwoFactorSince { get; set; }

    /// <summary>The step of the last code that was accepted: none up to it is accepted again.</summary>
    public long AuthenticatorStep { get; set; }

    /// <summary>
    /// Wrong attempts from devices that the account knows; <c>AccessFailedCount</c> and <c>LockoutEnd</c> are about strangers.
    /// </summary>
    public int KnownDeviceFailedCount { get; set; }
    public DateTimeOffset? KnownDeviceLockoutEnd { get; set; }

    /// <summary>Counts what others are told of; wrong passwords and sign-ins do not count.</summary>
    public long Version { get; set; }

    public bool IsStaff => Roles.Any(x => x != AccountRoles.Customer);

    public bool IsAdministrator => Roles.Contains(AccountRoles.Admin);

    /// <summary>Changes with the password and tells nothing of it.</summary>
    public byte[] PasswordFingerprint => SHA256.HashData(Encoding.UTF8.GetBytes(PasswordHash ?? ""));

    public bool HasPasswordFingerprint(byte[] fingerprint) =>
        PasswordHash is not null && CryptographicOperations.FixedTimeEquals(fingerprint, PasswordFingerprint);

    public static Account Create(string name, string email, string? language, IEnumerable<string> roles, DateTimeOffset at)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            Name = TextSanitizer.Line(name),
            Language = language ?? "en",
            Roles = Ordered(roles),
            CreatedAt = at,
        };
        account.SetEmail(email);
        return account;
    }

    public static string[] Ordered(IEnumerable<string> roles) => [.. roles.Distinct().Order(StringComparer.Ordinal)];

    public Person ToPerson() => new() { Id = Id, Name = Name, Email = Email!, Language = Language };

    /// <summary>For its owner, at the address that is valid now.</summary>
    public AccountSecurityChanged ToSecurityChanged(AccountSecurityChange change, DateTimeOffset at) =>
        new() { To = ToPerson(), Change = change, ChangedAt = at };

    /// <summary>Counts a change that others are told of; the event is to be published with the save.</summary>
    public AccountChanged IncrementVersion(DateTimeOffset at) => new()
    {
        AccountId = Id,
        Version = ++Version,
        Name = Name,
        Email = Email!,
        CanonicalEmail = NormalizedEmail!,
        EmailConfirmed = EmailConfirmed,
        Language = Language,
        Roles = Roles,
        Active = SuspendedAt is null,
        ChangedAt = at,
    };
}
