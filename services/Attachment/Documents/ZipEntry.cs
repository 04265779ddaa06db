namespace Helpdesk.Attachment.Documents;

/// <summary>One part of a packed document.</summary>
/// <param name="Name">Its path within.</param>
/// <param name="Packed">Its bytes as they lie there.</param>
/// <param name="IsDeflated">Whether they are packed, or just stored.</param>
/// <param name="Size">How many bytes it says that it unpacks to.</param>
sealed record ZipEntry(string Name, ReadOnlyMemory<byte> Packed, bool IsDeflated, int Size);
