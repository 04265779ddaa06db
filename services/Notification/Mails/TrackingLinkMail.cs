namespace Helpdesk.Notification.Mails;

/// <summary>To the customer: here is the link that somebody asked for with the ticket's number and this address.</summary>
public sealed record TrackingLinkMail : TicketMail
{
    public const string Name = "tracking-link";

    /// <summary>Another ticket of the same mailbox whose link was asked for.</summary>
    public sealed record Other(Guid TicketId, TicketDetails Ticket);

    /// <summary>Those that came while this mail waited, each once; null when none.</summary>
    public IReadOnlyList<Other>? Others { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(TrackingLinkHtml);
    public override string Heading(MailFormatter format) => format["tracking-link.heading"];

    public string Lead(MailFormatter format) => format["tracking-link.lead", Ticket.Number];

    /// <summary>Whether more would make it so long that mail programs clip it.</summary>
    internal bool IsFull => Others is { Count: >= 80 };

    /// <summary>With the link of another ticket too.</summary>
    internal TrackingLinkMail Including(TrackingLinkMail later, Guid? ticket) =>
        ticket is not { } id || later.Ticket.Number == Ticket.Number ? this
        : this with { Others = [.. (Others ?? []).Where(x => x.TicketId != id), new(id, later.Ticket)] };

    public IEnumerable<(string Title, string Link)> More(MailFormatter format) =>
        (Others ?? []).Select(x => ($"{x.Ticket.Number} · {x.Ticket.Subject}", format.TrackingLink(x.Ticket.TrackingToken ?? "")));

    internal override IEnumerable<Guid> LinkedTickets(Guid own) => [.. base.LinkedTickets(own), .. (Others ?? []).Select(x => x.TicketId)];

    internal override Mail WithCurrentLinks(Guid own, Func<Guid, string?> token) => (TrackingLinkMail)base.WithCurrentLinks(own, token) with
    {
        Others = Others?.Where(x => token(x.TicketId) is not null)
            .Select(x => x with { Ticket = x.Ticket with { TrackingToken = token(x.TicketId) } }).ToList(),
    };

    public override string Text(MailFormatter format) => MailFormatter.Blocks(
    [
        Lead(format), format.Fact("fact.subject", Ticket.Subject), .. More(format).Select(x => $"{x.Title}\n{x.Link}"),
        format["tracking-link.unasked"],
    ]);
}
