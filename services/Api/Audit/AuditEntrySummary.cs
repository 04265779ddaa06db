namespace Helpdesk.Api.Audit;

/// <summary>Who did what to whom.</summary>
/// <param name="Id">The entry.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Action">What.</param>
/// <param name="ActorId">The account that did it; null when nobody was signed in.</param>
/// <param name="ActorName">The name that it had then.</param>
/// <param name="SubjectId">The account it was done to; null for the installation.</param>
/// <param name="SubjectName">The name that it had then.</param>
/// <param name="Changes">Field by field.</param>
public sealed record AuditEntrySummary(
    Guid Id,
    DateTimeOffset At,
    AuditAction Action,
    Guid? ActorId,
    string ActorName,
    Guid? SubjectId,
    string? SubjectName,
    IReadOnlyList<AuditedChange> Changes);
