using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.MailTests;
using Helpdesk.Notification.Preferences;
using Helpdesk.Notification.Status;

namespace Helpdesk.Notification;

static class Endpoints
{
    public static void MapNotification(this WebApplication app)
    {
        var deliveries = app.MapGroup("/api/deliveries").WithTags("Deliveries");
        ListDeliveries.Map(deliveries);
        ResendDelivery.Map(deliveries);
        RetryFailedDeliveries.Map(deliveries);

        var preferences = app.MapGroup("/api/preferences").WithTags("Preferences");
        GetPreferences.Map(preferences);
        UpdatePreferences.Map(preferences);
        Unsubscribe.Map(preferences);

        GetMailStatus.Map(app.MapGroup("/api/mail-status").WithTags("Mail status"));
        TestMailServer.Map(app.MapGroup("/api/mail-tests").WithTags("Mail server"));
    }
}
