using Helpdesk.Portal.Following;
using Helpdesk.Portal.Opening;

namespace Helpdesk.Portal;

static class PortalSetup
{
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Categories>();
        builder.Services.AddScoped<Captchas>();
        builder.Services.AddScoped<Uploads>();
        builder.Services.AddSingleton<Desk>();
    }

    public static WebApplication UsePortal(this WebApplication app)
    {
        CaptchaAddresses.Map(app);
        LiveAddresses.Map(app);
        return app;
    }
}
