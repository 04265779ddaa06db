using Helpdesk.Notification.Ledger;

namespace Helpdesk.Notification;

static class Endpoints
{
    public static void MapNotification(this WebApplication app)
    {
        var api = app.MapGroup("/api/deliveries").WithTags("Deliveries");
        ListDeliveries.Map(api);
        ResendDelivery.Map(api);
    }
}
