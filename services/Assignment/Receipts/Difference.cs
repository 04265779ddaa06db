namespace Helpdesk.Assignment.Receipts;

/// <summary>A choice that does not come out again.</summary>
/// <param name="Sequence">Which receipt.</param>
/// <param name="Ticket">Number of its ticket; null when it is about the end of the sequence.</param>
/// <param name="RecordedAgentId">Whom the receipt names.</param>
/// <param name="ReplayedAgentId">Whom the policy chooses; null when nobody.</param>
/// <param name="Because">What is different, in a sentence.</param>
public sealed record Difference(long Sequence, string? Ticket, Guid? RecordedAgentId, Guid? ReplayedAgentId, string Because);
