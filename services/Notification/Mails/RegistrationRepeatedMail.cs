using System.Diagnostics.CodeAnalysis;
using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Notification.Mails;

/// <summary>To who has an account: somebody tried to register with their address. It says what the page must not.</summary>
public sealed record RegistrationRepeatedMail : AccountMail
{
    public const string Name = "registration-repeated";

    public required DateTimeOffset At { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(RegistrationRepeatedHtml);
    internal override string Link(Links links, ValueProtector protector) => $"{links.Home(Staff)}/sign-in";
    public override string Subject(Texts texts) => texts["registration-repeated.subject"];
    public override string Heading(MailFormatter format) => format["registration-repeated.heading"];

    public string Lead(MailFormatter format) => format["registration-repeated.lead", format.When(At), format.Sender];

    // Once is enough, however often somebody tries.
    internal override bool TryCombine(Mail later, [NotNullWhen(true)] out Mail? combined)
    {
        combined = later as RegistrationRepeatedMail;
        return combined is not null;
    }

    public override string Text(MailFormatter format) =>
        MailFormatter.Blocks(Lead(format), format["registration-repeated.you"], format["registration-repeated.not-you"]);
}
