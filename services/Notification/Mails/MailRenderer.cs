using Helpdesk.Api.Deliveries;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Preferences;
using Helpdesk.Notification.Settings;
using Helpdesk.Notification.Transport;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Helpdesk.Notification.Mails;

/// <summary>Makes the mail from the ledger's row; only here are the protector of secrets opened.</summary>
sealed class MailRenderer(IServiceProvider services, ILoggerFactory loggers, ValueProtector protector, Links links)
{
    public async Task<OutgoingMail> RenderAsync(Delivery delivery, NotificationSettings settings, SmtpOptions smtp)
    {
        var mail = Mail.FromJson(delivery.Model);
        var format = new MailFormatter(
            Texts.Of(delivery.Language), settings.Zone, smtp.SenderName, delivery.RecipientName, mail.Link(links, protector),
            mail.Audience, links.Ticket, token => links.Tracking(token, protector));
        return new()
        {
            MailId = delivery.MailId,
            To = AddressParser.TryParse(delivery.RecipientAddress, delivery.RecipientName, out var to) ? to
                : throw new MailRefusedException(DeliveryCause.Refused, "This is not an address that mail can be sent to."),
            Subject = delivery.Subject,
            Html = await HtmlAsync(mail, format),
            Text = Text(mail, format),
            Language = delivery.Language,
            From = smtp.From,
            TicketNumber = delivery.TicketNumber,
            ThreadId = delivery.ThreadId,
            IsWrittenByPerson = mail.IsWrittenByPerson,
            Unsubscribe = delivery.RecipientId is { } reader && mail.Unsubscribable is { Count: > 0 } kinds
                ? links.Unsubscribe(protector.Protect(new UnsubscribeToken(reader, kinds))) : null,
        };
    }

    async Task<string> HtmlAsync(Mail mail, MailFormatter format)
    {
        // One for each mail: a renderer keeps every component it ever rendered.
        await using var renderer = new HtmlRenderer(services, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Mail"] = mail, ["Format"] = format });
        return await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync(mail.Html, parameters)).ToHtmlString());
    }

    static string Text(Mail mail, MailFormatter format) => MailFormatter.Blocks(
        format.Greeting,
        // What follows refers to it, as in the HTML part.
        mail.Heading(format),
        mail.Text(format).ReplaceLineEndings("\n"),
        $"{mail.Action(format.Texts)}:\n{format.Link}",
        $"-- \n{format.Footer}") + "\n";
}
