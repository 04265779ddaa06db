using Helpdesk.Api.Deliveries;
using Helpdesk.Fixtures;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Sending;
using Helpdesk.Notification.Transport;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Notification.Tests;

sealed class Replica(Installation installation, (string Key, string Value)[] settings)
    : ServiceReplica<Program, NotificationDbContext>(installation, settings)
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(x => x.AddTransient<IMailTransport>(_ => new SmtpTransport(installation.SmtpTimeouts)));
    }

    public string Protect(string secret) => Protector.Protect(new TrackingSecret(secret));

    public string ProtectLink(string secret) => Protector.Protect(new LinkSecret(secret));

    /// <summary>An account that this replica has heard of.</summary>
    public async Task<(Guid Id, string Email)> AccountAsync(params string[] roles)
    {
        var id = Guid.CreateVersion7();
        var email = $"{roles[0].ToLowerInvariant()}.{id:N}@example.org";
        await PublishAsync(SampleEvents.Account(id, email, roles));
        await Eventually.HoldsAsync(() => ReadAsync(db => db.Accounts.AnyAsync(x => x.Id == id)));
        return (id, email);
    }

    /// <summary>
    /// Moves the clock ahead once no mail is under way or about to be: else one would count as lost with its worker, and be sent once more.
    /// </summary>
    public async Task PassAsync(TimeSpan by)
    {
        await Eventually.HoldsAsync(() => ReadAsync(
            async db => !await db.Deliveries.AnyAsync(x => x.State == DeliveryState.Sending || x.NextAttemptAt <= Clock.GetUtcNow())));
        Clock.Advance(by);
    }

    public void Wake() => Services.GetRequiredService<DeliverySignal>().Notify();

    public Task<List<Delivery>> LedgerAsync(string ticket) => ReadAsync(db => db.Deliveries.AsNoTracking().Include(x => x.Resends)
        .Where(x => x.TicketNumber == ticket).OrderBy(x => x.CreatedAt).ToListAsync());

    /// <summary>The only row about the ticket, once it is as expected.</summary>
    public async Task<Delivery> RowAsync(string ticket, Func<Delivery, bool> expected)
    {
        Delivery? row = null;
        await Eventually.HoldsAsync(async () => (row = (await LedgerAsync(ticket)).SingleOrDefault()) is not null && expected(row));
        return row!;
    }
}
