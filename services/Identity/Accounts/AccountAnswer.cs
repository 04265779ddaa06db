using System.Linq.Expressions;

namespace Helpdesk.Identity.Accounts;

/// <summary>
/// An account as administrators and its owner see it. <c>Version</c> goes back with a change, which is refused when somebody else was quicker.
/// <c>Invited</c>: its owner has not chosen a password yet.
/// </summary>
public sealed record AccountAnswer(
    Guid Id, string Name, string Email, bool EmailConfirmed, string Language, string? TimeZone, string? Phone, string? Specialty, IReadOnlyList<string> Roles,
    bool Invited, bool MustChangePassword, bool TwoFactor, bool Suspended, DateTimeOffset? SuspendedAt, DateTimeOffset? LockedUntil, DateTimeOffset CreatedAt,
    DateTimeOffset? LastSignInAt, long Version)
{
    internal static Expression<Func<Account, AccountAnswer>> From { get; } = x => new AccountAnswer(
        x.Id, x.Name, x.Email!, x.EmailConfirmed, x.Language, x.TimeZone, x.Phone, x.Specialty, x.Roles, x.PasswordHash == null, x.MustChangePassword,
        x.TwoFactorSince != null, x.SuspendedAt != null, x.SuspendedAt, x.LockoutEnd, x.CreatedAt, x.LastSignInAt, x.Version);

    internal static Func<Account, AccountAnswer> Of { get; } = From.Compile();
}
