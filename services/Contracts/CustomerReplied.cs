namespace Helpdesk.Contracts;

/// <summary>The customer answered. Published by Ticketing.</summary>
public sealed record CustomerReplied
{
    /// <summary>The ticket after this.</summary>
    public required TicketSnapshot Ticket { get; init; }
    /// <summary>Identity of the message.</summary>
    public required Guid MessageId { get; init; }
    /// <summary>What the customer wrote, as plain text.</summary>
    public required string Text { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset RepliedAt { get; init; }
    /// <summary>Files that came with it; empty when none.</summary>
    public IReadOnlyList<AttachedFile> Attachments { get; init; } = [];
    /// <summary>What shows that the words are the customer's own.</summary>
    public required CustomerVerification Verification { get; init; }
}
