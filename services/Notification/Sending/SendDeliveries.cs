using Helpdesk.Notification.Transport;

namespace Helpdesk.Notification.Sending;

/// <summary>Works through the ledger on as many lanes as there are connections: one slow conversation holds up only its own lane.</summary>
sealed class SendDeliveries(IServiceProvider services, Mailbox settings) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, settings.Connections).Select(_ => ActivatorUtilities.CreateInstance<Lane>(services).RunAsync(stoppingToken)));
}
