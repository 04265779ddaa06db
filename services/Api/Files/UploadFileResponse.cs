namespace Helpdesk.Api.Files;

/// <summary>A file as it was stored. Until a ticket has it, nobody sees it but who holds the receipt.</summary>
/// <param name="Receipt">To be handed in with a ticket or a reply, within hours.</param>
/// <param name="FileName">Its name as people see it.</param>
/// <param name="ContentType">Its media type, told by its content.</param>
/// <param name="Size">In bytes, as stored.</param>
public sealed record UploadFileResponse(string Receipt, string FileName, string ContentType, long Size);
