namespace Helpdesk.ServiceDefaults.Protection;

/// <summary>Attachment vouches that it holds this file, checked and stripped. The uploader hands it over when opening a ticket or replying.</summary>
/// <param name="Id">Identity of the file.</param>
/// <param name="FileName">Name as uploaded, without any path.</param>
/// <param name="ContentType">Media type found from the content.</param>
/// <param name="Size">Bytes stored.</param>
public sealed record UploadReceipt(Guid Id, string FileName, string ContentType, long Size);
