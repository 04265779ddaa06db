using Npgsql;

namespace Helpdesk.AppHost.Servers;

/// <summary>
/// A database with an owner of the same name, who may do anything in it and may not connect to any other database: leaked credentials of
/// one service give access to that service's data alone.
/// </summary>
static class OwnedDatabase
{
    /// <summary>Creates both unless they exist.</summary>
    public static async Task EnsureAsync(PostgresServer server, string name, CancellationToken cancellationToken)
    {
        await using var connection = await server.ConnectAsync(cancellationToken: cancellationToken);
        // One at a time, for all change the same rows of the catalogue. The lock ends with the connection.
        await ExecuteAsync(connection, "select pg_advisory_lock(1)", cancellationToken);
        var (role, password) = (Quoted(name), server.OwnersPassword(name));
        // The password of a role that is there already may have been lost, and made anew.
        var exists = await ExistsAsync(connection, "select 1 from pg_roles where rolname = $1", name, cancellationToken);
        const string Limits = "login nosuperuser nocreatedb nocreaterole noreplication nobypassrls";
        var verb = exists ? "alter" : "create";
        await ExecuteAsync(connection, $"{verb} role {role} {Limits} password '{password}'", cancellationToken);
        if (!await ExistsAsync(connection, "select 1 from pg_database where datname = $1", name, cancellationToken))
            await ExecuteAsync(connection, $"create database {role} owner {role}", cancellationToken);
        await ExecuteAsync(connection, $"revoke all on database {role}, postgres, template1 from public", cancellationToken);
    }

    static async Task<bool> ExistsAsync(NpgsqlConnection connection, string query, string name, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(query, connection) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    static string Quoted(string name) => $"\"{name}\"";
}
