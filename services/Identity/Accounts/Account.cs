using Helpdesk.Contracts;
using Microsoft.AspNetCore.Identity;

namespace Helpdesk.Identity.Accounts;

/// <summary>A person who can sign in. The mail address is the user name.</summary>
sealed class Account : IdentityUser<Guid>
{
    public const int MaxName = 100;
    public const int MaxEmail = 120;
    public const string EmailIndex = "ix_account_normalized_email";

    public required string Name { get; set; }
    public required string Language { get; set; }
    public required string[] Roles { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public bool MustChangePassword { get; set; }
    public DateTimeOffset? SuspendedAt { get; set; }
    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>Counts what others are told of; wrong passwords and sign-ins do not count.</summary>
    public long Version { get; set; }

    public static Account Create(string name, string email, string? language, IEnumerable<string> roles, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = name.Trim(),
        UserName = email,
        Email = email,
        EmailConfirmed = true,
        Language = language ?? "en",
        Roles = [.. roles.Distinct().Order(StringComparer.Ordinal)],
        CreatedAt = at,
    };

    /// <summary>The next version, to be published with the save.</summary>
    public AccountChanged NextVersion(DateTimeOffset at) => new()
    {
        AccountId = Id,
        Version = ++Version,
        Name = Name,
        Email = Email!,
        Language = Language,
        Roles = Roles,
        Active = SuspendedAt is null,
        ChangedAt = at,
    };
}
