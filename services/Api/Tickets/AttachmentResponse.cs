namespace Helpdesk.Api.Tickets;

/// <summary>A file of a message and, until it is purged, the addresses that it can be fetched from for some minutes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="FileName">Its name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Url">Where it is; null once it is purged.</param>
/// <param name="PurgedAt">When it was deleted.</param>
/// <param name="PreviewUrl">Where a small version of a picture is.</param>
public sealed record AttachmentResponse(
    Guid Id, string FileName, string ContentType, long Size, string? Url, DateTimeOffset? PurgedAt, string? PreviewUrl);
