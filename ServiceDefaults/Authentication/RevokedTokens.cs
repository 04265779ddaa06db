using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>
/// The access tokens that this process refuses although they have not expired yet. Long connections, such as live streams, check here
/// again from time to time.
/// </summary>
public sealed class RevokedTokens
{
    readonly ConcurrentDictionary<(Guid Account, Guid Session), (DateTimeOffset IssuedBefore, DateTimeOffset Until)> _revoked = new();

    /// <summary>Refuses tokens from now on.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="session">Of which session; <see cref="Guid.Empty"/> for all of them.</param>
    /// <param name="issuedBefore">Those issued before this moment (UTC).</param>
    /// <param name="until">When the last of them expires by itself (UTC).</param>
    public void Revoke(Guid account, Guid session, DateTimeOffset issuedBefore, DateTimeOffset until) =>
        _revoked[(account, session)] = (issuedBefore, until);

    /// <summary>Forgets revocations whose tokens have all expired.</summary>
    /// <param name="now">The present moment (UTC).</param>
    public void Forget(DateTimeOffset now)
    {
        foreach (var revoked in _revoked.Where(x => x.Value.Until <= now))
            _revoked.TryRemove(revoked);
    }

    /// <summary>Whether the caller's token was revoked.</summary>
    public bool Contain(ClaimsPrincipal principal) => !_revoked.IsEmpty && principal.AccountId() is { } account
        && (Contain(account, Guid.Empty, principal) || (principal.SessionId() is { } session && Contain(account, session, principal)));

    bool Contain(Guid account, Guid session, ClaimsPrincipal principal) =>
        _revoked.TryGetValue((account, session), out var revoked) && !(IssuedAt(principal) >= revoked.IssuedBefore);

    static DateTimeOffset? IssuedAt(ClaimsPrincipal principal)
    {
        var text = principal.FindFirstValue(Claims.IssuedAt);
        return DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var issued) ? issued : null;
    }
}
