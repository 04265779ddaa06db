namespace Helpdesk.Ticketing.Drafts;

/// <summary>What a person has begun to write on a ticket and not sent yet. Nobody else reads it.</summary>
sealed class Draft
{
    public const int LongestText = 20_000;

    /// <summary>Whoever has not gone on for so long will not.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public required Guid TicketId { get; init; }
    public required Guid AccountId { get; init; }
    public required string Text { get; init; }
    /// <summary>Whether it shall become a note, of which the customer learns nothing.</summary>
    public required bool Internal { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}
