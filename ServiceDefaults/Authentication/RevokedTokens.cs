using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>
/// The access tokens that this process refuses although they have not ended yet. Whoever holds a connection open for long, such as a
/// live stream, asks here again from time to time.
/// </summary>
public sealed class RevokedTokens
{
    readonly ConcurrentDictionary<(Guid Account, Guid Session), (DateTimeOffset IssuedBefore, DateTimeOffset Until)> _revoked = new();

    /// <summary>Refuses tokens from now on.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="session">Of which session; <see cref="Guid.Empty"/> for every one.</param>
    /// <param name="issuedBefore">Those issued before this moment (UTC).</param>
    /// <param name="until">When the last of them has ended by itself (UTC).</param>
    public void Revoke(Guid account, Guid session, DateTimeOffset issuedBefore, DateTimeOffset until) => _revoked[(account, session)] = (issuedBefore, until);

    /// <summary>Forgets what nobody could show any more.</summary>
    /// <param name="now">The present moment (UTC).</param>
    public void Forget(DateTimeOffset now)
    {
        foreach (var revoked in _revoked.Where(x => x.Value.Until <= now))
            _revoked.TryRemove(revoked);
    }

    /// <summary>Whether the token that this person came with was revoked.</summary>
    public bool Contain(ClaimsPrincipal principal) => !_revoked.IsEmpty && principal.AccountId() is { } account
        && (Contain(account, Guid.Empty, principal) || (principal.SessionId() is { } session && Contain(account, session, principal)));

    bool Contain(Guid account, Guid session, ClaimsPrincipal principal) => _revoked.TryGetValue((account, session), out var revoked)
        && (!DateTimeOffset.TryParseExact(principal.FindFirstValue(Claims.IssuedAt), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var issued) || issued < revoked.IssuedBefore);
}
