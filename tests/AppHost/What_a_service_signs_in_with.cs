using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Npgsql;

namespace Helpdesk.AppHost.Tests;

public sealed class What_a_service_signs_in_with : IDisposable
{
    static readonly HttpClient Http = new();

    readonly DataDirectory _data = new();

    public void Dispose() => _data.Dispose();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F16_opens_its_own_database_and_no_other_also_after_its_password_was_lost()
    {
        await using (var runner = await Runner.ReadyAsync(_data, "--Servers=true"))
        {
            await Runner.PostAsync(runner.Resource("inner"), "/rows/kept");
            await OpensItsOwnAloneAsync(await ToldAsync(runner, "inner", "inner"), "others", "postgres", "template1");
            await OpensItsOwnAloneAsync(await ToldAsync(runner, "others", "others"), "inner");
            await ManagesNothingAsync(await ToldAsync(runner, "inner", "rabbitmq"), runner);
            var password = Path.Combine(_data.Path, "postgres", "owners", "inner", "password");
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(password));

            runner.Signal("INT");
            Assert.Equal(0, await runner.EndsAsync());
            Directory.Delete(Path.Combine(_data.Path, "postgres", "owners"), recursive: true);
        }

        await using var again = await Runner.ReadyAsync(_data, "--Servers=true");
        Assert.Equal("kept, kept", await Runner.GetAsync(again.Resource("inner"), "/rows"));
        await OpensItsOwnAloneAsync(await ToldAsync(again, "inner", "inner"), "others", "postgres", "template1");
    }

    static async Task OpensItsOwnAloneAsync(string told, params string[] others)
    {
        await using (var own = await OpenAsync(told))
        {
            await using var rights = new NpgsqlCommand(
                "select rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls " +
                "from pg_roles where rolname = current_user", own);
            Assert.Equal(false, await rights.ExecuteScalarAsync(Stop));
        }

        foreach (var other in others)
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() =>
                OpenAsync(new NpgsqlConnectionStringBuilder(told) { Database = other }.ConnectionString));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    static async Task ManagesNothingAsync(string told, Runner runner)
    {
        var management = new Uri($"http://127.0.0.1:{await ManagementPortAsync(runner)}/api/users");
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(new Uri(told).UserInfo));
        using var request = new HttpRequestMessage(HttpMethod.Get, management);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        using var answer = await Http.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    static async Task<string> ManagementPortAsync(Runner runner) =>
        (await File.ReadAllLinesAsync(Path.Combine(runner.Data.Path, "rabbitmq", "rabbitmq.conf"), Stop))
            .Single(x => x.StartsWith("management.tcp.port", StringComparison.Ordinal)).Split('=')[1].Trim();

    static Task<string> ToldAsync(Runner runner, string part, string name) =>
        Runner.GetAsync(runner.Resource(part), $"/environment/ConnectionStrings__{name}");

    static async Task<NpgsqlConnection> OpenAsync(string database)
    {
        var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync(Stop);
        return connection;
    }
}
