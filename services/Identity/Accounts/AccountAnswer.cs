using System.Linq.Expressions;

namespace Helpdesk.Identity.Accounts;

/// <summary>An account as administrators and its owner see it. <c>Version</c> goes back with a change, which is refused when somebody else was quicker.</summary>
public sealed record AccountAnswer(
    Guid Id, string Name, string Email, string Language, IReadOnlyList<string> Roles, bool MustChangePassword, bool Suspended,
    DateTimeOffset? SuspendedAt, DateTimeOffset? LockedUntil, DateTimeOffset CreatedAt, DateTimeOffset? LastSignInAt, long Version)
{
    internal static Expression<Func<Account, AccountAnswer>> From { get; } = x => new AccountAnswer(
        x.Id, x.Name, x.Email!, x.Language, x.Roles, x.MustChangePassword, x.SuspendedAt != null, x.SuspendedAt, x.LockoutEnd, x.CreatedAt, x.LastSignInAt, x.Version);

    internal static Func<Account, AccountAnswer> Of { get; } = From.Compile();
}
