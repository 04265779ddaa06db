namespace Helpdesk.Ticketing.Filing;

/// <summary>A tag that was put on some ticket once, so that the next one is spelled the same.</summary>
sealed class Tag
{
    public required string Name { get; init; }
}
