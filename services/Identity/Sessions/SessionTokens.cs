using System.Security.Claims;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Passwords;
using Helpdesk.Identity.Settings;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Sessions;

/// <summary>Starts and continues sessions, in the caller's transaction.</summary>
sealed class SessionTokens(AccountsDbContext db, AccessTokens accessTokens, CurrentSettings settings, Seals seals, TimeProvider time)
{
    public static readonly TimeSpan AccessLifetime = TimeSpan.FromHours(1);
    public static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(7);

    /// <summary>However often it is refreshed, a session ends some day, and its owner shows again that he knows the password.</summary>
    public static readonly TimeSpan LongestSession = TimeSpan.FromDays(30);

    /// <summary>A session for whoever has shown that he is the owner; null when the account was suspended or given another password while he did.</summary>
    public async Task<SessionAnswer?> SignInAsync(Verified by, HttpContext http, CancellationToken cancellationToken)
    {
        var verified = by.Account;
        var accepted = await db.Users.Where(x => x.Id == verified.Id && x.PasswordHash == verified.PasswordHash && x.SuspendedAt == null)
            .ExecuteUpdateAsync(x => x.ForgetAttempts(by.Known).SetProperty(y => y.LastSignInAt, time.GetUtcNow()), cancellationToken);
        if (accepted == 0)
            return null;
        // Read under the lock that the update took: the roles may be others than a moment ago.
        var account = await db.Users.AsNoTracking().SingleAsync(x => x.Id == verified.Id, cancellationToken);
        account.LastSignInAt = verified.LastSignInAt;
        return await StartAsync(account, http, cancellationToken);
    }

    public async Task<SessionAnswer> StartAsync(Account account, HttpContext http, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var session = new Session
        {
            Id = Guid.CreateVersion7(),
            AccountId = account.Id,
            StartedAt = now,
            LastUsedAt = now,
            ExpiresAt = now + RefreshLifetime,
            Device = Session.DeviceOf(http.Request),
            Address = Session.AddressOf(http),
        };
        db.Add(session);
        return await ContinueAsync(account, session.Id, RefreshToken.NewText(), cancellationToken);
    }

    /// <summary>The next pair of tokens, of which this is the one to refresh with.</summary>
    public async Task<SessionAnswer> ContinueAsync(Account account, Guid session, string refresh, CancellationToken cancellationToken)
    {
        db.Add(new RefreshToken { Hash = RefreshToken.HashOf(refresh), SessionId = session, ExpiresAt = time.GetUtcNow() + RefreshLifetime });
        await db.SaveChangesAsync(cancellationToken);
        return await AnswerAsync(account, session, refresh, cancellationToken);
    }

    /// <summary>An access token beside a token to refresh with that exists already.</summary>
    public async Task<SessionAnswer> AnswerAsync(Account account, Guid session, string refresh, CancellationToken cancellationToken)
    {
        var rules = await settings.ReadAsync(db, cancellationToken);
        var mustSetUp = rules.TwoFactorForStaff && account.IsStaff && account.TwoFactorSince is null;
        return new(accessTokens.Issue(ClaimsOf(account, session, withRoles: !account.MustChangePassword && !mustSetUp), AccessLifetime), (int)AccessLifetime.TotalSeconds, refresh, DeviceMark.For(account, seals),
            new(account.Id, account.Name, account.Email!, account.Language, account.TimeZone, account.Roles, account.MustChangePassword, mustSetUp, account.LastSignInAt));
    }

    // No roles before everything is done that must be: every service would else have to know of it.
    static IEnumerable<Claim> ClaimsOf(Account account, Guid session, bool withRoles) =>
    [
        new(Claims.Subject, account.Id.ToString()),
        new(Claims.Name, account.Name),
        new(Claims.Email, account.Email!),
        new(Claims.Language, account.Language),
        new(Claims.Session, session.ToString()),
        .. withRoles ? account.Roles.Select(x => new Claim(Claims.Role, x)) : [],
    ];
}
