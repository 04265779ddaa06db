namespace Helpdesk.Ticketing.LocalCopies;

/// <summary>An area as Assignment told it.</summary>
sealed class Area
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required string Name { get; init; }
    public required bool Retired { get; init; }
}
