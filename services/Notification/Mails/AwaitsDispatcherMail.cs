using Helpdesk.Contracts;
using Helpdesk.Notification.Preferences;
using Helpdesk.ServiceDefaults.Sealing;

namespace Helpdesk.Notification.Mails;

/// <summary>To dispatchers: no rule will find an agent for this ticket, a person has to.</summary>
public sealed record AwaitsDispatcherMail : Mail
{
    public const string Name = "awaits-dispatcher";
    static readonly string[] Reasons = ["manual", "nobody-available", "no-agents", "customer", "unassigned"];

    public required string Number { get; init; }
    public required string About { get; init; }
    public required TicketPriority Priority { get; init; }
    public required string Area { get; init; }
    /// <summary>The stable word of Assignment; one that is not known here is not told.</summary>
    public required string Because { get; init; }
    public required DateTimeOffset Since { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(AwaitsDispatcherHtml);
    internal override string Audience => "agent";
    internal override NotificationKind? Kind => NotificationKind.AwaitsDispatcher;
    internal override (string Number, string Subject)? Topic => (Number, About);
    internal override string Link(Links links, Seals seals) => links.Ticket(Number);
    public override string Heading(Letter letter) => letter["awaits-dispatcher.heading", Number];

    public string Why(Letter letter) => letter[$"awaits-dispatcher.{(Reasons.Contains(Because) ? Because : "other")}", Area];

    public (string Label, string Value)[] Facts(Letter letter) =>
    [
        ("fact.subject", About),
        ("fact.area", Area),
        ("fact.priority", letter[$"priority.{Priority}"]),
        ("fact.since", letter.When(Since)),
    ];

    public override string Text(Letter letter) => Letter.Blocks(Why(letter), string.Join("\n", Facts(letter).Select(x => letter.Fact(x.Label, x.Value))));
}
