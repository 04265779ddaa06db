using System.Security.Claims;
using Helpdesk.Identity.Accounts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Identity.Sessions;

/// <summary>Starts and continues sessions; the caller saves.</summary>
sealed class SessionTokens(AccountsDbContext db, AccessTokens accessTokens, TimeProvider time)
{
    static readonly TimeSpan AccessLifetime = TimeSpan.FromHours(1);
    public static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(7);

    public SessionAnswer Start(Account account)
    {
        var session = new Session { Id = Guid.CreateVersion7(), AccountId = account.Id, StartedAt = time.GetUtcNow(), ExpiresAt = time.GetUtcNow() + RefreshLifetime };
        db.Add(session);
        return Continue(account, session.Id);
    }

    public SessionAnswer Continue(Account account, Guid session)
    {
        var refresh = RefreshToken.NewText();
        db.Add(new RefreshToken { Hash = RefreshToken.HashOf(refresh), SessionId = session, ExpiresAt = time.GetUtcNow() + RefreshLifetime });
        return new(accessTokens.Issue(ClaimsOf(account, session), AccessLifetime), (int)AccessLifetime.TotalSeconds, refresh,
            new(account.Id, account.Name, account.Email!, account.Language, account.Roles, account.MustChangePassword));
    }

    // No roles before the password is changed: every service would else have to know that it must be.
    static IEnumerable<Claim> ClaimsOf(Account account, Guid session) =>
    [
        new(Claims.Subject, account.Id.ToString()),
        new(Claims.Name, account.Name),
        new(Claims.Email, account.Email!),
        new(Claims.Language, account.Language),
        new(Claims.Session, session.ToString()),
        .. account.MustChangePassword ? [] : account.Roles.Select(x => new Claim(Claims.Role, x)),
    ];
}
