using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Files;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Reading;

/// <summary>What a ticket and its messages look like to a reader.</summary>
static class TicketMapping
{
    /// <summary>Why a ticket closes by itself, as a stable word.</summary>
    const string CustomerSilent = "CustomerSilent";

    public static TicketResponse ToResponse(
        Ticket ticket, string? area, string? continuedIn, Policy policy, bool forStaff, DateTimeOffset now) => new(
        ticket.Id,
        ticket.Number,
        ticket.Subject,
        ticket.Status,
        ticket.Status.Category(),
        ticket.Priority,
        new(ticket.CategoryId, ticket.CategoryTitle),
        new(ticket.AreaId, area ?? ""),
        // Whether the address that somebody typed has an account is not theirs to learn.
        new(forStaff ? ticket.CustomerId : null, ticket.CustomerName, ticket.CustomerEmail, ticket.Language),
        ticket.AssigneeId is { } agent ? new(agent, forStaff ? ticket.AssigneeName! : FirstName(ticket.AssigneeName!)) : null,
        ticket.OpenedAt,
        forStaff ? ticket.UpdatedAt : ticket.CustomerUpdatedAt,
        ticket.ClosedAt,
        ticket.ClosingReason,
        ticket.ReopenableUntil,
        ClosingOf(ticket, policy),
        forStaff && !ticket.IsMerged ? TicketStatusTransitions.AllowedFrom(ticket.Status) : [],
        forStaff ? ticket.Tags : [],
        ticket.ReplyCount,
        ticket.LastReplyAt,
        continuedIn,
        ticket.Score is { } score ? new(score, ticket.ScoreComment, ticket.RatedAt!.Value) : null,
        forStaff ? null : ticket.RateableUntil,
        AllowedActionsMapping.Of(ticket, continuedIn, forStaff, now),
        TicketETag.VersionOf(ticket, forStaff),
        forStaff ? ticket.Verification : null);

    public static MessageResponse ToResponse(Message message, DownloadLinks downloads, bool forStaff, string? origin = null) => new(
        message.Id,
        message.Kind,
        message.AuthorKind,
        NameOf(message.AuthorKind, message.AuthorName, forStaff),
        message.Text,
        message.Entry,
        message.At,
        [.. message.Attachments.Select(x => ToResponse(x, downloads))],
        origin,
        forStaff ? message.Verification : null);

    static AttachmentResponse ToResponse(Attachment file, DownloadLinks downloads) => new(
        file.Id,
        file.FileName,
        file.ContentType,
        file.Size,
        file.PurgedAt is null ? downloads.AddressOf(file) : null,
        file.PurgedAt,
        file.PurgedAt is null ? downloads.PreviewOf(file) : null);

    static TicketClosing? ClosingOf(Ticket ticket, Policy policy) =>
        ticket.WaitingSince is { } since && ticket.ClosesAt(policy) is { } closes
            ? new(since, closes, closes - since, ticket.WarnsAt(policy), CustomerSilent)
            : null;

    /// <summary>A customer learns the first names of staff.</summary>
    public static string NameOf(ActorKind kind, string name, bool forStaff) =>
        forStaff || kind != ActorKind.Staff ? name : FirstName(name);

    public static string FirstName(string name) => ServiceDefaults.FirstName.Of(name);
}
