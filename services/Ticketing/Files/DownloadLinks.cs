using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Files;

/// <summary>Addresses under which a file can be fetched, by whoever was shown the ticket, for a short time.</summary>
sealed class DownloadLinks(ValueProtector protector)
{
    static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public string AddressOf(Attachment file) => $"/api/attachments/{file.Id}{GrantOf(file)}";

    /// <summary>Where the same picture is in small; null of what is no picture.</summary>
    public string? PreviewOf(Attachment file) =>
        file.ContentType.StartsWith("image/", StringComparison.Ordinal) ? $"/api/attachments/{file.Id}/preview{GrantOf(file)}" : null;

    string GrantOf(Attachment file) => $"?grant={protector.Protect(new DownloadGrant(file.Id, file.TicketId), Lifetime)}";
}
