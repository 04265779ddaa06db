namespace Helpdesk.ServiceDefaults.Protection;

/// <summary>Ticketing vouches that its caller may see the ticket to which this file belongs. Short-lived: it travels in an address.</summary>
/// <param name="AttachmentId">The file.</param>
/// <param name="TicketId">The ticket it belongs to.</param>
public sealed record DownloadGrant(Guid AttachmentId, Guid TicketId);
