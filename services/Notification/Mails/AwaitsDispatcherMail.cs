using Helpdesk.Api.Preferences;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Notification.Mails;

/// <summary>To dispatchers: no rule will find an agent for this ticket, a person has to.</summary>
public sealed record AwaitsDispatcherMail : Mail
{
    public const string Name = "awaits-dispatcher";
    static readonly string[] Reasons = ["manual", "nobody-available", "no-agents", "customer", "unassigned"];

    public required string Number { get; init; }
    public required string TicketSubject { get; init; }
    public required TicketPriority Priority { get; init; }
    public required string Area { get; init; }
    /// <summary>The stable word of Assignment; one that is not known here is not told.</summary>
    public required string Because { get; init; }
    public required DateTimeOffset Since { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(AwaitsDispatcherHtml);
    internal override string Audience => "agent";
    internal override NotificationKind? Kind => NotificationKind.AwaitsDispatcher;
    internal override (string Number, string Subject)? Topic => (Number, TicketSubject);
    internal override string Link(Links links, ValueProtector protector) => links.Ticket(Number);
    public override string Heading(MailFormatter format) => format["awaits-dispatcher.heading", Number];

    public string Why(MailFormatter format) => format[$"awaits-dispatcher.{(Reasons.Contains(Because) ? Because : "other")}", Area];

    public (string Label, string Value)[] Facts(MailFormatter format) =>
    [
        ("fact.subject", TicketSubject),
        ("fact.area", Area),
        ("fact.priority", format[$"priority.{Priority}"]),
        ("fact.since", format.When(Since)),
    ];

    public override string Text(MailFormatter format) =>
        MailFormatter.Blocks(Why(format), string.Join("\n", Facts(format).Select(x => format.Fact(x.Label, x.Value))));
}
