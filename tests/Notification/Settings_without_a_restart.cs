using Helpdesk.Api.Deliveries;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Notification.Tests.Smtp;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Tests;

public sealed class Settings_without_a_restart(ServiceWithAnotherServer shared) : IClassFixture<ServiceWithAnotherServer>, IAsyncLifetime
{
    readonly MailServer _other = shared.Other;
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;
    long _version;

    // Whatever another test chose before is older.
    public async ValueTask InitializeAsync()
    {
        await shared.ResetAsync();
        _version = await _service.ReadAsync(db => db.Settings.MaxAsync(x => (long?)x.Version)) ?? 0;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task NO10_the_name_of_the_installation_the_zone_and_the_rule_of_silence_stand_in_the_next_mail()
    {
        await ChangedAsync(new()
        {
            Version = _version + 2,
            Name = "Soporte del Sur",
            Zone = "Asia/Kathmandu",
            CloseAfter = TimeSpan.FromDays(5),
            WarnAfter = TimeSpan.FromDays(4),
            ChangedAt = SampleEvents.Now,
            ChangedBy = SampleEvents.Carlos,
        });
        var opened = await MailAsync(SampleEvents.Opened(Ticket()).Ticket, SampleEvents.Opened);
        Assert.Contains("Soporte del Sur", opened.Sender, StringComparison.Ordinal);
        Assert.Contains("5 días", opened.Text, StringComparison.Ordinal);
        Assert.Contains("24 horas antes", opened.Text, StringComparison.Ordinal);
        Assert.Contains("(UTC+5:45)", (await MailAsync(Ticket(), SampleEvents.Warned)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_server_with_its_own_user_is_used_and_the_password_lies_sealed_until_then()
    {
        _other.Account = "mailer:s3cret";
        await ChangedAsync(new()
        {
            Version = _version + 1,
            Mail = new()
            {
                Server = $"smtp://127.0.0.1:{_other.Port}",
                User = "mailer",
                ProtectedPassword = _service.Protector.Protect(new MailPassword("s3cret")),
                From = "ayuda@sur.example",
                Sender = "Ayuda",
            },
            ChangedAt = SampleEvents.Now,
            ChangedBy = SampleEvents.Carlos,
        });
        var ticket = Ticket();
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        await Eventually.HoldsAsync(() => _other.Mails.Count == 1);
        var mail = Assert.Single(_other.Mails);
        Assert.Contains("ayuda@sur.example", mail.Header("From"), StringComparison.Ordinal);
        Assert.EndsWith("@sur.example>", mail.MailId, StringComparison.Ordinal);
        Assert.Empty(_installation.Smtp.Mails);
        Assert.DoesNotContain("s3cret", await _service.ReadAsync(
            db => Task.FromResult(string.Concat(db.Settings.Select(x => x.ProtectedMailPassword).ToList()))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("550 5.1.1 db7.intern.example knows nobody of that name", "550 5.1.1: it takes no mail for that address.")]
    [InlineData("550 db7.intern.example knows nobody of that name at 10.0.0.7", "550: it takes no mail for that address.")]
    public async Task F7_of_a_server_that_was_chosen_the_ledger_tells_numbers_and_no_words(string said, string told)
    {
        _other.OnRecipient = _ => said;
        await ChangedAsync(new()
        {
            Version = _version + 1,
            Mail = new() { Server = $"smtp://127.0.0.1:{_other.Port}" },
            ChangedAt = SampleEvents.Now,
            ChangedBy = SampleEvents.Carlos,
        });
        var ticket = Ticket();
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        Assert.Equal(
            $"The mail server answered {told}", (await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Failed)).Reason);
        Assert.Contains("intern", Assert.Single(_service.Log.All, x => x.Text.Contains(ticket.Number, StringComparison.Ordinal)).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_cannot_work_are_said_in_the_ledger_and_lose_no_mail()
    {
        await ChangedAsync(new()
        {
            Version = _version + 1,
            Mail = new() { Server = "smtp://127.0.0.1:1", User = "mailer", ProtectedPassword = "of other keys" },
            ChangedAt = SampleEvents.Now,
            ChangedBy = SampleEvents.Carlos,
        });
        var ticket = Ticket();
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        var waiting = await _service.RowAsync(ticket.Number, x => x is { State: DeliveryState.Queued, Attempts: 1 });
        Assert.Contains("password of the mail server cannot be opened", waiting.Reason, StringComparison.Ordinal);

        await ChangedAsync(new() { Version = _version + 2, ChangedAt = SampleEvents.Now, ChangedBy = SampleEvents.Carlos });
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent);
        Assert.Single(_installation.Smtp.To(ticket.Customer.Email));
    }

    [Fact]
    public async Task F7_saved_settings_lead_to_ports_of_mail_servers_and_to_no_others()
    {
        await using var service = new MailServer();
        await ChangedAsync(new()
        {
            Version = _version + 1,
            Mail = new() { Server = $"smtp://127.0.0.1:{service.Port}" },
            ChangedAt = SampleEvents.Now,
            ChangedBy = SampleEvents.Carlos,
        });
        var ticket = Ticket();
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        Assert.Contains("Mail servers listen on port", (await _service.RowAsync(
            ticket.Number, x => x is { State: DeliveryState.Queued, Attempts: 1 })).Reason, StringComparison.Ordinal);
        Assert.Equal(0, service.Connections);
    }

    [Fact]
    public async Task An_older_word_about_the_settings_changes_nothing()
    {
        await ChangedAsync(new() { Version = _version + 3, Name = "Nuevo", ChangedAt = SampleEvents.Now, ChangedBy = SampleEvents.Carlos });
        await _service.PublishAsync(
            new SettingsChanged { Version = _version + 2, Name = "Viejo", ChangedAt = SampleEvents.Now, ChangedBy = SampleEvents.Carlos });
        Assert.Contains("Nuevo", (await MailAsync(Ticket(), SampleEvents.Opened)).Sender, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_chose_no_language_that_we_write_in_is_written_to_in_the_installations()
    {
        await ChangedAsync(
            new() { Version = _version + 1, Language = "es", ChangedAt = SampleEvents.Now, ChangedBy = SampleEvents.Carlos });
        var mail = await MailAsync(SampleEvents.Ticket(SampleEvents.Customer("fr"), token: _service.Protect("x")), SampleEvents.Opened);
        Assert.Contains("Qué pasa ahora", mail.Text, StringComparison.Ordinal);
    }

    TicketSnapshot Ticket() => SampleEvents.Ticket(token: _service.Protect("x"));

    /// <summary>Heard, and longer ago than a replica keeps what it read.</summary>
    async Task ChangedAsync(SettingsChanged settings)
    {
        await _service.PublishAsync(settings);
        await Eventually.HoldsAsync(() => _service.ReadAsync(db => Task.FromResult(db.Settings.Any(x => x.Version == settings.Version))));
        _installation.Clock.Advance(TimeSpan.FromSeconds(2.1));
    }

    async Task<ReceivedMail> MailAsync<T>(TicketSnapshot ticket, Func<TicketSnapshot, T> e) where T : class
    {
        await _service.PublishAsync(e(ticket));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(ticket.Customer.Email).Any());
        return Assert.Single(_installation.Smtp.To(ticket.Customer.Email));
    }
}
