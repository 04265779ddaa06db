using System.Security.Claims;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Settings;
using Helpdesk.Notification.Transport;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Notification.MailTests;

/// <summary>Renders and hands over a test mail, on a connection of its own.</summary>
sealed class TestMailSender(
    MailRenderer renderer, DeliveryFactory deliveries, IServiceScopeFactory scopes, TimeProvider time, ILogger<TestMailSender> logger)
{
    public async Task<MailTestResult> SendAsync(
        ClaimsPrincipal caller, NotificationSettings settings, SmtpOptions smtp, CancellationToken cancellationToken)
    {
        var mail = new ConnectionTestMail { Staff = true, Installation = smtp.SenderName, At = time.GetUtcNow() };
        var language = caller.FindFirstValue(Claims.Language) ?? settings.Language ?? "";
        var notification = new OutgoingNotification(
            new() { Name = caller.FullName(), Email = caller.EmailAddress(), Language = language }, mail);
        var delivery = deliveries.Create(Guid.CreateVersion7(), null, notification, settings);
        await using var scope = scopes.CreateAsyncScope();
        var transport = scope.ServiceProvider.GetRequiredService<IMailTransport>();
        Exception? fault = null;
        try
        {
            await transport.SendAsync(await renderer.RenderAsync(delivery, settings, smtp), smtp, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            fault = exception;
        }

        var result = MailTestResult.Of(fault, smtp);
        logger.LogInformation(
            "{Account} tested the mail server {Host}:{Port}: {Outcome}", caller.AccountId(), smtp.Host, smtp.Port, result.Outcome);
        return result;
    }
}
