using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Settings;
using Helpdesk.Notification.Transport;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;

namespace Helpdesk.Notification.Tests;

/// <summary>Renders a mail as the service does, without a server.</summary>
static class Rendering
{
    public const string Secret = "c2VjcmV0LW9mLWFuYQ";
    static readonly ValueProtector Protector = new(new EphemeralDataProtectionProvider(), TimeProvider.System);

    public static NotificationSettings Current { get; } = new()
    {
        Zone = new(TimeZoneInfo.FindSystemTimeZoneById("America/Guayaquil")),
        Closing = new(),
        Smtp = () => Smtp(),
        ConfiguredSmtp = Smtp(),
        Domain = "andina.example",
    };

    public static string LinkToken { get; } = Protector.Protect(new LinkSecret(Secret));

    public static string Token { get; } = Protector.Protect(new TrackingSecret(Secret));

    public static SmtpOptions Smtp(int port = 25, params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>(more.Select(x => KeyValuePair.Create(x.Key, (string?)x.Value)))
        {
            ["ConnectionStrings:mailbox"] = $"smtp://127.0.0.1:{port}",
            ["Mail:From"] = "soporte@andina.example",
            ["Mail:Sender"] = "Soporte Andina",
        };
        return SmtpOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
    }

    public static MailboxAddress Address(string address, string name)
    {
        Assert.True(AddressParser.TryParse(address, name, out var mailbox));
        return mailbox;
    }

    public static async Task<OutgoingMail> RenderAsync(Mail mail, string language, string name = "Ana Pérez")
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var renderer = new MailRenderer(
            services, NullLoggerFactory.Instance, Protector,
            new Links("https://help.andina.example", "https://help.andina.example/desk"));
        return await renderer.RenderAsync(Row(mail, language, name), Current, Smtp());
    }

    static Delivery Row(Mail mail, string language, string name) => new()
    {
        Id = Guid.NewGuid(),
        EventId = Guid.NewGuid(),
        TicketId = mail is TicketMail ? Guid.NewGuid() : null,
        TicketNumber = mail.Topic?.Number,
        RecipientId = Guid.NewGuid(),
        Template = mail.Template,
        Language = language,
        RecipientName = name,
        RecipientAddress = "ana@example.org",
        CanonicalAddress = "ana@example.org",
        Subject = MailSubject.Of(mail, Texts.Of(language)),
        Model = mail.ToJson(),
        MailId = "<1@andina.example>",
        CreatedAt = SampleEvents.Now,
    };
}
