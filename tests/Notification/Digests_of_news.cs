using Helpdesk.Api.Preferences;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Notification.Digests;
using Helpdesk.Notification.Preferences;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Tests;

public sealed class Digests_of_news(DigestingService shared) : IClassFixture<DigestingService>, IAsyncLifetime
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
    public async Task F32_many_tickets_come_in_one_mail_and_none_before_its_time()
    {
        // None of them is older than another by the time that the machine takes.
        _installation.Clock.Stop();
        var (reader, mail) = await DispatcherAsync();
        var tickets = Enumerable.Range(0, 60).Select(_ => SampleEvents.Ticket()).ToList();
        await AwaitingAsync(reader, tickets);
        await _installation.StartAsync(DigestingService.Poll);
        _installation.Clock.Advance(DigestItem.Window - TimeSpan.FromMinutes(1));
        await Task.Delay(500, Stop);
        Assert.Empty(_installation.Smtp.To(mail));

        _installation.Clock.Advance(TimeSpan.FromMinutes(2));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(mail).Any());
        await AwaitingAsync(reader, [SampleEvents.Ticket()], 61);
        await Task.Delay(500, Stop);

        var digest = Assert.Single(_installation.Smtp.To(mail));
        Assert.Equal("Novedades de 60 tickets", digest.Subject);
        Assert.Equal(50, tickets.Count(x => digest.Text.Contains(x.Number, StringComparison.Ordinal)));
        Assert.Contains("Y 10 tickets más.", digest.Text, StringComparison.Ordinal);
        Assert.NotEmpty(digest.Header("List-Unsubscribe"));
    }

    [Fact]
    public async Task F24_what_waits_for_a_digest_survives_the_process()
    {
        var (reader, mail) = await DispatcherAsync();
        await AwaitingAsync(reader, [SampleEvents.Ticket()]);
        await shared.RestartAsync(DigestItem.Window + TimeSpan.FromMinutes(1));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(mail).Any());
        Assert.Single(_installation.Smtp.To(mail));
    }

    [Fact]
    public async Task F31_an_event_that_comes_again_after_its_digest_is_not_told_again()
    {
        var (reader, mail) = await DispatcherAsync();
        var (e, id) = (SampleEvents.Awaiting(SampleEvents.Ticket()), Guid.CreateVersion7());
        await _service.PublishAsync(e, id);
        await Eventually.HoldsAsync(() => _service.ReadAsync(db => db.DigestItems.AnyAsync(x => x.AccountId == reader, Stop)));
        _installation.Clock.Advance(DigestItem.Window + TimeSpan.FromMinutes(1));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(mail).Any());

        // As if the inbox had long forgotten it.
        await _service.ReadAsync(db => db.Database.ExecuteSqlAsync($"delete from inbox_message where message_id = {id}", Stop));
        await _service.PublishAsync(e, id);
        await Eventually.HoldsAsync(() => _service.ReadAsync(async db => await db.Database.SqlQuery<int>(
            $"select count(*)::int as \"Value\" from inbox_message where message_id = {id}").SingleAsync(Stop) == 1));
        await AwaitingAsync(reader, [SampleEvents.Ticket()], 2);
        Assert.Equal(2, await _service.ReadAsync(db => db.DigestItems.CountAsync(Stop)));
    }

    [Fact]
    public async Task What_was_turned_off_meanwhile_or_waits_for_a_disabled_account_is_dropped()
    {
        var (reader, mail) = await DispatcherAsync();
        var (gone, goneMail) = await DispatcherAsync();
        await AwaitingAsync(reader, [SampleEvents.Ticket()]);
        await _service.ReadAsync(
            db => db.Database.ExecuteSqlAsync($"insert into preference values ({reader}, 'AwaitsDispatcher', 'Never')", Stop));
        await _service.PublishAsync(SampleEvents.Account(gone, goneMail, ["Dispatcher"], active: false, version: 2));
        await Eventually.HoldsAsync(() => _service.ReadAsync(db => db.Accounts.AnyAsync(x => x.Id == gone && !x.Active, Stop)));

        _installation.Clock.Advance(DigestItem.Window + TimeSpan.FromMinutes(1));
        await Eventually.HoldsAsync(() => _service.ReadAsync(db => db.DigestItems.AllAsync(x => x.SettledAt != null, Stop)));
        Assert.False(await _service.ReadAsync(
            db => db.Deliveries.AnyAsync(x => x.RecipientAddress == mail || x.RecipientAddress == goneMail, Stop)));
        Assert.Empty(_installation.Smtp.To(mail).Concat(_installation.Smtp.To(goneMail)));
    }

    [Fact]
    public async Task N4_the_ledger_of_a_ticket_shows_the_digest_that_told_of_it()
    {
        var (reader, mail) = await DispatcherAsync();
        var ticket = SampleEvents.Ticket();
        await AwaitingAsync(reader, [ticket, SampleEvents.Ticket()]);
        _installation.Clock.Advance(DigestItem.Window + TimeSpan.FromMinutes(1));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(mail).Any());
        Assert.Contains("\"digest\"", await _service.As("Admin").GetStringAsync($"/api/deliveries?ticket={ticket.Number}", Stop),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_ticket_with_much_news_is_one_line()
    {
        var id = Guid.CreateVersion7();
        var agent = SampleEvents.Agent(email: $"a.{id:N}@example.org") with { Id = id };
        await _service.PublishAsync(SampleEvents.Account(id, agent.Email, ["Agent"]));
        await Eventually.HoldsAsync(() => _service.ReadAsync(db => db.Accounts.AnyAsync(x => x.Id == id, Stop)));
        await _service.ReadAsync(db => db.Database.ExecuteSqlAsync(
            $"insert into preference values ({id}, 'CustomerReplied', 'Digest'), ({id}, 'TicketAssigned', 'Digest')", Stop));
        var ticket = SampleEvents.Ticket(assignee: agent);
        await _service.PublishAsync(SampleEvents.Assigned(ticket, agent));
        await Eventually.HoldsAsync(
            () => _service.ReadAsync(db => db.DigestItems.AnyAsync(x => x.Kind == NotificationKind.TicketAssigned, Stop)));
        for (var i = 0; i < 3; i++)
            await _service.PublishAsync(SampleEvents.Replied(ticket));
        await Eventually.HoldsAsync(() => _service.ReadAsync(async db => await db.DigestItems.CountAsync(Stop) == 4));

        _installation.Clock.Advance(DigestItem.Window + TimeSpan.FromMinutes(1));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(agent.Email).Any());
        var digest = Assert.Single(_installation.Smtp.To(agent.Email));
        Assert.Equal("Novedades de 1 ticket", digest.Subject);
        Assert.Contains("te lo asignaron, el cliente respondió\n", digest.Text, StringComparison.Ordinal);
    }

    Task<(Guid Id, string Email)> DispatcherAsync() => _service.AccountAsync("Dispatcher");

    async Task AwaitingAsync(Guid reader, IEnumerable<TicketSnapshot> tickets, int? total = null)
    {
        var told = tickets.ToList();
        foreach (var ticket in told)
            await _service.PublishAsync(SampleEvents.Awaiting(ticket));
        await Eventually.HoldsAsync(() =>
            _service.ReadAsync(async db => await db.DigestItems.CountAsync(x => x.AccountId == reader, Stop) == (total ?? told.Count)));
    }
}
