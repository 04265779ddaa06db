using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;

namespace Helpdesk.Api.CannedReplies;

/// <summary>A canned reply as it is written: a title for staff, and the text in one language or both.</summary>
/// <param name="Title">By which staff finds it.</param>
/// <param name="AreaId">The area that it is for; null for all.</param>
/// <param name="TextEs">In Spanish.</param>
/// <param name="TextEn">In English.</param>
public sealed record CannedReplyRequest(
    [property: Required, TextLength(100, Line = true)] string Title, Guid? AreaId = null,
    [property: TextLength(20_000)] string? TextEs = null, [property: TextLength(20_000)] string? TextEn = null);
