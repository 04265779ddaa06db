using Helpdesk.Contracts;
using Helpdesk.Ticketing.Files;
using Helpdesk.Ticketing.Filing;
using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Reading;

public sealed record Named(Guid Id, string Name);

public sealed record Customer(Guid? Id, string Name, string Email, string Language);

/// <summary>A file and, until it is purged, the addresses that it, and of a picture its preview,
/// can be fetched from for some minutes.</summary>
public sealed record FileView(
    Guid Id, string FileName, string ContentType, long Size, string? Url, DateTimeOffset? PurgedAt, string? PreviewUrl);

/// <summary>A turn of the conversation.</summary>
/// <param name="Origin">Number of the merged ticket that it was said in; null when it was said here.</param>
/// <param name="Verification">For staff: what shows that the words are the customer's own.</param>
public sealed record MessageView(
    Guid Id, MessageKind Kind, ActorKind AuthorKind, string AuthorName, string Text, string? Entry, DateTimeOffset At,
    IReadOnlyList<FileView> Attachments, string? Origin, CustomerVerification? Verification = null);

/// <summary>When and why the ticket will close by itself.</summary>
/// <param name="RepliedAt">When staff answered, or said that it waits for the customer: the clock runs from here.</param>
/// <param name="ClosesAt">When it closes if he stays silent.</param>
/// <param name="After">For how long he may be silent.</param>
/// <param name="WarnsAt">When he is told by mail that it will close; null once he was.</param>
/// <param name="Reason">Why, as a stable word.</param>
public sealed record ClosingView(DateTimeOffset RepliedAt, DateTimeOffset ClosesAt, TimeSpan After, DateTimeOffset? WarnsAt, string Reason)
{
    internal static ClosingView? Of(Ticket ticket, Policy policy) =>
        ticket.WaitingSince is { } since && ticket.ClosesAt(policy) is { } closes ? new(since, closes, closes - since, ticket.WarnsAt(policy), "CustomerSilent") : null;
}

/// <summary>What the customer said of the help.</summary>
public sealed record RatingView(int Score, string? Comment, DateTimeOffset RatedAt);

/// <summary>A line of a list.</summary>
public sealed record TicketLine(
    Guid Id, string Number, string Subject, TicketStatus Status, TicketPriority Priority, string Category, string? Area, string CustomerName, Named? Assignee,
    DateTimeOffset OpenedAt, DateTimeOffset UpdatedAt, DateTimeOffset? WaitingSince, DateTimeOffset? ClosedAt, IReadOnlyList<string> Tags, int Replies, DateTimeOffset? LastReplyAt, long Version)
{
    public StatusCategory StatusCategory => Status.Category();

    /// <summary>The same as its customer may see it.</summary>
    public TicketLine ForCustomer() => this with { Tags = [], Assignee = Assignee is null ? null : Assignee with { Name = TicketMapping.FirstName(Assignee.Name) } };
}

/// <summary>A ticket as staff and its customer see it; of the staff a customer learns a name, no address.</summary>
/// <param name="ContinuedIn">Number of the ticket that it goes on in, a follow-up or the one it was merged into.</param>
/// <param name="Verification">For staff: what shows that its customer opened it.</param>
public sealed record TicketView(
    Guid Id, string Number, string Subject, TicketStatus Status, TicketPriority Priority, Named Category, Named Area, Customer Customer, Named? Assignee,
    DateTimeOffset OpenedAt, DateTimeOffset UpdatedAt, DateTimeOffset? ClosedAt, ClosingReason? ClosingReason, DateTimeOffset? ReopenableUntil, ClosingView? Closing,
    IReadOnlyList<TicketStatus> AllowedStatuses, IReadOnlyList<string> Tags, int Replies, DateTimeOffset? LastReplyAt, string? ContinuedIn,
    RatingView? Rating, DateTimeOffset? RateableUntil, AllowedActions Allowed, long Version, CustomerVerification? Verification = null)
{
    public StatusCategory StatusCategory => Status.Category();
}

static class TicketMapping
{
    public static TicketView ToView(Ticket ticket, string? area, string? continuedIn, Policy policy, bool forStaff, DateTimeOffset now) => new(
        ticket.Id, ticket.Number, ticket.Subject, ticket.Status, ticket.Priority, new(ticket.CategoryId, ticket.CategoryTitle), new(ticket.AreaId, area ?? ""),
        // Whether the address that somebody typed has an account is not his to learn.
        new(forStaff ? ticket.CustomerId : null, ticket.CustomerName, ticket.CustomerEmail, ticket.Language),
        ticket.AssigneeId is { } agent ? new(agent, forStaff ? ticket.AssigneeName! : FirstName(ticket.AssigneeName!)) : null,
        ticket.OpenedAt, forStaff ? ticket.UpdatedAt : ticket.CustomerUpdatedAt, ticket.ClosedAt, ticket.ClosingReason,
        ticket.ReopenableUntil,
        ClosingView.Of(ticket, policy),
        forStaff && !ticket.IsMerged ? TicketStatusTransitions.AllowedFrom(ticket.Status) : [], forStaff ? ticket.Tags : [], ticket.ReplyCount, ticket.LastReplyAt, continuedIn,
        ticket.Score is { } score ? new(score, ticket.ScoreComment, ticket.RatedAt!.Value) : null, forStaff ? null : ticket.RateableUntil,
        AllowedActions.Of(ticket, continuedIn, forStaff, now), TicketETag.VersionOf(ticket, forStaff), forStaff ? ticket.Verification : null);

    public static MessageView ToView(Message message, DownloadLinks downloads, bool forStaff, string? origin = null) => new(
        message.Id, message.Kind, message.AuthorKind, NameOf(message.AuthorKind, message.AuthorName, forStaff), message.Text, message.Entry, message.At,
        [.. message.Attachments.Select(x => new FileView(
            x.Id, x.FileName, x.ContentType, x.Size, x.PurgedAt is null ? downloads.AddressOf(x) : null, x.PurgedAt,
            x.PurgedAt is null ? downloads.PreviewOf(x) : null))],
        origin, forStaff ? message.Verification : null);

    /// <summary>A customer learns the first names of staff.</summary>
    public static string NameOf(ActorKind kind, string name, bool forStaff) => forStaff || kind != ActorKind.Staff ? name : FirstName(name);

    public static string FirstName(string name) => ServiceDefaults.FirstName.Of(name);
}
