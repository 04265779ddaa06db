using MassTransit;

namespace Helpdesk.Ticketing.LocalCopies;

static class LocalCopiesSetup
{
    public static void AddLocalCopies(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<KeepAccount>();
        bus.AddConsumer<KeepAgentAreas>();
        bus.AddConsumer<KeepArea>();
        bus.AddConsumer<KeepCategory>();
        bus.AddConsumer<RetitleTickets>();
        bus.AddConsumer<KeepSettings>();
    }
}
