using Helpdesk.Notification.Recipients;
using Helpdesk.ServiceDefaults.Quotas;

namespace Helpdesk.Notification.Ledger;

static class LedgerSetup
{
    public static void AddLedger(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ClosingOptions>().BindConfiguration("Closing");
        builder.Services.AddOptions<BurstOptions>().BindConfiguration("Bursts");
        builder.Services.AddOptions<StrangerMailOptions>().BindConfiguration("Mail")
            .Validate(x => x.StrangersPerHour >= 0, "Mail:StrangersPerHour must not be negative.").ValidateOnStart();
        builder.Services.AddSingleton<DeliveryFactory>();
        builder.Services.AddScoped<StaffRecipients>();
        builder.Services.AddScoped<ReplyRecipients>();
        builder.Services.AddScoped<BouncedAddresses>();
        builder.Services.AddScoped<StrangerMailLimiter>();
        builder.Services.AddScoped<BurstCoalescer>();
        builder.Services.AddScoped<DeliveryQueue>();
        builder.Services.AddQuotas<NotificationDbContext>();
    }
}
