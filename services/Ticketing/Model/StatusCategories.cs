using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.LocalCopies;

namespace Helpdesk.Ticketing.Model;

static class StatusCategories
{
    public static StatusCategory Category(this TicketStatus status) => status switch
    {
        TicketStatus.New or TicketStatus.InProgress => StatusCategory.Open,
        TicketStatus.WaitingOnCustomer or TicketStatus.OnHold => StatusCategory.Waiting,
        _ => StatusCategory.Done,
    };
}
