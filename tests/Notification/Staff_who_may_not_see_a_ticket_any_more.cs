using Helpdesk.Api.Accounts;
using Helpdesk.Api.Deliveries;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Notification.Digests;
using Helpdesk.Notification.Ledger;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Tests;

public sealed class Staff_who_may_not_see_a_ticket_any_more(DigestingService shared) : IClassFixture<DigestingService>, IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    Replica _service => shared.Service;

    public ValueTask InitializeAsync()
    {
        _installation.Clock.GoOn();
        return shared.ResetAccountsAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task G7_who_opened_it_for_a_customer_is_not_told_once_it_is_another_areas()
    {
        var (opener, mail) = await _service.AccountAsync(AccountRoles.Agent);
        var ticket = Ticket() with { OpenedById = opener };
        await ServesAsync(opener, 1, ticket.AreaId);
        await _service.PublishAsync(SampleEvents.Replied(ticket, "Todavía suyo."));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(mail).Any());

        var elsewhere = ticket with { Version = 2, AreaId = Guid.NewGuid() };
        await _service.PublishAsync(Recategorized(elsewhere, ticket.AreaId));
        await Eventually.HoldsAsync(() =>
            _service.ReadAsync(db => db.Tickets.AnyAsync(x => x.Id == ticket.Id && x.AreaId == elsewhere.AreaId, Stop)));
        await _service.PublishAsync(
            SampleEvents.Answered(elsewhere with { Version = 3 }, "Ya no.", new Actor(ActorKind.Staff, Guid.NewGuid(), "Otra")));
        // Also what was said before, and is heard later.
        await _service.PublishAsync(SampleEvents.Replied(ticket, "Tampoco."));
        await Eventually.HoldsAsync(async () =>
            (await RowsAsync(ticket, "comment-added")).Count(x => x.Cause == DeliveryCause.NoAccess) == 2);
        Assert.Single(_installation.Smtp.To(mail));
    }

    [Theory]
    [InlineData("area")]
    [InlineData("role")]
    [InlineData("suspended")]
    [InlineData("left")]
    [InlineData("setting")]
    public async Task G7_what_waited_to_be_sent_is_not_sent_any_more(string change)
    {
        var (agent, mail) = await _service.AccountAsync(AccountRoles.Agent);
        var ticket = Ticket() with { OpenedById = agent };
        await ServesAsync(agent, 1, ticket.AreaId);
        await DelayedAsync(mail, () =>
            _service.PublishAsync(SampleEvents.Answered(ticket, "Palabras.", new Actor(ActorKind.Staff, Guid.NewGuid(), "Otra"))), ticket);

        var setting = change == "setting" ? await SeeAsync("Assigned") : 0;
        await (change switch
        {
            "area" => _service.PublishAsync(Recategorized(ticket with { Version = 2, AreaId = Guid.NewGuid() }, ticket.AreaId)),
            "role" => _service.PublishAsync(SampleEvents.Account(agent, mail, [AccountRoles.Customer], version: 2)),
            "suspended" => _service.PublishAsync(SampleEvents.Account(agent, mail, [AccountRoles.Agent], active: false, version: 2)),
            "left" => _service.PublishAsync(new AgentAreasChanged { AgentId = agent, Version = 2, AreaIds = [] }),
            _ => Task.CompletedTask,
        });
        await Eventually.HoldsAsync(() => _service.ReadAsync(async db => change switch
        {
            "area" => await db.Tickets.AnyAsync(x => x.Id == ticket.Id && x.Version == 2, Stop),
            "left" => await db.AgentAreas.AnyAsync(x => x.AgentId == agent && x.Version == 2, Stop),
            "setting" => true,
            _ => await db.Accounts.AnyAsync(x => x.Id == agent && x.Version == 2, Stop),
        }));
        await SendAsync();

        await Eventually.HoldsAsync(async () => (await RowsAsync(ticket, "comment-added")).Single().State == DeliveryState.Suppressed);
        var row = Assert.Single(await RowsAsync(ticket, "comment-added"));
        Assert.Equal(change == "suspended" ? DeliveryCause.Disabled : DeliveryCause.NoAccess, row.Cause);
        Assert.Empty(_installation.Smtp.To(mail));

        // A dispatcher who asks for it again does not make them see it.
        var again = new { reason = "Otra vez" };
        await new Caller(_service.As(AccountRoles.Dispatcher)).PostAsync($"/api/deliveries/{row.Id}/resend", again);
        await _service.ReadAsync(db =>
            db.Database.ExecuteSqlAsync($"update delivery set state = 'Failed', cause = 'Exhausted' where id = {row.Id}", Stop));
        await new Caller(_service.As(AccountRoles.Dispatcher)).PostAsync($"/api/deliveries/{row.Id}/resend", again);
        await Eventually.HoldsAsync(async () =>
            (await RowsAsync(ticket, "comment-added")).Single() is { State: DeliveryState.Suppressed, Resends.Count: 1 });
        Assert.Empty(_installation.Smtp.To(mail));
        if (setting > 0)
            await SeeAsync(null);
    }

    [Fact]
    public async Task G7_a_digest_leaves_out_what_its_reader_may_not_see_any_more()
    {
        var (agent, mail) = await _service.AccountAsync(AccountRoles.Agent);
        await _service.ReadAsync(db =>
            db.Database.ExecuteSqlAsync($"insert into preference values ({agent}, 'NewTicket', 'Digest')", Stop));
        var (stays, goes) = (Ticket(), Ticket());
        await ServesAsync(agent, 1, stays.AreaId, goes.AreaId);
        await _service.PublishAsync(SampleEvents.Opened(stays));
        await _service.PublishAsync(SampleEvents.Opened(goes));
        await Eventually.HoldsAsync(
            () => _service.ReadAsync(async db => await db.DigestItems.CountAsync(x => x.AccountId == agent, Stop) == 2));
        await _service.PublishAsync(Recategorized(goes with { Version = 2, AreaId = Guid.NewGuid() }, goes.AreaId));
        await Eventually.HoldsAsync(() => _service.ReadAsync(db => db.Tickets.AnyAsync(x => x.Id == goes.Id && x.Version == 2, Stop)));

        _installation.Smtp.OnRecipient = x => x == mail ? "451 4.2.0 Later" : null;
        _installation.Clock.Advance(DigestItem.Window + TimeSpan.FromMinutes(1));
        await Eventually.HoldsAsync(() => _service.ReadAsync(
            db => db.Deliveries.AnyAsync(x => x.RecipientAddress == mail && x.Attempts == 1 && x.State == DeliveryState.Queued, Stop)));
        Assert.DoesNotContain(goes.Number, await DigestAsync(mail), StringComparison.Ordinal);
        // And once more when it leaves at last.
        await _service.PublishAsync(Recategorized(stays with { Version = 2, AreaId = Guid.NewGuid() }, stays.AreaId));
        await Eventually.HoldsAsync(() => _service.ReadAsync(db => db.Tickets.AnyAsync(x => x.Id == stays.Id && x.Version == 2, Stop)));
        await SendAsync();
        await Eventually.HoldsAsync(() => _service.ReadAsync(
            db => db.Deliveries.AnyAsync(x => x.RecipientAddress == mail && x.Cause == DeliveryCause.NoAccess, Stop)));
        Assert.Empty(_installation.Smtp.To(mail));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task G7_what_staff_said_among_themselves_never_goes_to_the_customer_who_is_staff(bool merged)
    {
        var (both, mail) = await _service.AccountAsync(AccountRoles.Agent);
        var person = new Person { Id = both, Name = "Persona", Email = mail, Language = "es" };
        var (own, ticket) = (Ticket() with { Customer = person }, Ticket());
        if (merged)
        {
            await _service.PublishAsync(SampleEvents.Merged(own, ticket));
            await Eventually.HoldsAsync(() => _service.ReadAsync(db => db.Tickets.AnyAsync(x => x.MergedIntoId == ticket.Id, Stop)));
        }

        var assigned = merged ? ticket with { Version = 2 } : own;
        await _service.PublishAsync(SampleEvents.Assigned(assigned, person) with { Reason = "Entre nosotros: es un quejica." });
        await Eventually.HoldsAsync(async () => (await RowsAsync(assigned, "ticket-assigned")).Exists(x => x.State == DeliveryState.Sent));
        Assert.All(_installation.Smtp.To(mail), x => Assert.DoesNotContain("quejica", x.Raw, StringComparison.Ordinal));
        Assert.Contains(_installation.Smtp.To(mail), x => x.Subject.Contains(assigned.Number, StringComparison.Ordinal));
    }

    [Fact]
    public async Task G7_an_agent_does_not_find_mails_in_the_ledger_about_tickets_that_are_not_theirs_any_more()
    {
        var agent = SampleEvents.Agent() with { Id = Guid.CreateVersion7() };
        var ticket = Ticket();
        await _service.PublishAsync(SampleEvents.Assigned(ticket, agent));
        await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent);
        var me = new Caller(_service.As(agent.Id!.Value, agent.Name, agent.Email, AccountRoles.Agent));
        Assert.Contains(ticket.Number, (await me.GetAsync("/api/deliveries")).Text, StringComparison.Ordinal);
        await _service.PublishAsync(Recategorized(ticket with { Version = 2, AreaId = Guid.NewGuid() }, ticket.AreaId));
        await Eventually.HoldsAsync(async () =>
            !(await me.GetAsync("/api/deliveries")).Text.Contains(ticket.Number, StringComparison.Ordinal));
    }

    static TicketRecategorized Recategorized(TicketSnapshot ticket, Guid from) => new()
    {
        Ticket = ticket, FromCategoryId = Guid.NewGuid(), FromCategoryTitle = "Antes", FromAreaId = from, ChangedAt = SampleEvents.Now,
            ChangedBy = SampleEvents.Carlos,
    };

    async Task<List<Delivery>> RowsAsync(TicketSnapshot ticket, string template) =>
        (await _service.LedgerAsync(ticket.Number)).FindAll(x => x.Template == template);

    Task<string> DigestAsync(string mail) =>
        _service.ReadAsync(db =>
            db.Deliveries.Where(x => x.RecipientAddress == mail && x.Template == "digest").Select(x => x.Model).SingleAsync(Stop));

    async Task DelayedAsync(string mail, Func<Task> hear, TicketSnapshot ticket)
    {
        _installation.Smtp.OnRecipient = x => x == mail ? "451 4.2.0 Later" : null;
        await hear();
        await Eventually.HoldsAsync(async () =>
            (await RowsAsync(ticket, "comment-added")).Exists(x => x is { State: DeliveryState.Queued, Attempts: 1 }));
    }

    async Task SendAsync()
    {
        _installation.Smtp.OnRecipient = _ => null;
        await _service.PassAsync(TimeSpan.FromMinutes(1));
        _service.Wake();
    }

    async Task<long> SeeAsync(string? agentsSee)
    {
        var version = (await _service.ReadAsync(db => db.Settings.MaxAsync(x => (long?)x.Version, Stop)) ?? 0) + 1;
        await _service.PublishAsync(
            new SettingsChanged
            {
                Version = version,
                AgentsSee = agentsSee,
                ChangedAt = SampleEvents.Now,
                ChangedBy = SampleEvents.Carlos,
            });
        await Eventually.HoldsAsync(() => _service.ReadAsync(db => db.Settings.AnyAsync(x => x.Version == version, Stop)));
        _installation.Clock.Advance(TimeSpan.FromSeconds(2.1));
        return version;
    }

    async Task ServesAsync(Guid agent, long version, params Guid[] areas)
    {
        await _service.PublishAsync(new AgentAreasChanged { AgentId = agent, Version = version, AreaIds = areas });
        await Eventually.HoldsAsync(() =>
            _service.ReadAsync(db => db.AgentAreas.AnyAsync(x => x.AgentId == agent && x.Version == version, Stop)));
    }

    TicketSnapshot Ticket() => SampleEvents.Ticket(token: _service.Protect("secret"));
}
