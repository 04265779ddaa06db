namespace Helpdesk.Ticketing.CannedReplies;

/// <summary>A canned reply as staff sees it.</summary>
public sealed record CannedReplyView(Guid Id, string Title, Guid? AreaId, string? TextEs, string? TextEn, DateTimeOffset UpdatedAt)
{
    internal static CannedReplyView Of(CannedReply x) => new(x.Id, x.Title, x.AreaId, x.TextEs, x.TextEn, x.UpdatedAt);
}
