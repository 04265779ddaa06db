using Helpdesk.Api.Preferences;
using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Notification.Mails;

/// <summary>To staff: what came together since the last one, each ticket once.</summary>
public sealed record DigestMail : Mail
{
    public const string Name = "digest";

    /// <summary>Tickets told one by one; more are counted.</summary>
    public const int Most = 50;

    /// <summary>One ticket and what happened to it.</summary>
    public sealed record Line(string Number, string Subject, IReadOnlyList<NotificationKind> What);

    public required IReadOnlyList<Line> Lines { get; init; }
    /// <summary>Tickets beyond those in the lines.</summary>
    public required int More { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(DigestHtml);
    internal override IReadOnlyList<NotificationKind> Unsubscribable => [.. Lines.SelectMany(x => x.What).Distinct()];
    internal override string Audience => "agent";
    internal override string Link(Links links, ValueProtector protector) => links.Desk;
    public override string Subject(Texts texts) => texts.Count("digest.subject", Lines.Count + More);
    public override string Heading(MailFormatter format) => format.Texts.Count("digest.heading", Lines.Count + More);

    public static string What(Line line, MailFormatter format) =>
        string.Join(", ", line.What.Distinct().Select(x => format[$"digest.{x}"]));

    public string? Rest(MailFormatter format) => More == 0 ? null : format.Texts.Count("digest.more", More);

    public override string Text(MailFormatter format) => MailFormatter.Blocks(
        string.Join("\n\n", Lines.Select(x => $"{x.Number} · {x.Subject}\n{What(x, format)}\n{format.TicketLink(x.Number)}")),
        Rest(format), format["digest.why"]);
}
