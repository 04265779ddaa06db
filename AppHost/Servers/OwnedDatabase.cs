using Npgsql;

namespace Helpdesk.AppHost.Servers;

/// <summary>
/// A database with an owner of the same name, who may do anything in it and may not connect to any other database: leaked credentials of
/// one service give access to that service's data alone.
/// </summary>
static class OwnedDatabase
{
    // What the superuser created before services had roles of their own: owning a database does not mean owning what is in it.
    const string HandOver = """
        do $$
        declare
            change text;
        begin
            for change in
                select format('alter schema %I', nspname) from pg_namespace
                where oid >= 16384 and nspowner = current_user::regrole and nspname not like 'pg\_%'
                union all
                select format('alter table %s', c.oid::regclass) from pg_class c
                where c.oid >= 16384 and relowner = current_user::regrole and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                    and relnamespace <> 'pg_toast'::regnamespace
                    -- A column's sequence goes with its table, and what belongs to an extension stays with it.
                    and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = c.oid
                        and (deptype = 'e' or (relkind = 'S' and deptype in ('a', 'i'))))
                union all
                select format('alter routine %s', p.oid::regprocedure) from pg_proc p
                where p.oid >= 16384 and proowner = current_user::regrole
                    and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = p.oid and deptype = 'e')
                union all
                select format('alter type %s', t.oid::regtype) from pg_type t
                where t.oid >= 16384 and typowner = current_user::regrole and (typtype in ('e', 'd', 'r')
                        or (typtype = 'c' and exists (select from pg_class where oid = typrelid and relkind = 'c')))
                    and not exists (select from pg_depend where classid = 'pg_type'::regclass and objid = t.oid and deptype = 'e')
            loop
                execute format('%s owner to %I', change, current_database());
            end loop;
        end $$
        """;

    /// <summary>Creates both unless they exist, and gives the owner everything in the database.</summary>
    public static async Task EnsureAsync(PostgresServer server, string name, CancellationToken cancellationToken)
    {
        await using (var connection = await server.ConnectAsync(cancellationToken: cancellationToken))
        {
            // One at a time, for all change the same rows of the catalogue. The lock ends with the connection.
            await ExecuteAsync(connection, "select pg_advisory_lock(1)", cancellationToken);
            var (role, password) = (Quoted(name), server.OwnersPassword(name));
            var exists = await ExistsAsync(connection, "select 1 from pg_roles where rolname = $1", name, cancellationToken);
            const string Limits = "login nosuperuser nocreatedb nocreaterole noreplication nobypassrls";
            var verb = exists ? "alter" : "create";
            await ExecuteAsync(connection, $"{verb} role {role} {Limits} password '{password}'", cancellationToken);
            if (await ExistsAsync(connection, "select 1 from pg_database where datname = $1", name, cancellationToken))
                await ExecuteAsync(connection, $"alter database {role} owner to {role}", cancellationToken);
            else
                await ExecuteAsync(connection, $"create database {role} owner {role}", cancellationToken);
            await ExecuteAsync(connection, $"revoke all on database {role}, postgres, template1 from public", cancellationToken);
        }

        await using var inside = await server.ConnectAsync(name, cancellationToken);
        await ExecuteAsync(inside, HandOver, cancellationToken);
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
