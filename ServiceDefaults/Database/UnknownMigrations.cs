using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Helpdesk.ServiceDefaults.Database;

/// <summary>What another build did to a database.</summary>
static class UnknownMigrations
{
    /// <summary>Refuses a database with a migration that this build does not have, before anything in it changes.</summary>
    /// <exception cref="UnknownMigrationException">It has one.</exception>
    public static async Task RefuseAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        var known = database.GetMigrations().ToHashSet();
        if ((await AppliedAsync(database, cancellationToken)).FirstOrDefault(x => !known.Contains(x)) is { } unknown)
            throw new UnknownMigrationException(database.GetDbConnection().Database, unknown);
    }

    /// <summary>Not asked of EF Core: builds before the first release named the columns of the table otherwise.</summary>
    static async Task<List<string>> AppliedAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        var table = await database.SqlQuery<string>($"select to_regclass({PostgresOptions.MigrationsTable})::text as \"Value\"")
            .SingleAsync(cancellationToken);
        return table is null
            ? []
            : await database.SqlQueryRaw<string>(
                $"""
                select coalesce(to_jsonb(x) ->> 'migration_id', to_jsonb(x) ->> 'MigrationId') as "Value"
                from {PostgresOptions.MigrationsTable} x order by 1
                """).ToListAsync(cancellationToken);
    }
}
