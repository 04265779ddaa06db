using Helpdesk.Api.Audit;

namespace Helpdesk.Identity.Auditing;

/// <summary>Who did what to whom. Written once: the database itself refuses to change or delete it.</summary>
sealed class AuditEntry
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required DateTimeOffset At { get; init; }
    public required AuditAction Action { get; init; }

    /// <summary>Null for somebody who was not signed in, such as the owner of a link.</summary>
    public Guid? ActorId { get; init; }
    public required string ActorName { get; init; }

    /// <summary>The account it was done to; null for the installation.</summary>
    public Guid? SubjectId { get; init; }
    public string? SubjectName { get; init; }
    public required IReadOnlyList<AuditedChange> Changes { get; init; }
}
