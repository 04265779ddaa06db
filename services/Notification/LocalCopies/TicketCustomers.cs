using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.LocalCopies;

static class TicketCustomers
{
    /// <summary>Whether a ticket, or one that was merged into it, is this account's own.</summary>
    /// <param name="db">The database.</param>
    /// <param name="account">The account.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<bool> IsCustomerOfAsync(
        this NotificationDbContext db, Guid? account, Guid? ticket, CancellationToken cancellationToken) =>
        account is not null && ticket is not null
        && await db.Tickets.AnyAsync(x => x.CustomerId == account && (x.Id == ticket || x.MergedIntoId == ticket), cancellationToken);
}
