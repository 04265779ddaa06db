using Helpdesk.Api.Deliveries;
using Helpdesk.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Tests;

public sealed class Events_that_come_twice(SharedService shared)
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F31_N4_one_event_is_one_mail_even_when_the_inbox_has_forgotten_it(bool forgotten)
    {
        var ticket = SampleEvents.Ticket(token: _service.Protect("x"));
        var id = await _service.PublishAsync(SampleEvents.Opened(ticket));
        await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent);
        if (forgotten)
            await _service.ReadAsync(db => db.Database.ExecuteSqlAsync($"delete from inbox_message where message_id = {id}"));

        await _service.PublishAsync(SampleEvents.Opened(ticket), id);
        await PassedAsync();
        Assert.Single(_installation.Smtp.To(ticket.Customer.Email));
        Assert.Single(await _service.LedgerAsync(ticket.Number));
    }

    [Fact]
    public async Task F31_copies_that_arrive_at_the_same_moment_are_one_mail()
    {
        var ticket = SampleEvents.Ticket(token: _service.Protect("x"));
        var id = Guid.CreateVersion7();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _service.PublishAsync(SampleEvents.Opened(ticket), id)));
        await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent);
        await PassedAsync();
        Assert.Single(_installation.Smtp.To(ticket.Customer.Email));
    }

    [Fact]
    public async Task F24_when_the_commit_fails_neither_row_nor_memory_of_the_event_stays_and_the_mail_is_not_lost()
    {
        var (installation, service) = await Installation.RunningAsync();
        await using var _ = installation;
        // Fails at the commit itself, when every statement has gone well; the sequence counts the tries, for it does not roll back. The
        // third waits for the test.
        await ExecuteAsync(service, """
            create sequence tries;
            create function refuse() returns trigger language plpgsql as $$ begin
              if nextval('tries') < 3 then raise exception 'not now'; end if;
              perform pg_advisory_xact_lock(3);
              return null;
            end $$;
            create constraint trigger refuse after insert on delivery deferrable initially deferred for each row execute function refuse();
            """);
        var ticket = SampleEvents.Ticket(token: service.Protect("x"));
        await using var door = service.Open();
        await using var closed = await door.Database.BeginTransactionAsync();
        await door.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(3)");
        await service.PublishAsync(SampleEvents.Opened(ticket));
        await Eventually.HoldsAsync(() => service.ReadAsync(
            async db => await db.Database.SqlQuery<long>($"select last_value as \"Value\" from tries").SingleAsync() == 3));
        Assert.Empty(await service.LedgerAsync(ticket.Number));
        Assert.Equal(0, await service.ReadAsync(
            db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from inbox_message").SingleAsync()));
        Assert.Empty(installation.Smtp.Mails);

        await closed.RollbackAsync();
        await service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent);
        Assert.Single(installation.Smtp.To(ticket.Customer.Email));
    }

    static Task<int> ExecuteAsync(Replica service, string sql) => service.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    /// <summary>Everything that was published before has been consumed and sent.</summary>
    async Task PassedAsync()
    {
        var last = SampleEvents.Ticket(token: _service.Protect("x"));
        await _service.PublishAsync(SampleEvents.Opened(last));
        await _service.RowAsync(last.Number, x => x.State == DeliveryState.Sent);
    }
}
