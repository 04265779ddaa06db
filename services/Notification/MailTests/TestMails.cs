using System.Security.Claims;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Settings;
using Helpdesk.Notification.Transport;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Notification.MailTests;

/// <summary>Renders and hands over a test mail, on a connection of its own.</summary>
sealed class TestMails(MailRenderer renderer, DeliveryFactory deliveries, IServiceScopeFactory scopes, TimeProvider time, ILogger<TestMails> logger)
{
    public async Task<Outcome> SendAsync(ClaimsPrincipal caller, NotificationSettings settings, Mailbox mailbox, CancellationToken cancellationToken)
    {
        var mail = new ConnectionTestMail { Staff = true, Installation = mailbox.SenderName, At = time.GetUtcNow() };
        var language = caller.FindFirstValue(Claims.Language) ?? settings.Language ?? "";
        var row = deliveries.Create(Guid.CreateVersion7(), null, new(new() { Name = caller.FullName(), Email = caller.EmailAddress(), Language = language }, mail), settings);
        await using var scope = scopes.CreateAsyncScope();
        var transport = scope.ServiceProvider.GetRequiredService<IMailTransport>();
        Exception? fault = null;
        try
        {
            await transport.SendAsync(await renderer.RenderAsync(row, settings, mailbox), mailbox, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            fault = exception;
        }

        var outcome = Outcome.Of(fault, mailbox);
        logger.LogInformation("{Account} tested the mail server {Host}:{Port}: {Outcome}", caller.AccountId(), mailbox.Host, mailbox.Port, outcome.Word);
        return outcome;
    }
}
