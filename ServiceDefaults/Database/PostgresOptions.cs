using Microsoft.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Helpdesk.ServiceDefaults.Database;

/// <summary>How a context of a service speaks to PostgreSQL, in the service and in its tests.</summary>
public static class PostgresOptions
{
    /// <summary>The table that tells which migrations a database has.</summary>
    public const string MigrationsTable = "migrations";

    /// <summary>
    /// Chooses PostgreSQL. Tables, columns, keys and indexes are named as it spells names without quotes: <c>opened_at</c>.
    /// </summary>
    /// <param name="options">The options under construction.</param>
    /// <param name="connection">The connection string.</param>
    /// <param name="configure">What the caller wants besides.</param>
    public static TBuilder UsePostgres<TBuilder>(
        this TBuilder options, string connection, Action<NpgsqlDbContextOptionsBuilder>? configure = null)
        where TBuilder : DbContextOptionsBuilder
    {
        options.UseSnakeCaseNamingConvention().UseNpgsql(connection, npgsql =>
        {
            npgsql.MigrationsHistoryTable(MigrationsTable);
            configure?.Invoke(npgsql);
        });
        return options;
    }
}
