using System.Diagnostics;
using System.Net;

namespace Helpdesk.Gateway.Tests;

public sealed class A_service_that_is_down
{
    [Fact]
    public async Task Is_explained_with_a_time_to_come_back()
    {
        await using var gateway = await StartAsync(Upstream.DeadAddress);

        var response = await gateway.GetAsync("/api/tickets");

        var problem = await response.ProblemAsync(HttpStatusCode.BadGateway, "unavailable");
        Assert.Contains("was not carried out", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("2", response.Header("Retry-After"));
    }

    [Fact]
    public async Task Or_was_never_started_is_explained_too()
    {
        await using var gateway = await StartAsync();

        var response = await gateway.GetAsync("/api/tickets");

        await response.ProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.NotNull(response.Header("Retry-After"));
    }

    [Fact]
    public async Task Or_says_nothing_is_given_up_and_the_uncertainty_is_told()
    {
        await using var silent = await Upstream.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var gateway = await TestGateway.StartAsync(null, [("ticketing", [silent.Address])],
            "--Limits:ActivityTimeout=00:00:00.3");

        var response = await gateway.SendAsync(HttpMethod.Post, "/api/tickets");

        var problem = await response.ProblemAsync(HttpStatusCode.GatewayTimeout, "unavailable");
        Assert.Contains("not certain", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.NotNull(response.Header("Retry-After"));
    }

    [Fact]
    public async Task Is_used_again_as_soon_as_it_is_back()
    {
        var service = await Upstream.StartAsync();
        await using var gateway = await StartAsync(service.Address);
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/api/tickets")).StatusCode);

        await service.DisposeAsync();
        Assert.Equal(HttpStatusCode.BadGateway, (await gateway.GetAsync("/api/tickets")).StatusCode);

        await using var again = await Upstream.StartAsync(port: service.Address.Port);
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/api/tickets")).StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task In_one_replica_is_not_noticed_by_anybody(string method)
    {
        var dying = await Upstream.StartAsync();
        await using var living = await Upstream.StartAsync();
        await using var gateway = await StartAsync(dying.Address, living.Address);
        for (var i = 0; i < 40; i++)
            await gateway.SendAsync(new HttpMethod(method), "/api/tickets");
        Assert.NotEmpty(dying.Arrivals);
        Assert.NotEmpty(living.Arrivals);

        await dying.DisposeAsync();
        for (var i = 0; i < 40; i++)
            Assert.Equal(HttpStatusCode.OK, (await gateway.SendAsync(new HttpMethod(method), "/api/tickets")).StatusCode);
    }

    [Fact]
    public async Task N11_in_one_replica_does_not_cost_the_body_of_a_request()
    {
        await using var living = await Upstream.StartAsync(async context => await context.Request.Body.CopyToAsync(context.Response.Body));
        await using var gateway = await StartAsync(Upstream.DeadAddress, living.Address);
        var text = new string('x', 100_000);

        for (var i = 0; i < 10; i++)
        {
            using var body = new StringContent(text);
            var response = await gateway.Client.PostAsync("/api/tickets", body, TestContext.Current.CancellationToken);
            Assert.Equal(text, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task In_one_replica_is_left_out_at_its_first_failure()
    {
        var attempts = 0;
        await using var dying = await Upstream.StartAsync(context =>
        {
            attempts++;
            context.Abort();
            return Task.CompletedTask;
        });
        await using var living = await Upstream.StartAsync();
        await using var gateway = await StartAsync(dying.Address, living.Address);

        var asking = Stopwatch.StartNew();
        for (var i = 0; i < 40; i++)
            Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/api/tickets")).StatusCode);
        // And tried again every five seconds, should the machine need so long.
        Assert.InRange(attempts, 1, 1 + (int)(asking.Elapsed / TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task After_it_took_a_post_does_not_get_it_carried_out_twice()
    {
        await using var first = await Upstream.StartAsync(Drop);
        await using var second = await Upstream.StartAsync(Drop);
        await using var gateway = await StartAsync(first.Address, second.Address);

        var response = await gateway.SendAsync(HttpMethod.Post, "/api/tickets");

        var problem = await response.ProblemAsync(HttpStatusCode.BadGateway, "unavailable");
        Assert.Contains("not certain", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Single([.. first.Arrivals, .. second.Arrivals]);
    }

    static Task Drop(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    static Task<TestGateway> StartAsync(params Uri[] replicas) =>
        TestGateway.StartAsync(null, [("ticketing", replicas)], "--Limits:AnonymousPerMinute=1000");
}
