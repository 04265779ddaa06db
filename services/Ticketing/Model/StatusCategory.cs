using Helpdesk.Contracts;
using Helpdesk.Ticketing.LocalCopies;

namespace Helpdesk.Ticketing.Model;

/// <summary>Whose turn it is, which is what most people want to know of a status.</summary>
public enum StatusCategory
{
    /// <summary>Staff's.</summary>
    Open,

    /// <summary>Somebody else's: the customer's, or that of whoever it is put on hold for.</summary>
    Waiting,

    /// <summary>Nobody's.</summary>
    Done,
}

static class StatusCategories
{
    public static StatusCategory Category(this TicketStatus status) => status switch
    {
        TicketStatus.New or TicketStatus.InProgress => StatusCategory.Open,
        TicketStatus.WaitingOnCustomer or TicketStatus.OnHold => StatusCategory.Waiting,
        _ => StatusCategory.Done,
    };
}
