namespace Helpdesk.Assignment.Visibility;

/// <summary>
/// The settings of the installation that Assignment goes by, as Identity told them: one row. What is null stays as configured.
/// </summary>
sealed class StoredSettings
{
    public const int TheOne = 1;

    public required int Id { get; init; }
    public required long Version { get; init; }
    public string? AgentsSee { get; init; }
}
