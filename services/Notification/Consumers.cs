using Helpdesk.Notification.Ledger;
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
        x.AddConsumer<KeepAccount>();
        x.AddConsumer<KeepAgentAreas>();
        x.AddConsumer<KeepAgentAvailability>();
        x.AddConsumer<KeepTicket>();
        x.AddConsumer<KeepSettings>();
    }
}
