using Microsoft.Extensions.Options;

namespace Helpdesk.Notification.Ledger;

static class LedgerSetup
{
    public static void AddLedger(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<ClosingPromise>(builder.Configuration.GetSection("Closing"));
        builder.Services.AddSingleton(services => new Recipients(services.GetRequiredService<IOptions<ClosingPromise>>().Value));
    }
}
