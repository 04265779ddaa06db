extern alias ticketing;

using System.Diagnostics;
using Helpdesk.Fixtures;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ticketing::Helpdesk.Ticketing;

namespace Helpdesk.Load.Lists;

/// <summary>
/// Ticketing on a database of its own, which is filled before the service starts, or on one that an earlier run has filled.
/// </summary>
sealed class TicketingInstallation(string? filled) : ServiceInstallation<TicketingDbContext>("ticketing")
{
    public string Tickets => filled is null ? Database : new NpgsqlConnectionStringBuilder(Database) { Database = filled }.ConnectionString;

    public override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        if (filled is null)
            return;
        await using var db = Open();
        var watch = Stopwatch.StartNew();
        db.Database.SetConnectionString(Tickets + ";Command Timeout=900");
        await db.Database.MigrateAsync();
        Console.WriteLine($"migrated in {watch.Elapsed.TotalSeconds:0.0} s");
    }

    public override IEnumerable<(string Key, string Value)> Settings =>
        [.. base.Settings, ("ConnectionStrings:ticketing", Tickets), ("Links:Portal", "https://help.example.org")];
}

/// <summary>One replica of it.</summary>
sealed class TicketingReplica(TicketingInstallation installation) : ServiceReplica<ticketing::Program, TicketingDbContext>(installation)
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        // This program is no test project, which would bring the folder along.
        builder.UseContentRoot(AppContext.BaseDirectory);
    }
}
