using System.Linq.Expressions;
using Helpdesk.Api.Accounts;

namespace Helpdesk.Identity.Accounts;

static class AccountMapping
{
    /// <summary>For queries: only what is shown is read.</summary>
    public static Expression<Func<Account, AccountResponse>> Projection { get; } = x => new AccountResponse(
        x.Id, x.Name, x.Email!, x.EmailConfirmed, x.Language, x.TimeZone, x.Phone, x.Specialty, x.Roles,
        x.PasswordHash == null, x.MustChangePassword, x.TwoFactorSince != null, x.SuspendedAt != null, x.SuspendedAt, x.LockoutEnd,
        x.CreatedAt, x.LastSignInAt, x.Version);

    static readonly Func<Account, AccountResponse> Compiled = Projection.Compile();

    public static AccountResponse ToResponse(this Account account) => Compiled(account);
}
