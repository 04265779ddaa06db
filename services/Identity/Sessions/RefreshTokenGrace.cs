using Helpdesk.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Sessions;

/// <summary>
/// The token that took the place of another can be had once more for a moment: two requests of one browser may refresh at once, or an
/// answer be lost on its way. Both get the same one, never two: whoever copied a token is then still found out at the next refresh.
/// </summary>
sealed class RefreshTokenGrace(AccountsDbContext db, ValueProtector protector)
{
    static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);

    /// <summary>
    /// To be kept with the token that it replaces. The database alone cannot open it, and after the moment nobody can.
    /// </summary>
    public string Protect(string text) => protector.Protect(new Successor(text), Duration);

    /// <summary>
    /// What took the place of this token; null when the moment is over, or the successor was used itself: then this token is not the one
    /// replaced last.
    /// </summary>
    public async Task<SuccessorToken?> FindSuccessorAsync(byte[] hash, CancellationToken cancellationToken)
    {
        var replaced = await db.RefreshTokens.AsNoTracking()
            .SingleOrDefaultAsync(x => x.Hash == hash && x.UsedAt != null, cancellationToken);
        if (protector.Unprotect<Successor>(replaced?.Successor) is not { } successor)
            return null;
        var next = RefreshToken.HashOf(successor.Text);
        return await db.RefreshTokens.AnyAsync(x => x.Hash == next && x.UsedAt == null, cancellationToken)
            ? new(replaced!.SessionId, successor.Text)
            : null;
    }

    sealed record Successor(string Text);
}

/// <summary>The token that took the place of another, and whose session it belongs to.</summary>
sealed record SuccessorToken(Guid SessionId, string Text);
