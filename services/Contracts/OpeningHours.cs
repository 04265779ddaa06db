namespace Helpdesk.Contracts;

/// <summary>Hours of one weekday in which people work.</summary>
public sealed record OpeningHours
{
    /// <summary>Weekday in English, such as <c>Monday</c>.</summary>
    public required string Day { get; init; }
    /// <summary>Begin as <c>HH:mm</c>, in the zone of the area.</summary>
    public required string From { get; init; }
    /// <summary>End as <c>HH:mm</c>, later than the begin; <c>24:00</c> is midnight.</summary>
    public required string To { get; init; }
}
