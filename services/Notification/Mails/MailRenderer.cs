using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Transport;
using Helpdesk.ServiceDefaults.Sealing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Helpdesk.Notification.Mails;

/// <summary>Makes the mail from the ledger's row; only here is the seal of the tracking secret opened.</summary>
sealed class MailRenderer(IServiceProvider services, ILoggerFactory loggers, Seals seals, Links links, Zone zone, MailSettings settings)
{
    public async Task<OutgoingMail> RenderAsync(Delivery delivery)
    {
        var mail = Mail.FromJson(delivery.Model);
        var letter = new Letter(Texts.Of(delivery.Language), zone, settings.From.DisplayName, delivery.RecipientName, links.Of(mail, seals), mail.Ticket.TrackingToken is not null);
        return new()
        {
            MailId = delivery.MailId,
            RecipientName = delivery.RecipientName,
            RecipientAddress = delivery.RecipientAddress,
            Subject = delivery.Subject,
            Html = await HtmlAsync(mail, letter),
            Text = Text(mail, letter),
            Language = delivery.Language,
            TicketNumber = delivery.TicketNumber,
            ThreadId = settings.MailId($"ticket.{delivery.TicketId:N}"),
        };
    }

    async Task<string> HtmlAsync(Mail mail, Letter letter)
    {
        // One for each mail: a renderer keeps every component it ever rendered.
        await using var renderer = new HtmlRenderer(services, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Mail"] = mail, ["Letter"] = letter });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync(mail.Html, parameters)).ToHtmlString());
    }

    static string Text(Mail mail, Letter letter) => Letter.Blocks(
        letter.Greeting,
        mail.Text(letter).ReplaceLineEndings("\n"),
        $"{mail.Action(letter.Texts)}:\n{letter.Link}",
        $"-- \n{letter.Footer}") + "\n";
}
