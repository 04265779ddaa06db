namespace Helpdesk.Api.CannedReplies;

/// <summary>A canned reply as staff sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">By which staff finds it.</param>
/// <param name="AreaId">The area that it is for; null for all.</param>
/// <param name="TextEs">In Spanish; null when only the other one was written.</param>
/// <param name="TextEn">In English; null when only the other one was written.</param>
/// <param name="UpdatedAt">When it was last written.</param>
public sealed record CannedReplyResponse(
    Guid Id, string Title, Guid? AreaId, string? TextEs, string? TextEn, DateTimeOffset UpdatedAt);
