using Helpdesk.Notification.Preferences;
using Helpdesk.ServiceDefaults.Sealing;

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
    internal override string Link(Links links, Seals seals) => links.Desk;
    public override string Subject(Texts texts) => texts.Count("digest.subject", Lines.Count + More);
    public override string Heading(Letter letter) => letter.Texts.Count("digest.heading", Lines.Count + More);

    public static string What(Line line, Letter letter) => string.Join(", ", line.What.Distinct().Select(x => letter[$"digest.{x}"]));

    public string? Rest(Letter letter) => More == 0 ? null : letter.Texts.Count("digest.more", More);

    public override string Text(Letter letter) => Letter.Blocks(
        string.Join("\n\n", Lines.Select(x => $"{x.Number} · {x.Subject}\n{What(x, letter)}\n{letter.TicketLink(x.Number)}")), Rest(letter), letter["digest.why"]);
}
