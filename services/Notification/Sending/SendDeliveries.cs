using Helpdesk.Notification.Transport;

namespace Helpdesk.Notification.Sending;

/// <summary>Works through the ledger in as many loops as there are connections: one slow conversation holds up only its own loop.</summary>
sealed class SendDeliveries(IServiceProvider services, SmtpOptions settings) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, settings.Connections)
            .Select(_ => ActivatorUtilities.CreateInstance<SmtpSendLoop>(services).RunAsync(stoppingToken)));
}
