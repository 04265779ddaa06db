using Helpdesk.Portal.MyTickets;
using Helpdesk.Portal.Opening;
using Helpdesk.Portal.Status;
using Helpdesk.Portal.TicketPages;
using Helpdesk.Ui.Forms;

namespace Helpdesk.Portal;

static class PortalSetup
{
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CachedCategories>();
        builder.Services.AddScoped<FileUploads>();
        builder.Services.AddScoped<LiveTicketStream>();
        builder.Services.AddScoped<RecentTickets>();
        builder.Services.AddScoped<IFormFileUploader>(x => x.GetRequiredService<FileUploads>());
        builder.Services.AddSingleton<CachedAvailability>();
        builder.Services.AddSingleton<CachedServiceStatus>();
        builder.Services.AddHostedService(x => x.GetRequiredService<CachedServiceStatus>());
    }

    public static WebApplication UsePortal(this WebApplication app)
    {
        CaptchaEndpoints.Map(app);
        UploadPreviewEndpoint.Map(app);
        LiveEndpoints.Map(app);
        FileEndpoints.Map(app);
        ExportEndpoint.Map(app);
        return app;
    }
}
