using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.LocalCopies;

/// <summary>
/// The settings of the installation that Ticketing goes by, as Identity told them: one row. What is null stays as the host is configured.
/// </summary>
sealed class Settings
{
    public const int TheOne = 1;

    public required int Id { get; init; }
    public required long Version { get; init; }
    public string? Name { get; init; }
    public TimeSpan? CloseAfter { get; init; }
    public TimeSpan? WarnAfter { get; init; }
    public TimeSpan? ReopenWindow { get; init; }
    public TimeSpan? PurgeAfter { get; init; }
    /// <summary>IANA name of the zone in which hours are shown.</summary>
    public string? Zone { get; init; }
    public string? AgentsSee { get; init; }
}
