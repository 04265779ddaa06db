using Helpdesk.Ticketing.LocalCopies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Helpdesk.Ticketing.Tests;

public sealed class Model_and_migrations
{
    [Fact]
    public async Task Agree()
    {
        await using var installation = await Installation.CreateAsync();
        await using var db = installation.Open();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task G1_give_every_mailbox_its_form_and_take_back_what_the_database_alone_gave_away()
    {
        await using var installation = await Installation.CreateAsync();
        await using var db = installation.Open();
        var stop = TestContext.Current.CancellationToken;
        var migrator = db.GetService<IMigrator>();
        var all = (await db.Database.GetAppliedMigrationsAsync(stop)).ToList();
        var before = all.FindIndex(x => x.EndsWith("_CanonicalMailboxes", StringComparison.Ordinal)) - 1;
        await migrator.MigrateAsync(all[before], stop);
        var (eve, vera, ana) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var accounts = new[] { (eve, "victim@İnstitute.example"), (vera, "Vera@Institute.example"), (ana, "ana@español.example") };
        foreach (var (id, email) in accounts)
            await db.Database.ExecuteSqlAsync($"""
                insert into account (id, version, name, email, language, roles, active, email_confirmed)
                values ({id}, 1, 'x', {email}, 'es', {new[] { "Customer" }}, true, true)
                """, stop);
        var (stolen, veras, anas) = (await InsertAsync("victim@institute.example", eve), await InsertAsync("vera@institute.example", vera),
            await InsertAsync("Ana@xn--espaol-zwa.example", null));
        var (moved, evesOwn, odd) = (await InsertAsync("old@institute.example", vera), await InsertAsync("victim@İnstitute.example", eve),
            await InsertAsync("no address", null));
        await migrator.MigrateAsync(all[^1], stop);
        for (var start = 0; start < 2; start++)
            await Mailboxes.FillAsync(db, stop);

        var kept = await db.Tickets.AsNoTracking().ToDictionaryAsync(x => x.Id, stop);
        Assert.Null(kept[stolen].CustomerId);
        Assert.Equal([vera, ana, vera, eve], new[] { veras, anas, moved, evesOwn }.Select(x => kept[x].CustomerId!.Value));
        Assert.Equal("victim@institute.example vera@institute.example ana@xn--espaol-zwa.example no address",
            string.Join(' ', new[] { stolen, veras, anas, odd }.Select(x => kept[x].CustomerEmailCanonical)));
        Assert.NotEqual(kept[stolen].CustomerEmailCanonical, kept[evesOwn].CustomerEmailCanonical);

        async Task<Guid> InsertAsync(string email, Guid? customer)
        {
            var id = Guid.CreateVersion7();
            await db.Database.ExecuteSqlAsync($"""
                insert into ticket select (jsonb_populate_record(null::ticket, jsonb_build_object(
                    'id', {id}::uuid, 'number', {id.ToString()}::text, 'version', 1, 'subject', 'x', 'status', 'Closed', 'priority', 1,
                    'category_id', {id}::uuid,
                    'category_title', 'x', 'area_id', {id}::uuid, 'customer_id', {customer}::uuid,
                    'customer_name', 'x', 'customer_email', {email}::text,
                    'language', 'es', 'tracking_hash', sha256({id.ToString()}::text::bytea), 'tracking_token', 'x',
                    'opened_at', now(),
                    'updated_at', now(), 'message_count', 0, 'reply_count', 0, 'kept_files', 0, 'touched', false,
                    'awaits_dispatcher', false,
                    'customer_updated_at', now(), 'customer_version', 1,
                    'merged_from', array[]::uuid[], 'tags', array[]::text[], 'link_leads_on', false))).*
                """, stop);
            return id;
        }
    }

    [Fact]
    public async Task Can_be_taken_back_and_made_again()
    {
        await using var installation = await Installation.CreateAsync();
        await using var db = installation.Open();
        var migrator = db.GetService<IMigrator>();
        var last = (await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken)).Last();
        await migrator.MigrateAsync(Migration.InitialDatabase, TestContext.Current.CancellationToken);
        Assert.Empty(await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken));
        await migrator.MigrateAsync(last, TestContext.Current.CancellationToken);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }
}
