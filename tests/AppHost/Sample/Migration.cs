using Npgsql;

namespace Helpdesk.Sample;

/// <summary>The step that the other processes wait for: makes the table.</summary>
static class Migration
{
    static string IsolatedDatabase(IConfiguration configuration) =>
        configuration.GetSection("ConnectionStrings").GetChildren().Single(x => x.Key != "rabbitmq").Value!;

    public static async Task<int> RunAsync(IConfiguration configuration, string[] faults)
    {
        if (faults.Contains("migration"))
        {
            Console.WriteLine("the table cannot be made");
            return 5;
        }

        await using var database = NpgsqlDataSource.Create(IsolatedDatabase(configuration));
        await using var table = database.CreateCommand("CREATE TABLE IF NOT EXISTS rows (text text NOT NULL)");
        await table.ExecuteNonQueryAsync();
        return 0;
    }
}
