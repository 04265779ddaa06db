namespace Helpdesk.Ticketing.CannedReplies;

/// <summary>What staff answers often, written once, with places for what differs.</summary>
sealed class CannedReply
{
    public required Guid Id { get; init; }
    /// <summary>The area that uses it; null for all.</summary>
    public Guid? AreaId { get; set; }
    public required string Title { get; set; }
    /// <summary>In Spanish; null when only the other one was written.</summary>
    public string? TextEs { get; set; }
    /// <summary>In English; null when only the other one was written.</summary>
    public string? TextEn { get; set; }
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>In the customer's language, if there is one in it.</summary>
    public string TextIn(string language) => (language == "en" ? TextEn ?? TextEs : TextEs ?? TextEn)!;
}
