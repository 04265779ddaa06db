using Helpdesk.Identity.Sessions;

namespace Helpdesk.Identity.Tokens;

/// <summary>When the next key signs, and how long the last one is published.</summary>
static class SigningKeySchedule
{
    /// <summary>Others fetch the keys every hour; a new one signs when even those know it who missed that once.</summary>
    public static readonly TimeSpan Announced = TimeSpan.FromHours(2);

    // Replicas whose clocks differ a little, or that look a little later, still sign with the last key.
    static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>The moment from which a key that is to be made now shall sign; null when none is to be made.</summary>
    /// <param name="latest">The latest key's moment; null when nothing signs.</param>
    /// <param name="now">The present moment (UTC).</param>
    /// <param name="every">How long a key signs.</param>
    public static DateTimeOffset? NextFrom(DateTimeOffset? latest, DateTimeOffset now, TimeSpan every)
    {
        if (latest is not { } from)
            return now;
        var next = from + every;
        return next - Announced > now ? null : next > now + Announced ? next : now + Announced;
    }

    /// <summary>Whether the last token of a key has ended.</summary>
    /// <param name="next">The moment from which the next key signs; null for the latest.</param>
    /// <param name="now">The present moment (UTC).</param>
    public static bool IsOver(DateTimeOffset? next, DateTimeOffset now) => next + SessionIssuer.AccessLifetime + Overlap <= now;
}
