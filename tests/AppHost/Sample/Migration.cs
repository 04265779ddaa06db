using Npgsql;

namespace Helpdesk.Sample;

/// <summary>The step that the other processes wait for: makes database and table.</summary>
static class Migration
{
    public static async Task<int> RunAsync(IConfiguration configuration, string[] faults)
    {
        if (faults.Contains("migration"))
        {
            Console.WriteLine("the table cannot be made");
            return 5;
        }

        var target = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("rows"));
        var database = target.Database;
        await using (var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(target.ConnectionString) { Database = "postgres" }))
        {
            await using var exists = server.CreateCommand($"SELECT 1 FROM pg_database WHERE datname = '{database}'");
            if (await exists.ExecuteScalarAsync() is null)
            {
                await using var create = server.CreateCommand($"CREATE DATABASE {database}");
                await create.ExecuteNonQueryAsync();
            }
        }

        await using var own = NpgsqlDataSource.Create(target);
        await using var table = own.CreateCommand("CREATE TABLE IF NOT EXISTS rows (text text NOT NULL)");
        await table.ExecuteNonQueryAsync();
        return 0;
    }
}
