namespace Helpdesk.ServiceDefaults.Protection;

/// <summary>Ticketing vouches that its caller may see the ticket of this file. Short-lived, for it is part of an address.</summary>
/// <param name="AttachmentId">The file.</param>
/// <param name="TicketId">The ticket it belongs to.</param>
public sealed record DownloadGrant(Guid AttachmentId, Guid TicketId);
