using Helpdesk.Portal.Opening;

namespace Helpdesk.Portal;

static class PortalSetup
{
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Categories>();
        builder.Services.AddScoped<Captchas>();
        builder.Services.AddScoped<Uploads>();
    }

    public static WebApplication UsePortal(this WebApplication app)
    {
        CaptchaAddresses.Map(app);
        return app;
    }
}
