using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Helpdesk.Ticketing.Tests;

public sealed class Tickets_from_before_customers_had_versions
{
    const string Before = "20261122044734_WholeWords";

    [Fact]
    public async Task G10_G15_keep_what_their_customers_could_know_and_their_tags()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var installation = await Installation.CreateAsync();
        await using var db = installation.Open();
        var migrator = db.GetService<IMigrator>();
        var last = (await db.Database.GetAppliedMigrationsAsync(stop)).Last();
        await migrator.MigrateAsync(Before, stop);
        Guid[] ids = [Guid.NewGuid(), Guid.NewGuid()];
        await db.Database.ExecuteSqlAsync($"""
            insert into ticket (id, number, version, subject, status, priority, category_id, category_title, area_id,
                customer_name, customer_email,
                language, tracking_hash, tracking_token, opened_at, updated_at, message_count, kept_files, tags, reply_count)
            select id, 'HD-00000' || n, 6, 'x', 'New', 1, gen_random_uuid(), 'x', gen_random_uuid(), 'Cleo', 'cleo@example.org',
                'es', sha256(n::text::bytea), 'sealed',
                '2026-01-01 08:00Z', '2026-01-06 08:00Z', 1, 0,
                    case n when 1 then array[{"cafe\u0301"}, 'toner', {"caf\u00E9"}] else array['toner'] end, 0
            from unnest({ids}) with ordinality t (id, n)
            """, stop);
        await db.Database.ExecuteSqlAsync($"""
            insert into timeline_entry (ticket_id, version, at, kind, actor_kind, actor_name, details)
            select {ids[0]}, n, '2025-12-31 08:00Z'::timestamptz + n * interval '1 day', kind, 'Staff', 'Ana', jsonb_build_object()
            from unnest(array['Opened', 'NoteAdded', 'AgentReplied', 'TagsChanged', 'PriorityChanged', 'Linked']) with ordinality t (kind,
                n)
            """, stop);
        await db.Database.ExecuteSqlAsync($"insert into tag (name) values ('toner'), ({"cafe\u0301"}), ({"caf\u00E9"})", stop);

        await migrator.MigrateAsync(last, stop);
        db.ChangeTracker.Clear();
        var (told, silent) = (await db.Tickets.AsNoTracking().SingleAsync(x => x.Id == ids[0], stop),
            await db.Tickets.AsNoTracking().SingleAsync(x => x.Id == ids[1], stop));
        Assert.Equal((6, 3, new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero)),
            (told.Version, told.CustomerVersion, told.CustomerUpdatedAt));
        Assert.Equal((1, silent.OpenedAt), (silent.CustomerVersion, silent.CustomerUpdatedAt));
        Assert.Equal([1, null, 2, null, 3, null], await db.Timeline.OrderBy(x => x.Version)
            .Select(x => x.CustomerVersion).ToListAsync(stop));
        Assert.Equal(["caf\u00E9", "toner"], told.Tags);
        Assert.Equal(["caf\u00E9", "toner"], await db.Tags.OrderBy(x => x.Name).Select(x => x.Name).ToListAsync(stop));
    }
}
