using Helpdesk.Ticketing.Reading;
using Helpdesk.Ticketing.Visibility;

namespace Helpdesk.Ticketing.Lists;

/// <summary>A line of a list with what its customer is told instead.</summary>
sealed record ListedTicket(TicketLine Line, Guid? CustomerId, DateTimeOffset CustomerUpdatedAt, long CustomerVersion)
{
    /// <summary>As this viewer may see it: on their own ticket a member of the staff is its customer.</summary>
    public TicketLine For(Viewer viewer) => viewer.Staff && (CustomerId is null || CustomerId != viewer.Account)
        ? Line
        : Line.ForCustomer() with { UpdatedAt = CustomerUpdatedAt, Version = CustomerVersion };
}
