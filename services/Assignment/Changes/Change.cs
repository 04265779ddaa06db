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

/// <summary>One field of a change, as text.</summary>
/// <param name="Field">Its name, as in the answers.</param>
/// <param name="Before">Null when there was nothing.</param>
/// <param name="After">Null when there is nothing any more.</param>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>A change, as it is told to whoever changes the same.</summary>
public sealed record ChangeAnswer(long Version, DateTimeOffset At, string By, IReadOnlyList<FieldChange> Fields);
