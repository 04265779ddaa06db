namespace Helpdesk.Ticketing.Timers;

/// <summary>When a ticket closes by itself, and how long it may be opened again.</summary>
sealed class ClosingOptions
{
    /// <summary>Silence of the customer after which the ticket closes.</summary>
    public TimeSpan After { get; set; } = TimeSpan.FromHours(72);

    /// <summary>Silence after which the customer is warned; shorter than <see cref="After"/>.</summary>
    public TimeSpan WarnAfter { get; set; } = TimeSpan.FromHours(48);

    /// <summary>For how long after closing the customer may open the ticket again.</summary>
    public TimeSpan ReopenWindow { get; set; } = TimeSpan.FromDays(7);
}
