namespace Helpdesk.Api.Changes;

/// <summary>A change of an area or a category, as it is told to whoever changes the same without having seen it.</summary>
/// <param name="Version">Version that the area or category got by it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">Name of who changed it.</param>
/// <param name="Fields">What changed.</param>
public sealed record ChangeSummary(long Version, DateTimeOffset At, string By, IReadOnlyList<FieldChange> Fields);

/// <summary>One field of a change, as text.</summary>
/// <param name="Field">Its name, as in the responses.</param>
/// <param name="Before">Null when there was nothing.</param>
/// <param name="After">Null when there is nothing any more.</param>
public sealed record FieldChange(string Field, string? Before, string? After);
