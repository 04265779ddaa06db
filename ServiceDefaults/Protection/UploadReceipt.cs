namespace Helpdesk.ServiceDefaults.Protection;

/// <summary>Attachment vouches that it stores this file, validated and cleaned. Sent along when opening a ticket or replying.</summary>
/// <param name="Id">Identity of the file.</param>
/// <param name="FileName">Name as uploaded, without any path.</param>
/// <param name="ContentType">Media type found from the content.</param>
/// <param name="Size">Bytes stored.</param>
public sealed record UploadReceipt(Guid Id, string FileName, string ContentType, long Size);
