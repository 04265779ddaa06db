using Helpdesk.Fixtures;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Sending;
using Helpdesk.ServiceDefaults.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Notification.Tests;

sealed class Replica(Installation installation, (string Key, string Value)[] settings) : ServiceReplica<Program, NotificationDbContext>(installation, settings)
{
    public string Seal(string secret) => Seals.Seal(new TrackingSecret(secret));

    public void Wake() => Services.GetRequiredService<Wake>().One();

    public Task<List<Delivery>> LedgerAsync(string ticket) => ReadAsync(db => db.Deliveries.AsNoTracking().Include(x => x.Resends).Where(x => x.TicketNumber == ticket).OrderBy(x => x.CreatedAt).ToListAsync());

    /// <summary>The only row about the ticket, once it is as expected.</summary>
    public async Task<Delivery> RowAsync(string ticket, Func<Delivery, bool> expected)
    {
        Delivery? row = null;
        await Eventually.HoldsAsync(async () => (row = (await LedgerAsync(ticket)).SingleOrDefault()) is not null && expected(row));
        return row!;
    }
}
