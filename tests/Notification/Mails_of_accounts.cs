using System.Net;
using System.Net.Http.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Deliveries;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Tests.Smtp;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Tests;

public sealed class Mails_of_accounts(ServiceWithDesk shared) : IClassFixture<ServiceWithDesk>, IAsyncLifetime
{
    const string Secret = "Zk3Zr8vT0mXw5LdYb2NfJq";
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    public ValueTask InitializeAsync() => shared.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    DateTimeOffset InAnHour => _installation.Clock.GetUtcNow().AddHours(1);

    [Theory]
    [InlineData("es", "Agent", "Carlos Ruiz creó una cuenta para ti, con este rol: agente.", "https://desk.andina.example/invitation/")]
    [InlineData("en", "Customer", "Carlos created an account for you, with this role: customer.",
        "https://help.andina.example/invitation/")]
    public async Task AD5_who_is_invited_gets_a_link_to_the_pages_of_their_role(string language, string role, string lead, string link)
    {
        var to = SampleEvents.Customer(language);
        await _service.PublishAsync(Invitation(to, role));

        var mail = await MailAsync(to);
        Assert.All([mail.Text, mail.Seen], part =>
        {
            Assert.Contains(lead, part, StringComparison.Ordinal);
            Assert.Contains(link + Secret, part, StringComparison.Ordinal);
        });
        Assert.Empty(mail.Headers("References"));
        Assert.Empty(mail.Headers("List-Unsubscribe"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        var row = await RowAsync(to);
        Assert.DoesNotContain(Secret, row.Model, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SE9_who_registers_gets_a_link_that_shows_that_the_address_is_theirs()
    {
        var to = SampleEvents.Customer();
        await _service.PublishAsync(new EmailConfirmationRequested
        {
            To = to,
            LinkToken = _service.ProtectLink(Secret),
            ExpiresAt = InAnHour,
            RequestedAt = SampleEvents.Now,
        });
        var mail = await MailAsync(to);
        Assert.Contains($"https://help.andina.example/confirmation/{Secret}", mail.Text, StringComparison.Ordinal);
        Assert.Contains("no hagas nada", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("es", "La cuenta que ahora usa ana@vieja.example", "Si ana@vieja.example no es tu dirección, no abras el enlace")]
    [InlineData("en", "The account that now uses ana@vieja.example", "If ana@vieja.example is not your address, do not open the link")]
    public async Task G3_a_change_of_address_names_the_accounts_present_one_and_what_to_do_who_does_not_know_it(string language,
        string lead, string otherwise)
    {
        var to = SampleEvents.Customer(language) with { Id = Guid.CreateVersion7() };
        // The account is known under its present address, and the mail goes to the new one all the same.
        await _service.PublishAsync(SampleEvents.Account(to.Id!.Value, "ana@vieja.example", ["Customer"]));
        await Eventually.HoldsAsync(() => _service.ReadAsync(db => db.Accounts.AnyAsync(x => x.Id == to.Id, Stop)));
        await _service.PublishAsync(new EmailChangeRequested
        {
            To = to, CurrentEmail = "ana@vieja.example", LinkToken = _service.ProtectLink(Secret), ExpiresAt = InAnHour,
                RequestedAt = SampleEvents.Now,
        });
        var mail = await MailAsync(to);
        Assert.All([mail.Text, mail.Seen], part =>
        {
            Assert.Contains(lead, part, StringComparison.Ordinal);
            Assert.Contains(otherwise, part, StringComparison.Ordinal);
            Assert.Contains($"https://help.andina.example/confirmation/{Secret}", part, StringComparison.Ordinal);
        });
        Assert.Empty(mail.Headers("List-Unsubscribe"));
        Assert.Empty(_installation.Smtp.To("ana@vieja.example"));
        Assert.DoesNotContain(Secret, (await RowAsync(to)).Model, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forgotten_password_of_the_staff_leads_to_the_desk()
    {
        var (id, email) = await _service.AccountAsync("Agent");
        await _service.PublishAsync(new PasswordResetRequested
        {
            To = SampleEvents.Customer("en", email) with { Id = id },
            LinkToken = _service.ProtectLink(Secret),
            ExpiresAt = InAnHour,
            RequestedAt = SampleEvents.Now,
        });
        await _service.PublishAsync(new PasswordResetRequested
        {
            To = SampleEvents.Customer("en", "customer@example.org"),
            LinkToken = _service.ProtectLink(Secret),
            ExpiresAt = InAnHour,
            RequestedAt = SampleEvents.Now,
        });
        Assert.Contains($"https://desk.andina.example/password-reset/{Secret}", (await MailAsync(email)).Text, StringComparison.Ordinal);
        Assert.Contains($"https://help.andina.example/password-reset/{Secret}", (await MailAsync("customer@example.org")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_registers_twice_is_told_so_by_mail_and_only_once_in_a_burst()
    {
        var to = SampleEvents.Customer("en");
        for (var i = 0; i < 5; i++)
            await _service.PublishAsync(new RegistrationRepeated { To = to, RequestedAt = SampleEvents.Now });
        Assert.Contains("already has an account", (await MailAsync(to)).Text, StringComparison.Ordinal);
        await Eventually.HoldsAsync(
            () => _service.ReadAsync(async db => await db.Deliveries.CountAsync(x => x.RecipientAddress == to.Email, Stop) == 5));
        await Eventually.HoldsAsync(() => _service.ReadAsync(
            async db => await db.Deliveries.CountAsync(x => x.RecipientAddress == to.Email && x.State == DeliveryState.Sent, Stop) == 1));

        await _service.PassAsync(TimeSpan.FromMinutes(2));
        await Eventually.HoldsAsync(() => _service.ReadAsync(db => db.Deliveries.Where(x => x.RecipientAddress == to.Email)
            .AllAsync(x => x.State == DeliveryState.Sent || x.Cause == DeliveryCause.Coalesced, Stop)));
        Assert.Equal(2, _installation.Smtp.To(to.Email).Count());
    }

    [Fact]
    public async Task F32_a_burst_is_one_mail_also_when_it_is_heard_in_another_order_than_it_was_made()
    {
        var to = SampleEvents.Customer("en");
        await HearAndKnowAsync(to, 1);
        await Eventually.HoldsAsync(() =>
            _service.ReadAsync(db => db.Deliveries.AnyAsync(x => x.RecipientAddress == to.Email && x.State == DeliveryState.Sent, Stop)));
        await HearAndKnowAsync(to, 2);
        // Made by a replica whose clock is behind.
        await _service.ReadAsync(
            db => db.Deliveries.Where(x => x.RecipientAddress == to.Email && x.NextAttemptAt > _installation.Clock.GetUtcNow())
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.CreatedAt, y => y.CreatedAt.AddSeconds(-10)), Stop));

        await HearAndKnowAsync(to, 3);

        Assert.Equal(1, await _service.ReadAsync(
            db => db.Deliveries.CountAsync(x => x.RecipientAddress == to.Email && x.Cause == DeliveryCause.Coalesced, Stop)));
    }

    [Theory]
    [InlineData(AccountSecurityChange.PasswordChanged, "Tu contraseña cambió")]
    [InlineData(AccountSecurityChange.EmailChanged, "otra dirección de correo")]
    [InlineData(AccountSecurityChange.TwoFactorTurnedOff, "ya no usa la verificación en dos pasos")]
    [InlineData(AccountSecurityChange.SessionTokenReused, "Cerramos una sesión")]
    public async Task Whoever_owns_an_account_hears_what_changed_about_the_way_in(AccountSecurityChange change, string subject)
    {
        var to = SampleEvents.Customer();
        await _service.PublishAsync(new AccountSecurityChanged { To = to, Change = change, ChangedAt = SampleEvents.Now });
        var mail = await MailAsync(to);
        Assert.Contains(subject, mail.Subject, StringComparison.Ordinal);
        Assert.Contains("lunes 23 de noviembre a las 10:05 (UTC−5)", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://help.andina.example/password-reset", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_burst_of_secrets_is_never_told_together()
    {
        var to = SampleEvents.Customer();
        for (var i = 0; i < 3; i++)
            await _service.PublishAsync(new PasswordResetRequested
            {
                To = to,
                LinkToken = _service.ProtectLink($"{Secret}{i}"),
                ExpiresAt = InAnHour,
                RequestedAt = SampleEvents.Now,
            });
        await Eventually.HoldsAsync(() => _installation.Smtp.To(to.Email).Count() == 3);
        Assert.All(Enumerable.Range(0, 3),
            i => Assert.Single(_installation.Smtp.To(to.Email), x => x.Text.Contains($"{Secret}{i}\n", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_link_that_stopped_working_is_not_sent_any_more_nor_again()
    {
        _installation.Smtp.OnRecipient = _ => "450 4.2.1 Later";
        var to = SampleEvents.Customer();
        await _service.PublishAsync(Invitation(to, "Agent"));
        await Eventually.HoldsAsync(() => _service.ReadAsync(
            db => db.Deliveries.AnyAsync(x => x.RecipientAddress == to.Email && x.State == DeliveryState.Queued && x.Attempts == 1, Stop)));

        _installation.Smtp.OnRecipient = _ => null;
        await _service.PassAsync(TimeSpan.FromHours(2));
        await Eventually.HoldsAsync(() => _service.ReadAsync(db => db.Deliveries.AnyAsync(
            x => x.RecipientAddress == to.Email && x.State == DeliveryState.Failed && x.Cause == DeliveryCause.Expired, Stop)));
        Assert.Empty(_installation.Smtp.To(to.Email));
        var row = await RowAsync(to);
        Assert.Equal(HttpStatusCode.Conflict, (await _service.As(AccountRoles.Admin)
            .PostAsJsonAsync($"/api/deliveries/{row.Id}/resend", new { reason = "They asked" }, Stop)).StatusCode);
    }

    [Fact]
    public async Task N4_mails_about_accounts_are_shown_to_administrators_alone()
    {
        var to = SampleEvents.Customer();
        await _service.PublishAsync(Invitation(to, "Agent"));
        await MailAsync(to);
        var row = await RowAsync(to);
        Assert.Contains(
            to.Email, await _service.As(AccountRoles.Admin).GetStringAsync($"/api/deliveries?email={to.Email}", Stop),
            StringComparison.Ordinal);
        Assert.DoesNotContain(to.Email, await _service.As(AccountRoles.Dispatcher)
            .GetStringAsync($"/api/deliveries?email={to.Email}", Stop),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _service.As(AccountRoles.Dispatcher)
            .PostAsJsonAsync($"/api/deliveries/{row.Id}/resend", new { reason = "Curious" }, Stop)).StatusCode);
    }

    Task<Delivery> RowAsync(Person to) => _service.ReadAsync(db => db.Deliveries.SingleAsync(x => x.RecipientAddress == to.Email, Stop));

    InvitationIssued Invitation(Person to, string role) => new()
    {
        To = to,
        LinkToken = _service.ProtectLink(Secret),
        Roles = [role],
        ExpiresAt = InAnHour,
        IssuedBy = SampleEvents.Carlos,
        IssuedAt = SampleEvents.Now,
    };

    Task<ReceivedMail> MailAsync(Person to) => MailAsync(to.Email);

    async Task<ReceivedMail> MailAsync(string to)
    {
        await Eventually.HoldsAsync(() => _installation.Smtp.To(to).Any());
        return _installation.Smtp.To(to).First();
    }

    async Task HearAndKnowAsync(Person to, int rows)
    {
        await _service.PublishAsync(new RegistrationRepeated { To = to, RequestedAt = SampleEvents.Now });
        await Eventually.HoldsAsync(
            () => _service.ReadAsync(async db => await db.Deliveries.CountAsync(x => x.RecipientAddress == to.Email, Stop) == rows));
    }
}
