using System.Net.Http.Json;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Tests;

public sealed class News_for_the_staff(RunningService shared) : IClassFixture<RunningService>, IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    public ValueTask InitializeAsync() => shared.ResetAccountsAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F32_a_new_ticket_mails_nobody_of_the_staff_who_did_not_ask_for_it()
    {
        var (_, admin) = await _service.AccountAsync("Admin");
        var (agent, mail) = await _service.AccountAsync("Agent");
        var ticket = Ticket();
        await ServesAsync(agent, ticket.AreaId);
        await OpenedAsync(ticket);
        Assert.Single(await _service.LedgerAsync(ticket.Number));
        Assert.Empty(_installation.Smtp.To(admin).Concat(_installation.Smtp.To(mail)));
    }

    [Fact]
    public async Task NO5_an_administrator_who_asked_for_it_hears_of_every_new_ticket()
    {
        var (admin, mail) = await _service.AccountAsync("Admin");
        await ChooseAsync(admin, "Admin", "NewTicket", "AtOnce");
        var ticket = Ticket();
        await OpenedAsync(ticket);
        await Eventually.HoldsAsync(() => _installation.Smtp.To(mail).Any());
        var told = Assert.Single(_installation.Smtp.To(mail));
        Assert.Contains(ticket.Number, told.Subject, StringComparison.Ordinal);
        Assert.Contains("> No puedo entrar desde esta mañana.", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/t/secret", told.Text, StringComparison.Ordinal);
        Assert.NotEmpty(told.Header("List-Unsubscribe"));
    }

    [Fact]
    public async Task NO8_all_agents_of_the_area_who_asked_for_it_hear_of_a_new_ticket_and_no_others()
    {
        var ticket = Ticket();
        var (inside, first) = await _service.AccountAsync("Agent");
        var (second, alsoInside) = await _service.AccountAsync("Agent");
        var (outside, elsewhere) = await _service.AccountAsync("Agent");
        var (customer, stranger) = await _service.AccountAsync("Customer");
        foreach (var agent in new[] { inside, second, outside })
            await ChooseAsync(agent, "Agent", "NewTicket", "AtOnce");
        await _service.ReadAsync(
            db => db.Database.ExecuteSqlAsync($"insert into preference values ({customer}, 'NewTicket', 'AtOnce')", Stop));
        await ServesAsync(inside, ticket.AreaId);
        await ServesAsync(second, Guid.NewGuid(), ticket.AreaId);
        await ServesAsync(outside, Guid.NewGuid());

        await OpenedAsync(ticket);
        await Eventually.HoldsAsync(() => _installation.Smtp.To(first).Any() && _installation.Smtp.To(alsoInside).Any());
        Assert.Equal(3, (await _service.LedgerAsync(ticket.Number)).Count);
        Assert.Empty(_installation.Smtp.To(elsewhere).Concat(_installation.Smtp.To(stranger)));
    }

    [Fact]
    public async Task NO8_where_agents_see_their_own_tickets_alone_they_are_not_told_of_others()
    {
        var ticket = Ticket();
        var (agent, _) = await _service.AccountAsync("Agent");
        await ChooseAsync(agent, "Agent", "NewTicket", "AtOnce");
        await ServesAsync(agent, ticket.AreaId);
        await SeeAsync(1, "Assigned");
        await OpenedAsync(ticket);
        Assert.Single(await _service.LedgerAsync(ticket.Number));
        await SeeAsync(2, null);
    }

    [Fact]
    public async Task F32_who_opened_the_ticket_gets_no_mail_about_it()
    {
        var (admin, mail) = await _service.AccountAsync("Admin");
        await ChooseAsync(admin, "Admin", "NewTicket", "AtOnce");
        var ticket = Ticket() with { OpenedById = admin };
        await OpenedAsync(ticket, new Actor(ActorKind.Staff, admin, "Persona"));
        Assert.DoesNotContain(await _service.LedgerAsync(ticket.Number), x => x.RecipientAddress == mail);
    }

    [Fact]
    public async Task NO9_who_opened_a_ticket_for_a_customer_hears_what_others_say_on_it_and_not_their_own_words()
    {
        var (opener, mail) = await _service.AccountAsync("Agent");
        var (other, _) = await _service.AccountAsync("Agent");
        var ticket = Ticket() with { OpenedById = opener };
        await ServesAsync(opener, ticket.AreaId);
        await OpenedAsync(ticket, new Actor(ActorKind.Staff, opener, "Persona"));

        await _service.PublishAsync(SampleEvents.Answered(ticket, "De otra persona.", new Actor(ActorKind.Staff, other, "Otra")));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(mail).Count() == 1);
        Assert.Contains("> De otra persona.", Assert.Single(_installation.Smtp.To(mail)).Text, StringComparison.Ordinal);

        await _service.PassAsync(TimeSpan.FromMinutes(2));
        await _service.PublishAsync(SampleEvents.Replied(ticket, "Del cliente."));
        await Eventually.HoldsAsync(
            () => _installation.Smtp.To(mail).Any(x => x.Text.Contains("> Del cliente.", StringComparison.Ordinal)));

        await _service.PassAsync(TimeSpan.FromMinutes(2));
        await _service.PublishAsync(SampleEvents.Answered(ticket, "Suya.", new Actor(ActorKind.Staff, opener, "Persona")));
        await Eventually.HoldsAsync(
            () => _installation.Smtp.To(ticket.Customer.Email).Any(x => x.Text.Contains("> Suya.", StringComparison.Ordinal)));
        Assert.Equal(2, (await _service.LedgerAsync(ticket.Number)).Count(x => x.Template == "comment-added"));
    }

    [Fact]
    public async Task NO9_who_opened_a_ticket_for_a_customer_hears_what_others_say_whichever_event_comes_first()
    {
        var (opener, mail) = await _service.AccountAsync("Agent");
        var (other, _) = await _service.AccountAsync("Agent");
        var opened = Ticket() with { OpenedById = opener };
        await ServesAsync(opener, opened.AreaId);

        await _service.PublishAsync(
            SampleEvents.Answered(opened with { Version = 2 }, "Antes de abrirse.", new Actor(ActorKind.Staff, other, "Otra")));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(mail).Any());
        Assert.Contains("> Antes de abrirse.", Assert.Single(_installation.Smtp.To(mail)).Text, StringComparison.Ordinal);

        await OpenedAsync(opened, new Actor(ActorKind.Staff, opener, "Persona"));
        await Eventually.HoldsAsync(async () => (await _service.LedgerAsync(opened.Number)).Count == 3);
        Assert.Equal(["agent-replied", "comment-added", "ticket-opened"],
            (await _service.LedgerAsync(opened.Number)).Select(x => x.Template).Order());
    }

    [Fact]
    public async Task NO9_the_agent_who_opened_it_and_works_on_it_hears_of_an_answer_once()
    {
        var (opener, mail) = await _service.AccountAsync("Agent");
        var ticket = Ticket() with
        {
            Assignee = new() { Id = opener, Name = "Persona", Email = $"{opener:N}@example.org", Language = "es" }, OpenedById = opener,
        };
        await OpenedAsync(ticket, new Actor(ActorKind.Staff, opener, "Persona"));
        await _service.PublishAsync(SampleEvents.Replied(ticket));
        await Eventually.HoldsAsync(async () => (await _service.LedgerAsync(ticket.Number)).Count == 2);
        Assert.Equal(["customer-replied", "ticket-opened"], (await _service.LedgerAsync(ticket.Number)).Select(x => x.Template).Order());
        Assert.Empty(_installation.Smtp.To(mail));
    }

    [Fact]
    public async Task F10_a_ticket_that_waits_for_a_dispatcher_is_told_to_dispatchers_and_to_administrators_where_there_are_none()
    {
        var (admin, _) = await _service.AccountAsync("Admin");
        await _service.AccountAsync("Agent");
        await _service.PublishAsync(SampleEvents.Awaiting(Ticket()));
        await Eventually.HoldsAsync(() => DigestAsync(admin, 1));

        var (dispatcher, _) = await _service.AccountAsync("Dispatcher");
        await _service.PublishAsync(SampleEvents.Awaiting(Ticket()));
        await Eventually.HoldsAsync(() => DigestAsync(dispatcher, 1));
        Assert.True(await DigestAsync(admin, 1));
        Assert.Equal(2, await _service.ReadAsync(db => db.DigestItems.CountAsync(Stop)));
    }

    async Task SeeAsync(long version, string? agentsSee)
    {
        await _service.PublishAsync(new SettingsChanged
        {
            Version = version,
            AgentsSee = agentsSee,
            ChangedAt = SampleEvents.Now,
            ChangedBy = SampleEvents.Carlos,
        });
        await Eventually.HoldsAsync(() => _service.ReadAsync(db => db.Settings.AnyAsync(x => x.Version == version, Stop)));
        _installation.Clock.Advance(TimeSpan.FromSeconds(2.1));
    }

    Task<bool> DigestAsync(Guid person, int count) =>
        _service.ReadAsync(async db => await db.DigestItems.CountAsync(x => x.AccountId == person, Stop) == count);

    async Task ServesAsync(Guid agent, params Guid[] areas)
    {
        await _service.PublishAsync(new AgentAreasChanged { AgentId = agent, Version = 1, AreaIds = areas });
        await Eventually.HoldsAsync(() => _service.ReadAsync(db => db.AgentAreas.AnyAsync(x => x.AgentId == agent, Stop)));
    }

    async Task ChooseAsync(Guid person, string role, string kind, string mode)
    {
        var answer = await _service.As(person, "Persona", "x@example.org", role)
            .PutAsJsonAsync("/api/preferences", new { modes = new Dictionary<string, string> { [kind] = mode } }, Stop);
        answer.EnsureSuccessStatusCode();
    }

    async Task OpenedAsync(TicketSnapshot ticket, Actor? by = null)
    {
        await _service.PublishAsync(SampleEvents.Opened(ticket) with { OpenedBy = by ?? SampleEvents.ByCustomer });
        await Eventually.HoldsAsync(() => _installation.Smtp.To(ticket.Customer.Email).Any());
    }

    TicketSnapshot Ticket() => SampleEvents.Ticket(token: _service.Protect("secret"));
}
