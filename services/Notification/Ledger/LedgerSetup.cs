namespace Helpdesk.Notification.Ledger;

static class LedgerSetup
{
    public static void AddLedger(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ClosingPromise>().BindConfiguration("Closing");
        builder.Services.AddOptions<BurstOptions>().BindConfiguration("Bursts");
        builder.Services.AddSingleton<DeliveryRows>();
        builder.Services.AddScoped<Audience>();
        builder.Services.AddScoped<Bounces>();
        builder.Services.AddScoped<Bursts>();
        builder.Services.AddScoped<Postbox>();
    }
}
