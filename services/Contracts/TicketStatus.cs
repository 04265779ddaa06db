using System.Text.Json.Serialization;

namespace Helpdesk.Contracts;

/// <summary>Where a ticket stands. The transitions between them belong to Ticketing alone.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TicketStatus>))]
public enum TicketStatus
{
    /// <summary>Opened; nobody of the staff has worked on it yet.</summary>
    New,
    /// <summary>Staff works on it.</summary>
    InProgress,
    /// <summary>Staff has answered; the closing clock runs until the customer does.</summary>
    WaitingOnCustomer,
    /// <summary>Waits for something that is neither staff nor customer.</summary>
    OnHold,
    /// <summary>Staff considers it solved; the customer may still disagree.</summary>
    Resolved,
    /// <summary>Ended. A customer's reply within the reopen window opens it again.</summary>
    Closed,
}
