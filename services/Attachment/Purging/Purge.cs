namespace Helpdesk.Attachment.Purging;

/// <summary>
/// What is known of the end of a ticket's files: that it was closed long ago, that it was opened again, or both, in whichever
/// order the events came. Due while <see cref="NextAttemptAt"/> stands.
/// </summary>
sealed class Purge
{
    public required Guid TicketId { get; init; }

    /// <summary>The closing that made the files due; null while only a reopening is known.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>When it, or what it was merged into, was last reopened, or it was merged.</summary>
    public DateTimeOffset? ReopenedAt { get; set; }

    public DateTimeOffset? NextAttemptAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Why the last attempt left something behind.</summary>
    public string? Reason { get; set; }

    /// <summary>When nothing more was to be done; kept a while for events that come late.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>The ticket was opened again after that closing: what is still there stays.</summary>
    public bool IsWithdrawn => ReopenedAt > ClosedAt;

    public void Settle(DateTimeOffset now) => (NextAttemptAt, Reason, SettledAt) = (null, null, now);

    /// <summary>
    /// Tries again after a second, then ever more rarely, down to once an hour. It never gives up, for a promise was made.
    /// </summary>
    public void Retry(string reason, DateTimeOffset now)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Attempts), 3600));
        (Attempts, Reason, NextAttemptAt) = (Attempts + 1, reason, now + pause);
    }
}
