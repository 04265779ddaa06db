using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Recipients;
using Helpdesk.Notification.Settings;
using Helpdesk.Notification.Status;
using Helpdesk.Notification.Transport;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Sending;

static class SendingSetup
{
    public static void AddSending(this WebApplicationBuilder builder)
    {
        // Read when first needed, so that the migrate step runs without a mail server.
        builder.Services.AddSingleton(_ => SmtpOptions.Read(builder.Configuration));
        builder.Services.AddSingleton(_ => Links.Read(builder.Configuration));
        builder.Services.AddSingleton(_ => Zone.Read(builder.Configuration));
        builder.Services.AddSingleton<CachedSettings>();
        builder.Services.AddSingleton<MailRenderer>();
        builder.Services.AddSingleton<DeliverySignal>();
        builder.Services.AddSingleton<DeliverySignalInterceptor>();
        builder.Services.AddSingleton<DueDeliveries>();
        builder.Services.AddSingleton<DeliveryRefresher>();
        builder.Services.AddSingleton<UndeliveredReplyRecipients>();
        builder.Services.AddSingleton<SendingMeter>();
        builder.Services.AddSingleton<MailServerHealth>();
        builder.Services.AddSingleton<CachedMailStatus>();
        builder.Services.AddTransient<IMailTransport>(services => ActivatorUtilities.CreateInstance<SmtpTransport>(services));
        builder.Services.AddHostedService<SendDeliveries>();
        builder.Services.ConfigureDbContext<NotificationDbContext>(
            (services, options) => options.AddInterceptors(services.GetRequiredService<DeliverySignalInterceptor>()));
    }
}
