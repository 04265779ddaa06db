namespace Helpdesk.Attachment.Checks;

/// <summary>What a file is, and what of it is kept: as it was sent, or without what it must not tell or fetch.</summary>
/// <param name="Preview">Of a picture, the same in small.</param>
readonly record struct CheckedFile(string ContentType, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Preview = default);
