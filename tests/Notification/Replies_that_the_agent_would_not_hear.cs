using Helpdesk.Api.Accounts;
using Helpdesk.Api.Deliveries;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Tests;

public sealed partial class Replies_that_the_agent_would_not_hear(RunningService shared) : IClassFixture<RunningService>, IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    public async ValueTask InitializeAsync()
    {
        await shared.ResetAccountsAsync();
        await _service.ReadAsync(db => db.Database.ExecuteSqlAsync($"truncate agent_availability, bounce", Stop));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("away", "su agente está ausente")]
    [InlineData("suspended", "su agente ya no atiende tickets")]
    [InlineData("role", "su agente ya no atiende tickets")]
    [InlineData("never", "su agente no recibe correos")]
    [InlineData("bounced", "rebotan")]
    [InlineData("unassigned", "todavía nadie atiende")]
    [InlineData("own", "todavía nadie atiende")]
    public async Task G8_are_told_to_a_dispatcher_at_once(string why, string words)
    {
        var (agent, mail) = await _service.AccountAsync(AccountRoles.Agent);
        var (_, dispatcher) = await _service.AccountAsync(AccountRoles.Dispatcher);
        var (_, admin) = await _service.AccountAsync(AccountRoles.Admin);
        await KeepsFromHearingAsync(why, agent, mail);
        var person = new Person { Id = agent, Name = "Persona", Email = mail, Language = "es" };
        var ticket = Ticket(why == "unassigned" ? null : person) with { Customer = why == "own" ? person : SampleEvents.Customer() };

        await _service.PublishAsync(SampleEvents.Replied(ticket, "¿Hay alguien?"));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(dispatcher).Any());
        var told = Assert.Single(_installation.Smtp.To(dispatcher));
        Assert.All([told.Text, told.Seen], part =>
        {
            Assert.Contains("¿Hay alguien?", part, StringComparison.Ordinal);
            Assert.Contains(words, part, StringComparison.Ordinal);
            Assert.DoesNotContain("/t/secret", part, StringComparison.Ordinal);
        });
        Assert.Empty(_installation.Smtp.To(admin));
        // Who is only away finds the mail when they are back.
        await Eventually.HoldsAsync(() => _installation.Smtp.To(mail).Count() == (why == "away" ? 1 : 0));
    }

    [Fact]
    public async Task G8_are_told_to_the_agent_alone_who_is_there()
    {
        var (agent, mail) = await _service.AccountAsync(AccountRoles.Agent);
        await _service.AccountAsync(AccountRoles.Dispatcher);
        await KeepsFromHearingAsync("away", agent, mail);
        await AvailabilityAsync(agent, 2, available: true, null);
        var ticket = Ticket(new() { Id = agent, Name = "Persona", Email = mail, Language = "es" });
        await _service.PublishAsync(SampleEvents.Replied(ticket));
        await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent && x.RecipientAddress == mail);

        // And to who comes back at a time that has come.
        await AvailabilityAsync(agent, 3, available: false, _installation.Clock.GetUtcNow().AddHours(-1));
        var later = ticket with { Id = Guid.NewGuid(), Number = SampleEvents.Ticket().Number };
        await _service.PublishAsync(SampleEvents.Replied(later));
        await _service.RowAsync(later.Number, x => x.State == DeliveryState.Sent && x.RecipientAddress == mail);
    }

    [Fact]
    public async Task G8_are_told_to_a_dispatcher_who_is_no_agent_any_more()
    {
        var (id, mail) = await _service.AccountAsync(AccountRoles.Dispatcher);
        await _service.AccountAsync(AccountRoles.Admin);
        await AvailabilityAsync(id, 1, available: false, null, "not-an-agent");
        var ticket = Ticket(null);
        await _service.PublishAsync(SampleEvents.Replied(ticket));
        await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent && x.RecipientAddress == mail);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("suspended")]
    [InlineData("bounced")]
    [InlineData("away")]
    public async Task G8_are_told_to_an_administrator_where_no_dispatcher_is_there(string dispatchers)
    {
        var (_, admin) = await _service.AccountAsync(AccountRoles.Admin);
        if (dispatchers != "none")
        {
            var (id, mail) = await _service.AccountAsync(AccountRoles.Dispatcher);
            await KeepsFromHearingAsync(dispatchers, id, mail, AccountRoles.Dispatcher);
        }

        var ticket = Ticket(null);
        await _service.PublishAsync(SampleEvents.Replied(ticket));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(admin).Any());
        Assert.Single(await _service.LedgerAsync(ticket.Number));
    }

    [Theory]
    [InlineData("Never")]
    [InlineData("Digest")]
    public async Task G8_reach_one_at_once_though_all_chose_otherwise(string mode)
    {
        var (first, mail) = await _service.AccountAsync(AccountRoles.Dispatcher);
        var (second, another) = await _service.AccountAsync(AccountRoles.Dispatcher);
        foreach (var dispatcher in new[] { first, second })
            await ChosenAsync(dispatcher, mode);
        await _service.PublishAsync(SampleEvents.Replied(Ticket(null)));
        await Eventually.HoldsAsync(() => !_installation.Smtp.Mails.IsEmpty);
        Assert.Single(_installation.Smtp.To(mail).Concat(_installation.Smtp.To(another)));
    }

    [Fact]
    public async Task G8_reach_somebody_though_mails_to_all_came_back()
    {
        var (id, mail) = await _service.AccountAsync(AccountRoles.Dispatcher);
        await KeepsFromHearingAsync("bounced", id, mail, AccountRoles.Dispatcher);
        await _service.PublishAsync(SampleEvents.Replied(Ticket(null)));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(mail).Any());
    }

    [Fact]
    public async Task G8_are_told_to_a_dispatcher_when_the_agents_mailbox_refuses_the_mail_itself()
    {
        var (agent, mail) = await _service.AccountAsync(AccountRoles.Agent);
        var (_, dispatcher) = await _service.AccountAsync(AccountRoles.Dispatcher);
        _installation.Smtp.OnRecipient = x => x == mail ? "550 5.1.1 No such user here" : null;
        var ticket = Ticket(new() { Id = agent, Name = "Persona", Email = mail, Language = "es" });
        await _service.PublishAsync(SampleEvents.Replied(ticket));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(dispatcher).Any());
        Assert.Contains("rebotan", Assert.Single(_installation.Smtp.To(dispatcher)).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await _service.LedgerAsync(ticket.Number)).Count);
    }

    [Fact]
    public async Task G8_are_told_once_to_a_dispatcher_who_opened_the_ticket_for_the_customer()
    {
        var (id, mail) = await _service.AccountAsync(AccountRoles.Dispatcher);
        var ticket = Ticket(null) with { OpenedById = id };
        await _service.PublishAsync(SampleEvents.Replied(ticket));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(mail).Any());
        Assert.Single(await _service.LedgerAsync(ticket.Number));
    }

    [Fact]
    public async Task G8_follow_the_ticket_to_the_agent_who_got_it_before_the_mail_could_be_sent()
    {
        var (agent, mail) = await _service.AccountAsync(AccountRoles.Agent);
        var (next, another) = await _service.AccountAsync(AccountRoles.Agent);
        var ticket = Ticket(new() { Id = agent, Name = "Persona", Email = mail, Language = "es" });
        _installation.Smtp.OnRecipient = x => x == mail ? "451 4.2.0 Later" : null;
        await _service.PublishAsync(SampleEvents.Replied(ticket, "Para quien sea."));
        await _service.RowAsync(ticket.Number, x => x is { State: DeliveryState.Queued, Attempts: 1 });
        var person = new Person { Id = next, Name = "Otra", Email = another, Language = "es" };
        await _service.PublishAsync(SampleEvents.Assigned(ticket with { Version = 2 }, person));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(another).Any());
        _installation.Smtp.OnRecipient = _ => null;
        await _service.PassAsync(TimeSpan.FromMinutes(1));
        _service.Wake();
        await Eventually.HoldsAsync(() =>
            _installation.Smtp.To(another).Any(x => x.Text.Contains("> Para quien sea.", StringComparison.Ordinal)));
        Assert.Empty(_installation.Smtp.To(mail));
    }

    [Fact]
    public async Task G8_come_together_when_they_come_quickly()
    {
        var (_, dispatcher) = await _service.AccountAsync(AccountRoles.Dispatcher);
        var ticket = Ticket(null);
        for (var i = 1; i <= 4; i++)
            await _service.PublishAsync(SampleEvents.Replied(ticket with { Version = i }, $"Respuesta {i}."));
        await Eventually.HoldsAsync(async () => (await _service.LedgerAsync(ticket.Number)).Count == 4);
        await Eventually.HoldsAsync(() => _installation.Smtp.To(dispatcher).Any());
        await _service.PassAsync(TimeSpan.FromMinutes(1.5));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(dispatcher).Count() == 2);
    }

    async Task KeepsFromHearingAsync(string why, Guid person, string mail, string role = AccountRoles.Agent)
    {
        if (why == "away")
            await AvailabilityAsync(person, 1, available: false, null);
        else if (why is "suspended" or "role")
        {
            await _service.PublishAsync(
                SampleEvents.Account(person, mail, [why == "role" ? AccountRoles.Customer : role], active: why == "role", version: 2));
            await Eventually.HoldsAsync(() => _service.ReadAsync(db => db.Accounts.AnyAsync(x => x.Id == person && x.Version == 2, Stop)));
        }
        else if (why == "never")
            await ChosenAsync(person, "Never");
        else if (why == "bounced")
            await _service.ReadAsync(db =>
                db.Database.ExecuteSqlAsync($"insert into bounce values ({mail}, 3, {_installation.Clock.GetUtcNow()}, 'x')", Stop));
    }

    async Task AvailabilityAsync(Guid agent, long version, bool available, DateTimeOffset? until, string because = "away")
    {
        await _service.PublishAsync(new AgentAvailabilityChanged
        {
            AgentId = agent, Version = version, Available = available, Because = available ? null : because, Until = until,
                ChangedAt = SampleEvents.Now,
        });
        await Eventually.HoldsAsync(() =>
            _service.ReadAsync(db => db.AgentAvailability.AnyAsync(x => x.AgentId == agent && x.Version == version, Stop)));
    }

    Task<int> ChosenAsync(Guid person, string mode) =>
        _service.ReadAsync(db =>
            db.Database.ExecuteSqlAsync($"insert into preference values ({person}, 'CustomerReplied', {mode})", Stop));

    TicketSnapshot Ticket(Person? agent) => SampleEvents.Ticket(assignee: agent, token: _service.Protect("secret"));
}
