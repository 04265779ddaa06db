using System.Text.Json.Serialization;

namespace Helpdesk.Api.Deliveries;

/// <summary>Why a delivery was not sent, as a stable word; the reason beside it says it for people.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliveryCause>))]
public enum DeliveryCause
{
    /// <summary>Suppressed: the recipients did it themselves.</summary>
    OwnAction,

    /// <summary>Suppressed: there is no address.</summary>
    NoAddress,

    /// <summary>Suppressed: the recipient turned this kind of mail off.</summary>
    OptedOut,

    /// <summary>Suppressed: the recipient's account is disabled.</summary>
    Disabled,

    /// <summary>Suppressed: the recipient may not see that ticket, or no longer holds a role that the mail is for.</summary>
    NoAccess,

    /// <summary>Suppressed: another mail tells it too.</summary>
    Coalesced,

    /// <summary>Suppressed: the address refused mail for good too often.</summary>
    Bounced,

    /// <summary>Suppressed: strangers caused too many mails to the mailbox already.</summary>
    RateLimited,

    /// <summary>Failed: the recipient was refused for good.</summary>
    Refused,

    /// <summary>Failed: the mail server refused the mail for good, and not for its recipient.</summary>
    Rejected,

    /// <summary>Failed: every attempt was made.</summary>
    Exhausted,

    /// <summary>Failed: its link stopped working before it could be sent.</summary>
    Expired,
}
