using Helpdesk.Api.Changes;

namespace Helpdesk.Assignment.Changes;

/// <summary>Who changed what of an area or a category. Written once, never changed.</summary>
sealed class Change
{
    public required Guid SubjectId { get; init; }
    /// <summary>Version that the subject got by it.</summary>
    public required long Version { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid? ById { get; init; }
    public required string ByName { get; init; }
    public required IReadOnlyList<FieldChange> Fields { get; init; }
}
