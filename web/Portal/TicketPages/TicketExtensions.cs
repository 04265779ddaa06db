using System.Security.Cryptography;
using System.Text.Json;
using Helpdesk.Api.Tickets;
using Helpdesk.Ui.Api;

namespace Helpdesk.Portal.TicketPages;

static class TicketExtensions
{
    /// <summary>The same as long as nothing about the ticket changes.</summary>
    public static string Fingerprint(this TicketResponse ticket) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(ticket, JsonSerializerOptions.Web)).AsSpan(0, 12));

    public static bool IsImage(this AttachmentResponse file) => IsImage(file.ContentType);

    public static bool IsImage(string contentType) => contentType.StartsWith("image/", StringComparison.Ordinal);
}

/// <summary>The conversation on a page.</summary>
/// <param name="Access">Its files are fetched the same way.</param>
/// <param name="Messages">Oldest first.</param>
/// <param name="Prints">Whether it goes on paper: then every picture is there at once.</param>
public sealed record ConversationModel(TicketAccess Access, IReadOnlyList<MessageResponse> Messages, bool Prints = false);
