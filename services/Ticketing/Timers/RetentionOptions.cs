namespace Helpdesk.Ticketing.Timers;

/// <summary>How long things are kept.</summary>
sealed class RetentionOptions
{
    /// <summary>For how long after closing a ticket's files are kept.</summary>
    public TimeSpan PurgeAfter { get; set; } = TimeSpan.FromDays(7);
}
