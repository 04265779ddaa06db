namespace Helpdesk.Attachment.Checks;

/// <summary>What a file is, and what of it is stored: as it was sent, or without what it must not tell or fetch.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">What is stored.</param>
/// <param name="Preview">A small version of an image; empty for a document.</param>
readonly record struct CheckedFile(string ContentType, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Preview = default);
