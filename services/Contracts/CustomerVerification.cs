using System.Text.Json.Serialization;

namespace Helpdesk.Contracts;

/// <summary>What shows that words are the customer's own.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CustomerVerification>))]
public enum CustomerVerification
{
    /// <summary>Nothing: somebody typed the customer's address.</summary>
    Unverified,
    /// <summary>Who wrote holds the ticket's tracking link.</summary>
    TrackingLink,
    /// <summary>Who wrote was signed in to the account that owns the ticket.</summary>
    SignedIn,
}
