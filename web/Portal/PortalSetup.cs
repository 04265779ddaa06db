using Helpdesk.Portal.Following;
using Helpdesk.Portal.Mine;
using Helpdesk.Portal.Opening;
using Helpdesk.Portal.Parts;
using Helpdesk.Ui.Forms;

namespace Helpdesk.Portal;

static class PortalSetup
{
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Categories>();
        builder.Services.AddScoped<Captchas>();
        builder.Services.AddScoped<Uploads>();
        builder.Services.AddScoped<LiveLine>();
        builder.Services.AddScoped<SentTickets>();
        builder.Services.AddScoped<IFileKeeper>(x => x.GetRequiredService<Uploads>());
        builder.Services.AddSingleton<Desk>();
        builder.Services.AddSingleton<PartsWatch>();
        builder.Services.AddHostedService(x => x.GetRequiredService<PartsWatch>());
    }

    public static WebApplication UsePortal(this WebApplication app)
    {
        CaptchaAddresses.Map(app);
        KeptPicture.Map(app);
        LiveAddresses.Map(app);
        ExportAddress.Map(app);
        return app;
    }
}
