using MassTransit;

namespace Helpdesk.Ticketing.LocalCopies;

static class LocalCopiesSetup
{
    public static void AddLocalCopies(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<SyncAccount>();
        bus.AddConsumer<SyncAgentAreas>();
        bus.AddConsumer<SyncArea>();
        bus.AddConsumer<SyncCategory>();
        bus.AddConsumer<SyncCategoryTitles>();
        bus.AddConsumer<SyncSettings>();
    }
}
