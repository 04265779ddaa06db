using Helpdesk.Api.Formats;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.ServiceDefaults.Database;

/// <summary>The canonical form beside each address that was stored before there was one.</summary>
public static class CanonicalEmails
{
    const int BatchSize = 1000;

    /// <summary>
    /// For a migration: the canonical form of a column, in SQL, where that is beyond doubt (plain ASCII), else null. The rest is
    /// <see cref="FillAsync"/>'s: PostgreSQL knows no IDNA, and its <c>lower()</c> depends on its locale.
    /// </summary>
    /// <param name="column">Name of the column with the address.</param>
    public static string InSql(string column) => $$"""
        case when {{column}} ~ '^[A-Za-z0-9!#$%&''*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&''*+/=?^_`{|}~-]+)*@([A-Za-z0-9]+\.)+[A-Za-z]+$'
            then translate({{column}}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz') end
        """;

    /// <summary>Fills the column where it is null. What is no address by today's rules is compared as the text that it is.</summary>
    /// <param name="db">The database.</param>
    /// <param name="table">The table; a constant of the caller's.</param>
    /// <param name="key">Its key, a <c>uuid</c>.</param>
    /// <param name="email">The column with the address.</param>
    /// <param name="canonical">The column with its canonical form.</param>
    /// <param name="cancellationToken">Ends it; the next call goes on.</param>
    /// <exception cref="PostgresException">Two rows of a unique column have one form.</exception>
    public static async Task FillAsync(
        DbContext db, string table, string key, string email, string canonical, CancellationToken cancellationToken)
    {
        var unfilled = $"""
            select {key} as "Key", {email} as "Email" from {table} where {canonical} is null and {email} is not null limit {BatchSize}
            """;
        var fill = $"update {table} t set {canonical} = x.form from unnest(@keys, @forms) as x(key, form) where t.{key} = x.key";
        while (true)
        {
            var rows = await db.Database.SqlQueryRaw<Row>(unfilled).ToListAsync(cancellationToken);
            if (rows.Count == 0)
                return;
            await db.Database.ExecuteSqlRawAsync(
                fill,
                [new NpgsqlParameter("keys", rows.Select(x => x.Key).ToArray()),
                    new NpgsqlParameter("forms", rows.Select(x => EmailAddress.CanonicalOf(x.Email)).ToArray())],
                cancellationToken);
        }
    }

    sealed record Row(Guid Key, string Email);
}
