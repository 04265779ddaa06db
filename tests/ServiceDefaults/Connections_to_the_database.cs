using Helpdesk.ServiceDefaults.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed class Connections_to_the_database
{
    [Fact]
    public void Are_few_for_each_replica_so_that_all_hosts_together_stay_within_what_the_server_allows() =>
        Assert.Equal(20, PoolOf("Host=127.0.0.1;Database=sample"));

    [Theory]
    [InlineData(7)]
    [InlineData(100)]
    public void Are_as_many_as_the_installation_says(int connections) =>
        Assert.Equal(connections, PoolOf($"Host=127.0.0.1;Database=sample;Maximum Pool Size={connections}"));

    [Fact]
    public void Compile_no_statements_at_the_server_expect_no_turning_disk_and_start_no_more_processes() =>
        Assert.Equal("-c jit=off -c random_page_cost=1.1 -c max_parallel_workers_per_gather=0",
            SettingsOf("Host=127.0.0.1;Database=sample").Options);

    [Fact]
    public void Do_not_make_the_server_forget_between_two_statements_unless_the_installation_says_so()
    {
        Assert.True(SettingsOf("Host=127.0.0.1;Database=sample").NoResetOnClose);
        Assert.False(SettingsOf("Host=127.0.0.1;Database=sample;No Reset On Close=false").NoResetOnClose);
    }

    [Fact]
    public void Say_to_the_server_what_the_installation_says() =>
        Assert.Equal("-c jit=on", SettingsOf("Host=127.0.0.1;Database=sample;Options=-c jit=on").Options);

    static int PoolOf(string connection) => SettingsOf(connection).MaxPoolSize;

    static NpgsqlConnectionStringBuilder SettingsOf(string connection)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration["ConnectionStrings:sample"] = connection;
        builder.AddDatabase<Sample>("sample");
        using var services = builder.Services.BuildServiceProvider();
        using var scope = services.CreateScope();
        return new(scope.ServiceProvider.GetRequiredService<Sample>().Database.GetConnectionString());
    }

    sealed class Sample(DbContextOptions<Sample> options) : DbContext(options);
}
