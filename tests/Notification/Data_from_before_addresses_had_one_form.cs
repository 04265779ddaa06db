using Helpdesk.Notification.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Helpdesk.Notification.Tests;

public sealed class Data_from_before_addresses_had_one_form
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task G1_is_carried_over()
    {
        await using var installation = await Installation.CreateAsync();
        await using var db = installation.Open();
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync("OutOfTurn", Stop);
        foreach (var address in new[] { "Ana@Example.ORG", "ana@Español.example", "\"ana\"@example.org", "" })
        {
            await db.Database.ExecuteSqlAsync($"""
                insert into delivery (id, event_id, template, language, recipient_name, recipient_address, subject, model, mail_id,
                    created_at, state, attempts)
                values (gen_random_uuid(), gen_random_uuid(), 'x', 'es', 'Ana', {address}, 's', '[]', 'm', now(), 'Sent', 1)
                """, Stop);
        }

        await db.Database.ExecuteSqlAsync($"""
            insert into account (id, version, name, email, language, roles, active)
            values (gen_random_uuid(), 1, 'Ana', 'ANA@español.example', 'es', array['Customer'], true)
            """, Stop);
        await db.Database.ExecuteSqlAsync($"""
            insert into strangers_mail (mailbox, since, mails) values ('ticket-opened ana@example.org', now(), 4)
            """, Stop);
        await db.Database.ExecuteSqlAsync($"insert into bounce values ('ana@español.example', 3, now(), 'x')", Stop);

        await migrator.MigrateAsync(null, Stop);
        await LedgerSetup.FillCanonicalAddressesAsync(db, Stop);

        Assert.Equal(
            ["", "\"ana\"@example.org", "ana@example.org", "ana@xn--espaol-zwa.example"],
            (await db.Deliveries.Select(x => x.CanonicalAddress!).ToListAsync(Stop)).Order(StringComparer.Ordinal));
        Assert.Equal("ana@xn--espaol-zwa.example", (await db.Accounts.SingleAsync(Stop)).CanonicalEmail);
        Assert.Equal("ana@xn--espaol-zwa.example", (await db.BouncedAddresses.SingleAsync(Stop)).Address);
        var counted = await db.Database.SqlQuery<string>($"select key || ' ' || count as \"Value\" from quota").SingleAsync(Stop);
        Assert.Equal("ticket-opened to anybody: ana@example.org 4", counted);
    }
}
