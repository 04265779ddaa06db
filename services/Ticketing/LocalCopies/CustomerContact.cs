using Helpdesk.Ticketing.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.LocalCopies;

static class CustomerContact
{
    /// <summary>Closed tickets do not follow their customer's account; before anything is done on one again, it does.</summary>
    public static async Task UpdateContactAsync(this TicketingDbContext db, Ticket ticket, CancellationToken cancellationToken)
    {
        if (ticket is { IsClosed: true, CustomerId: { } owner }
            && await db.Accounts.AsNoTracking().SingleOrDefaultAsync(x => x.Id == owner, cancellationToken) is { } account)
            ticket.UpdateContact(account.AsPerson());
    }
}
