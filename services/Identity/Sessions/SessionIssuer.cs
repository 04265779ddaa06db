using Helpdesk.Api.Sessions;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Passwords;
using Helpdesk.Identity.Settings;
using Helpdesk.Identity.Tokens;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Sessions;

/// <summary>Starts and continues sessions, in the caller's transaction.</summary>
sealed class SessionIssuer(AccountsDbContext db, AccessTokens accessTokens, CachedSettings settings, ValueProtector protector,
    TimeProvider time)
{
    public static readonly TimeSpan AccessLifetime = TimeSpan.FromHours(1);
    public static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(7);

    /// <summary>However often it is refreshed, a session ends some day, and its owner shows again that they know the password.</summary>
    static readonly TimeSpan LongestSession = TimeSpan.FromDays(30);

    /// <summary>
    /// A session for whoever has shown that they are the owner; null when the account was suspended or given another password meanwhile.
    /// </summary>
    public async Task<SessionResponse?> SignInAsync(VerifiedAccount owner, HttpContext http, CancellationToken cancellationToken)
    {
        var (verified, now) = (owner.Account, time.GetUtcNow());
        var accepted = await db.Users.Where(x => x.Id == verified.Id && x.PasswordHash == verified.PasswordHash && x.SuspendedAt == null)
            .ExecuteUpdateAsync(x => x.ResetAttempts(owner.FromKnownDevice).SetProperty(y => y.LastSignInAt, now), cancellationToken);
        if (accepted == 0)
            return null;
        // Read under the lock that the update took: the roles may be others than a moment ago.
        var account = await db.Users.AsNoTracking().SingleAsync(x => x.Id == verified.Id, cancellationToken);
        account.LastSignInAt = verified.LastSignInAt;
        return await StartAsync(account, http, cancellationToken);
    }

    public async Task<SessionResponse> StartAsync(Account account, HttpContext http, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var session = new Session
        {
            Id = Guid.CreateVersion7(),
            AccountId = account.Id,
            StartedAt = now,
            AuthenticatedAt = now,
            LastUsedAt = now,
            ExpiresAt = now + RefreshLifetime,
            Device = Session.DeviceOf(http.Request),
            Address = Session.AddressOf(http),
        };
        db.Add(session);
        return await ContinueAsync(account, session, RefreshToken.Generate(), cancellationToken);
    }

    /// <summary>Whether the session goes on, and then for a while longer.</summary>
    public async Task<bool> TryExtendAsync(Guid session, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Sessions.Where(x => x.Id == session && x.RevokedAt == null && x.StartedAt > now - LongestSession)
            .ExecuteUpdateAsync(
                x => x.SetProperty(y => y.ExpiresAt, now + RefreshLifetime).SetProperty(y => y.LastUsedAt, now), cancellationToken) == 1;

    /// <summary>The next pair of tokens, of which this is the one to refresh with.</summary>
    public async Task<SessionResponse> ContinueAsync(
        Account account, Session session, string refresh, CancellationToken cancellationToken)
    {
        var expires = time.GetUtcNow() + RefreshLifetime;
        db.Add(new RefreshToken { Hash = RefreshToken.HashOf(refresh), SessionId = session.Id, ExpiresAt = expires });
        await db.SaveChangesAsync(cancellationToken);
        return await RespondAsync(account, session, refresh, cancellationToken);
    }

    /// <summary>An access token beside a token to refresh with that exists already.</summary>
    public async Task<SessionResponse> RespondAsync(
        Account account, Session session, string refresh, CancellationToken cancellationToken)
    {
        var mustSetUp = await MustSetUpTwoFactorAsync(account, cancellationToken);
        var owner = new SessionAccount(
            account.Id, account.Name, account.Email!, account.Language, account.TimeZone, account.Roles, account.MustChangePassword,
            mustSetUp, account.LastSignInAt);
        var token = await AccessTokenAsync(account, session, cancellationToken);
        return new(token, (int)AccessLifetime.TotalSeconds, refresh, DeviceToken.IssueFor(account, protector), owner);
    }

    /// <summary>A token that says what the account is now, and when its password was last given in this session.</summary>
    public async Task<string> AccessTokenAsync(Account account, Session session, CancellationToken cancellationToken)
    {
        var withRoles = !account.MustChangePassword && !await MustSetUpTwoFactorAsync(account, cancellationToken);
        return accessTokens.Issue(ClaimsOf(account, session, withRoles), AccessLifetime);
    }

    async Task<bool> MustSetUpTwoFactorAsync(Account account, CancellationToken cancellationToken) =>
        account.IsStaff && account.TwoFactorSince is null && (await settings.ReadAsync(db, cancellationToken)).TwoFactorForStaff;

    // No roles before everything is done that must be: every service would else have to know of it.
    static Dictionary<string, object> ClaimsOf(Account account, Session session, bool withRoles) => new()
    {
        [Claims.Subject] = account.Id.ToString(),
        [Claims.Name] = account.Name,
        [Claims.Email] = account.Email!,
        [Claims.Language] = account.Language,
        [Claims.Session] = session.Id.ToString(),
        [Claims.AuthenticationTime] = session.AuthenticatedAt.ToUnixTimeSeconds(),
        [Claims.Role] = withRoles ? account.Roles : [],
    };
}
