namespace Helpdesk.Contracts;

/// <summary>When an area works.</summary>
public sealed record BusinessHours
{
    /// <summary>IANA time zone of the hours, such as <c>America/Lima</c>.</summary>
    public required string Zone { get; init; }
    /// <summary>The hours; a weekday may have several, and none when it is free.</summary>
    public required IReadOnlyList<OpeningHours> Week { get; init; }
    /// <summary>Days on which nobody works, as <c>yyyy-MM-dd</c>.</summary>
    public IReadOnlyList<string> Holidays { get; init; } = [];
}
