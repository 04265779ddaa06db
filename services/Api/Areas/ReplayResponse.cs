namespace Helpdesk.Api.Areas;

/// <summary>What came of making all choices of an area again.</summary>
/// <param name="Choices">Choices that were made.</param>
/// <param name="Reproduced">Of these, how many came out the same.</param>
/// <param name="Differences">The others, the first hundred of them.</param>
public sealed record ReplayResponse(int Choices, int Reproduced, IReadOnlyList<ReplayDifference> Differences);

/// <summary>A choice that does not come out again.</summary>
/// <param name="Sequence">Which receipt.</param>
/// <param name="Ticket">Number of its ticket; null when it is about the end of the sequence.</param>
/// <param name="RecordedAgentId">Whom the receipt names.</param>
/// <param name="ReplayedAgentId">Whom the policy chooses; null when nobody.</param>
/// <param name="Because">What is different, in a sentence.</param>
public sealed record ReplayDifference(long Sequence, string? Ticket, Guid? RecordedAgentId, Guid? ReplayedAgentId, string Because);
