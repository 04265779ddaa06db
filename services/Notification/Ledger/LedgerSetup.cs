using Helpdesk.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Ledger;

static class LedgerSetup
{
    public static void AddLedger(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ClosingPromise>().BindConfiguration("Closing");
        builder.Services.AddOptions<BurstOptions>().BindConfiguration("Bursts");
        builder.Services.AddOptions<BudgetOptions>().BindConfiguration("Mail").Validate(x => x.StrangersPerHour >= 0, "Mail:StrangersPerHour must not be negative.").ValidateOnStart();
        builder.Services.AddSingleton<DeliveryRows>();
        builder.Services.AddScoped<Audience>();
        builder.Services.AddScoped<Bounces>();
        builder.Services.AddScoped<Budget>();
        builder.Services.AddScoped<Bursts>();
        builder.Services.AddScoped<Postbox>();
        builder.Services.AddCleanUp<NotificationDbContext>("Strangers' mails", TimeSpan.FromHours(1), (db, now, cancellationToken) => db.Set<StrangersMail>().Where(x => db.Set<StrangersMail>()
            .Where(y => y.Since < now - StrangersMail.Window).OrderBy(y => y.Since).Select(y => y.Mailbox).Take(CleanUp.BatchSize).Contains(x.Mailbox)).ExecuteDeleteAsync(cancellationToken));
    }
}
