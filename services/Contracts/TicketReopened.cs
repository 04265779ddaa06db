namespace Helpdesk.Contracts;

/// <summary>A closed ticket is open again. Published by Ticketing.</summary>
public sealed record TicketReopened
{
    /// <summary>The ticket after this.</summary>
    public required TicketSnapshot Ticket { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset ReopenedAt { get; init; }
    /// <summary>Who reopened it.</summary>
    public required Actor ReopenedBy { get; init; }
    /// <summary>Tickets that were merged into it: what was theirs is open again with it; empty when none.</summary>
    public IReadOnlyList<Guid> MergedFrom { get; init; } = [];
}
