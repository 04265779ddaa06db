using Helpdesk.Notification.LocalCopies;
using Helpdesk.Notification.Recipients;
using Helpdesk.Notification.Settings;
using Helpdesk.Revocation;
using MassTransit;

namespace Helpdesk.Notification;

static class Consumers
{
    public static void Add(IBusRegistrationConfigurator x)
    {
        x.AddRevokedAccess<NotificationDbContext>();
        x.AddConsumer<EnqueueNotifications>();
        x.AddConsumer<EnqueueAccountNotifications>();
        x.AddConsumer<SyncAccount>();
        x.AddConsumer<SyncAgentAreas>();
        x.AddConsumer<SyncAgentAvailability>();
        x.AddConsumer<SyncTicket>();
        x.AddConsumer<SyncSettings>();
    }
}
