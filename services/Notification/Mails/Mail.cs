using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helpdesk.Notification.Mails;

/// <summary>One kind of mail: the data its template needs, its subject and its text part. The HTML part is the component of the same name.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "mail")]
[JsonDerivedType(typeof(TicketOpenedMail), TicketOpenedMail.Name)]
[JsonDerivedType(typeof(TicketAssignedMail), TicketAssignedMail.Name)]
[JsonDerivedType(typeof(AgentRepliedMail), AgentRepliedMail.Name)]
[JsonDerivedType(typeof(CustomerRepliedMail), CustomerRepliedMail.Name)]
[JsonDerivedType(typeof(StatusChangedMail), StatusChangedMail.Name)]
[JsonDerivedType(typeof(TicketClosedMail), TicketClosedMail.Name)]
[JsonDerivedType(typeof(ClosingWarningMail), ClosingWarningMail.Name)]
public abstract record Mail
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public required About Ticket { get; init; }

    /// <summary>Stable name of the template, as the ledger keeps it. Not public, like the next: the JSON is for the data alone.</summary>
    internal abstract string Template { get; }

    /// <summary>The component that makes the HTML part.</summary>
    internal abstract Type Html { get; }

    public abstract string Subject(Texts texts);

    public abstract string Heading(Letter letter);

    /// <summary>The text part between greeting and link.</summary>
    public abstract string Text(Letter letter);

    /// <summary>What the button says.</summary>
    public virtual string Action(Texts texts) => texts[$"{Template}.action"];

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static Mail FromJson(string json) => JsonSerializer.Deserialize<Mail>(json, Json)!;
}
