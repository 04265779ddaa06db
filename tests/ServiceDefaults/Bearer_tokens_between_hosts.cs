using System.Net;
using System.Security.Claims;
using Helpdesk.Api.Accounts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Builder;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed class Bearer_tokens_between_hosts
{
    readonly StoppedClock _clock = new();

    [Fact]
    public async Task A_token_of_Identity_is_accepted_by_every_host_that_knows_the_key()
    {
        await using var host = await TestHost.StartAsync(TestHost.MapStaff);
        await using var other = await TestHost.StartAsync(TestHost.MapStaff);
        var token = host.Token(TimeSpan.FromHours(1), AccountRoles.Agent);
        Assert.Equal(HttpStatusCode.OK, await host.AskAsync(token));
        Assert.Equal(HttpStatusCode.OK, await other.AskAsync(token));
    }

    [Fact]
    public async Task F2_a_token_made_with_other_keys_opens_nothing()
    {
        await using var host = await TestHost.StartAsync(TestHost.MapStaff);
        var token = new TestIssuer().Issue(
            [new(Claims.Subject, $"{Guid.CreateVersion7()}"), new(Claims.Role, AccountRoles.Admin)], TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.AskAsync(token));
    }

    [Fact]
    public async Task F2_a_host_without_a_key_directory_does_not_start()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => TestHost.StartAsync("", _ => { }));
        Assert.Contains("DataProtection:Keys", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void F2_a_host_without_a_folder_for_the_keys_of_Identity_does_not_start()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => WebApplication.CreateBuilder().AddTokenKeys());
        Assert.Contains("TokenKeys:Folder", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SE8_a_token_ends_when_its_lifetime_does()
    {
        await using var host = await TestHost.StartAsync(TestHost.MapStaff, _clock);
        var token = host.Token(TimeSpan.FromHours(1), AccountRoles.Agent);

        _clock.Now += TimeSpan.FromMinutes(59);
        Assert.Equal(HttpStatusCode.OK, await host.AskAsync(token));
        _clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(HttpStatusCode.Unauthorized, await host.AskAsync(token));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData(AccountRoles.Customer, HttpStatusCode.Forbidden)]
    [InlineData(AccountRoles.Agent, HttpStatusCode.OK)]
    [InlineData(AccountRoles.Dispatcher, HttpStatusCode.OK)]
    [InlineData(AccountRoles.Admin, HttpStatusCode.OK)]
    public async Task SE2_staff_endpoints_are_for_staff(string? role, HttpStatusCode expected)
    {
        await using var host = await TestHost.StartAsync(TestHost.MapStaff);
        Assert.Equal(expected, await host.AskAsync(role is null ? null : host.Token(TimeSpan.FromHours(1), role)));
    }

    [Fact]
    public async Task SE2_somebody_with_several_roles_has_each_of_them()
    {
        await using var host = await TestHost.StartAsync(TestHost.MapStaff);
        Assert.Equal(HttpStatusCode.OK, await host.AskAsync(host.Token(TimeSpan.FromHours(1), AccountRoles.Customer, AccountRoles.Agent)));
    }

    [Theory]
    [InlineData("Ana \"Pepa\" López \\")]
    [InlineData("日本 🌸")]
    [InlineData("2026-03-01")]
    [InlineData("2026-03-01T09:00:00Z")]
    [InlineData("12")]
    [InlineData("true")]
    [InlineData("""{"a":["b"]}""")]
    public async Task A_name_arrives_as_it_was_written(string name)
    {
        await using var host = await TestHost.StartAsync(app => app.MapGet("/name", (ClaimsPrincipal caller) => caller.FullName()));
        using var client = host.Client;
        var token = TestIssuer.Shared.Issue([new(Claims.Name, name), new(Claims.Role, AccountRoles.Customer)], TimeSpan.FromHours(1));
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.Equal(name, await client.GetStringAsync("/name", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_endpoint_that_says_nothing_about_authorisation_asks_for_a_signed_in_person()
    {
        await using var host = await TestHost.StartAsync(app => app.MapGet("/silent", () => "x"));
        Assert.Equal(HttpStatusCode.Unauthorized,
            (await host.Client.GetAsync("/silent", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await host.AskAsync(host.Token(TimeSpan.FromHours(1), AccountRoles.Customer), "/silent"));
    }

    [Fact]
    public async Task AG10_whoever_has_no_role_before_changing_the_password_comes_nowhere()
    {
        await using var host = await TestHost.StartAsync(app => app.MapGet("/silent", () => "x"));
        Assert.Equal(HttpStatusCode.Forbidden, await host.AskAsync(host.Token(TimeSpan.FromHours(1)), "/silent"));
    }
}
