namespace Helpdesk.Attachment.Documents;

/// <summary>One part of a ZIP.</summary>
/// <param name="Name">Its path within.</param>
/// <param name="Packed">Its bytes as they are there.</param>
/// <param name="IsDeflated">Whether they are packed, or only stored.</param>
/// <param name="Size">How many bytes it says that it unpacks to.</param>
sealed record ZipEntry(string Name, ReadOnlyMemory<byte> Packed, bool IsDeflated, int Size);
