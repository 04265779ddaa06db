using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Helpdesk.Api.Preferences;
using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Notification.Mails;

/// <summary>
/// One kind of mail: the data its template needs, its subject and its text part. The HTML part is the component of the same name.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "mail")]
[JsonDerivedType(typeof(TicketOpenedMail), TicketOpenedMail.Name)]
[JsonDerivedType(typeof(TicketAssignedMail), TicketAssignedMail.Name)]
[JsonDerivedType(typeof(AgentRepliedMail), AgentRepliedMail.Name)]
[JsonDerivedType(typeof(CustomerRepliedMail), CustomerRepliedMail.Name)]
[JsonDerivedType(typeof(CommentAddedMail), CommentAddedMail.Name)]
[JsonDerivedType(typeof(StatusChangedMail), StatusChangedMail.Name)]
[JsonDerivedType(typeof(TicketClosedMail), TicketClosedMail.Name)]
[JsonDerivedType(typeof(ClosingWarningMail), ClosingWarningMail.Name)]
[JsonDerivedType(typeof(TicketMergedMail), TicketMergedMail.Name)]
[JsonDerivedType(typeof(TicketFollowsMail), TicketFollowsMail.Name)]
[JsonDerivedType(typeof(TrackingLinkMail), TrackingLinkMail.Name)]
[JsonDerivedType(typeof(TrackingLinkRenewedMail), TrackingLinkRenewedMail.Name)]
[JsonDerivedType(typeof(NewTicketMail), NewTicketMail.Name)]
[JsonDerivedType(typeof(AwaitsDispatcherMail), AwaitsDispatcherMail.Name)]
[JsonDerivedType(typeof(DigestMail), DigestMail.Name)]
[JsonDerivedType(typeof(InvitationMail), InvitationMail.Name)]
[JsonDerivedType(typeof(EmailConfirmationMail), EmailConfirmationMail.Name)]
[JsonDerivedType(typeof(EmailChangeMail), EmailChangeMail.Name)]
[JsonDerivedType(typeof(PasswordResetMail), PasswordResetMail.Name)]
[JsonDerivedType(typeof(RegistrationRepeatedMail), RegistrationRepeatedMail.Name)]
[JsonDerivedType(typeof(AccountSecurityMail), AccountSecurityMail.Name)]
[JsonDerivedType(typeof(ConnectionTestMail), ConnectionTestMail.Name)]
public abstract record Mail
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>
    /// Stable name of the template, as the ledger keeps it. Not public, like those that follow: the JSON is for the data alone.
    /// </summary>
    internal abstract string Template { get; }

    /// <summary>The component that makes the HTML part.</summary>
    internal abstract Type Html { get; }

    /// <summary>Why the reader gets mail at all, as the end of a text's name: <c>layout.footer.…</c>.</summary>
    internal abstract string Audience { get; }

    /// <summary>What it is about, of what its reader may turn off; null when they cannot.</summary>
    internal virtual NotificationKind? Kind => null;

    /// <summary>What a click on "unsubscribe" turns off.</summary>
    internal virtual IReadOnlyList<NotificationKind> Unsubscribable => Kind is { } kind ? [kind] : [];

    /// <summary>Whether what it tells are a person's own words, and not the system's.</summary>
    internal virtual bool IsWrittenByPerson => false;

    /// <summary>When nobody can use it any more; null for never.</summary>
    internal virtual DateTimeOffset? Expiry => null;

    /// <summary>Where the button leads. Only here is the secret unprotected.</summary>
    internal abstract string Link(Links links, ValueProtector protector);

    /// <summary>Both in one mail, with nothing of either lost.</summary>
    /// <param name="later">What happened later.</param>
    /// <param name="combined">The one mail; null when they cannot be one.</param>
    internal virtual bool TryCombine(Mail later, [NotNullWhen(true)] out Mail? combined)
    {
        combined = null;
        return false;
    }

    /// <summary>The tickets whose customers' links stand in it.</summary>
    /// <param name="own">The ticket of the ledger's row.</param>
    internal virtual IEnumerable<Guid> LinkedTickets(Guid own) => [];

    /// <summary>The same mail with the links that work now, in place of those that worked when it was written down.</summary>
    /// <param name="own">The ticket of the ledger's row.</param>
    /// <param name="token">The protected secret of a ticket; null when it is not known, or not for this reader.</param>
    internal virtual Mail WithCurrentLinks(Guid own, Func<Guid, string?> token) => this;

    /// <summary>The same for all mails about one ticket, whatever happened: by it too mail programs keep them together.</summary>
    public virtual string Subject(Texts texts) =>
        Topic is { } topic ? $"[{topic.Number}] {topic.Subject}" : throw new InvalidOperationException($"{Template} says no subject.");

    public abstract string Heading(MailFormatter format);

    /// <summary>The ticket that it is about; null when none, or several.</summary>
    internal virtual (string Number, string Subject)? Topic => null;

    /// <summary>The small line above the heading.</summary>
    public string? Overline() => Topic is { } topic ? $"{topic.Number} · {topic.Subject}" : null;

    /// <summary>The text part between heading and link.</summary>
    public abstract string Text(MailFormatter format);

    /// <summary>What the button says.</summary>
    public virtual string Action(Texts texts) => texts[$"{Template}.action"];

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static Mail FromJson(string json) => JsonSerializer.Deserialize<Mail>(json, Json)!;
}
