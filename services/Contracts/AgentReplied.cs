namespace Helpdesk.Contracts;

/// <summary>Staff answered the customer publicly. Published by Ticketing.</summary>
public sealed record AgentReplied
{
    /// <summary>The ticket after this.</summary>
    public required TicketSnapshot Ticket { get; init; }
    /// <summary>Identity of the message.</summary>
    public required Guid MessageId { get; init; }
    /// <summary>What was answered, as plain text.</summary>
    public required string Text { get; init; }
    /// <summary>When (UTC). The closing clock starts here.</summary>
    public required DateTimeOffset RepliedAt { get; init; }
    /// <summary>Who answered.</summary>
    public required Actor Author { get; init; }
    /// <summary>Files that came with it; empty when none.</summary>
    public IReadOnlyList<AttachedFile> Attachments { get; init; } = [];
}
