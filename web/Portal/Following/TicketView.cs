using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Helpdesk.Ui.Api;

namespace Helpdesk.Portal.Following;

/// <summary>A ticket as Ticketing shows it to its customer.</summary>
public sealed record TicketView(
    Guid Id, string Number, string Subject, string Status, Named Category, Named Area, Customer Customer, Named? Assignee,
    DateTimeOffset OpenedAt, DateTimeOffset UpdatedAt, DateTimeOffset? ClosedAt, string? ClosingReason, DateTimeOffset? ReopenableUntil, Closing? Closing,
    string? ContinuedIn, Rating? Rating, Allowed Allowed, long Version)
{
    /// <summary>The same as long as nothing about it changes.</summary>
    [JsonIgnore]
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Services.Json)).AsSpan(0, 12));
}

public sealed record Named(Guid Id, string Name);

public sealed record Customer(string Name, string Email);

/// <summary>What the customer may do now, and where an answer of his would go.</summary>
public sealed record Allowed(bool Reply, bool Close, bool Reopen, bool Rate, string ReplyGoes);

/// <summary>When the ticket closes by itself, since when it waits, and how long that is allowed to last.</summary>
public sealed record Closing(DateTimeOffset RepliedAt, DateTimeOffset ClosesAt, TimeSpan After);

public sealed record Rating(int Score, string? Comment);

/// <summary>A turn of the conversation.</summary>
public sealed record MessageView(Guid Id, string Kind, string AuthorKind, string AuthorName, string Text, string? Entry, DateTimeOffset At, IReadOnlyList<FileView> Attachments, string? Origin);

public sealed record FileView(Guid Id, string FileName, string ContentType, long Size, DateTimeOffset? PurgedAt)
{
    public bool IsPicture => ContentType.StartsWith("image/", StringComparison.Ordinal);
}

/// <summary>The conversation on a page.</summary>
/// <param name="Door">Through which its files are fetched too.</param>
/// <param name="Messages">Oldest first.</param>
/// <param name="Prints">Whether it goes on paper: then every picture is there at once.</param>
public sealed record Thread(Door Door, IReadOnlyList<MessageView> Messages, bool Prints = false);

/// <summary>The ticket of a link with a page of its conversation.</summary>
public sealed record Conversation(TicketView Ticket, Helpdesk.Ui.Api.Page<MessageView> Messages);
