using Helpdesk.AppHost.Servers;

namespace Helpdesk.AppHost.Tests;

public sealed class Secrets_on_the_disk : IDisposable
{
    const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    readonly DataDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F16_of_the_broker_lie_where_no_other_user_of_the_machine_may_go(bool wasThere)
    {
        var folder = Path.Combine(_data.Path, "rabbitmq");
        if (wasThere)
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | Others);
        var server = new RabbitMqServer(folder, 1, 2, 3, 4);

        await server.InitializeAsync(TestContext.Current.CancellationToken);

        Assert.Contains(server.Password, await File.ReadAllTextAsync(Path.Combine(folder, "rabbitmq.conf"),
            TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(folder) & Others);
    }

    [Fact]
    public void F16_a_generated_password_is_its_owners_alone()
    {
        var server = new PostgresServer(Path.Combine(_data.Path, "postgres"), 1);

        Assert.Equal(32, server.Password.Length);
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(_data.Path, "postgres", "password")) & Others);
    }
}
