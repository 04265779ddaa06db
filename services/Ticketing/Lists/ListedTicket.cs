using Helpdesk.Api.Tickets;
using Helpdesk.Ticketing.Reading;
using Helpdesk.Ticketing.Visibility;

namespace Helpdesk.Ticketing.Lists;

/// <summary>A ticket of a list with what its customer is told instead.</summary>
sealed record ListedTicket(TicketSummary Summary, Guid? CustomerId, DateTimeOffset CustomerUpdatedAt, long CustomerVersion)
{
    /// <summary>As this viewer may see it: on their own ticket a member of the staff is its customer.</summary>
    public TicketSummary For(Viewer viewer) =>
        viewer.Staff && (CustomerId is null || CustomerId != viewer.Account) ? Summary : ForCustomer();

    TicketSummary ForCustomer() => Summary with
    {
        Tags = [],
        Assignee = Summary.Assignee is { } agent ? agent with { Name = TicketMapping.FirstName(agent.Name) } : null,
        UpdatedAt = CustomerUpdatedAt,
        Version = CustomerVersion,
    };
}
