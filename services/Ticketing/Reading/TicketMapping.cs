using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Files;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Visibility;

namespace Helpdesk.Ticketing.Reading;

/// <summary>What a ticket and its messages look like to a reader.</summary>
static class TicketMapping
{
    /// <summary>Why a ticket closes by itself, as a stable word.</summary>
    const string CustomerSilent = "CustomerSilent";

    public static TicketResponse ToResponse(
        Ticket ticket, string? area, string? continuedIn, Policy policy, TicketReader reader, DateTimeOffset now) => new(
        ticket.Id,
        ticket.Number,
        ticket.Subject,
        ticket.Status,
        ticket.Status.Category(),
        ticket.Priority,
        new(ticket.CategoryId, ticket.CategoryTitle),
        new(ticket.AreaId, area ?? ""),
        CustomerOf(ticket, reader),
        ticket.AssigneeId is { } agent ? new(agent, reader.AsStaff ? ticket.AssigneeName! : FirstName(ticket.AssigneeName!)) : null,
        ticket.OpenedAt,
        reader.AsStaff ? ticket.UpdatedAt : ticket.CustomerUpdatedAt,
        ticket.ClosedAt,
        ticket.ClosingReason,
        ticket.ReopenableUntil,
        ClosingOf(ticket, policy),
        reader.AsStaff && !ticket.IsMerged ? TicketStatusTransitions.AllowedFrom(ticket.Status) : [],
        reader.AsStaff ? ticket.Tags : [],
        ticket.ReplyCount,
        ticket.LastReplyAt,
        continuedIn,
        ticket.Score is { } score ? new(score, ticket.ScoreComment, ticket.RatedAt!.Value) : null,
        reader.AsStaff ? null : ticket.RateableUntil,
        AllowedActionsMapping.Of(ticket, continuedIn, reader.AsStaff, now),
        TicketETag.VersionOf(ticket, reader.AsStaff),
        reader.AsStaff ? ticket.Verification : null);

    /// <param name="message">Of the ticket, or of one that was merged into it.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="origin">Number of the merged one; null of its own messages.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="downloads">Makes the addresses of files.</param>
    public static MessageResponse ToResponse(
        Message message, Ticket ticket, string? origin, TicketReader reader, DownloadLinks downloads) => new(
        message.Id,
        message.Kind,
        message.AuthorKind,
        message.AuthorKind == ActorKind.Customer && origin is null && reader.ByLink && ticket.Typed is { } typed
            ? typed.Name
            : NameOf(message.AuthorKind, message.AuthorName, reader.AsStaff),
        message.Text,
        message.Entry,
        message.At,
        [.. message.Attachments.Select(x => ToResponse(x, downloads))],
        origin,
        reader.AsStaff ? message.Verification : null);

    static CustomerResponse CustomerOf(Ticket ticket, TicketReader reader)
    {
        var customer = reader.CustomerOf(ticket);
        // Whether the address that somebody typed has an account is not theirs to learn.
        return new(reader.AsStaff ? ticket.CustomerId : null, customer.Name, customer.Email, customer.Language);
    }

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
