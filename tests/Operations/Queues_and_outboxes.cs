using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;

namespace Helpdesk.Operations.Tests;

public sealed class Queues_and_outboxes : IAsyncLifetime
{
    Installation _installation = null!;
    Replica _service = null!;
    Caller _admin = null!;

    public async ValueTask InitializeAsync()
    {
        (_installation, _service) = await Installation.RunningAsync();
        _admin = new(_service.As(AccountRoles.Admin));
    }

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    [Fact]
    public async Task Are_told_with_how_long_they_wait_and_the_public_hears_only_that_something_does()
    {
        await Eventually.HoldsAsync(async () => await QueueAsync() is { } found && found.GetProperty("consumers").GetInt32() == 1);
        var outboxes = (await _admin.GetAsync("/api/operations/outboxes")).Items.EnumerateArray();
        Assert.Equal(["operations", "sample"], outboxes.Select(x => x.GetProperty("service").GetString()));
        Assert.Equal("""{"state":"allWell"}""", await PublicStatusAsync());

        await _installation.OtherService.PauseAsync();
        var broker = _service.Services.GetRequiredService<IConnection>();
        await using (var channel = await broker.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken))
            await channel.BasicPublishAsync("", FailingService.Queue, "{}"u8.ToArray(), TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(async () => (await QueueAsync())!.Value.GetProperty("length").GetInt32() == 1);
        var since = (await QueueAsync())!.Value.GetProperty("notEmptySince").GetDateTimeOffset();

        _service.Clock.Advance(TimeSpan.FromMinutes(2));
        await Eventually.HoldsAsync(async () =>
            (await QueueAsync())!.Value.GetProperty("sampledAt").GetDateTimeOffset() > since.AddMinutes(1));
        Assert.Equal(since, (await QueueAsync())!.Value.GetProperty("notEmptySince").GetDateTimeOffset());
        Assert.True(_service.Log.All.IsEmpty, _service.Log.ToString());
        Assert.Equal("""{"state":"somethingWaits"}""", await PublicStatusAsync());
    }

    async Task<string> PublicStatusAsync() =>
        (await new Caller(_service.CreateClient()).GetAsync("/api/operations/status")).Expect(HttpStatusCode.OK).Text;

    async Task<System.Text.Json.JsonElement?> QueueAsync()
    {
        var queues = (await _admin.GetAsync("/api/operations/queues")).Expect(HttpStatusCode.OK).Items.EnumerateArray();
        var found = queues.Where(x => x.GetProperty("queue").GetString() == FailingService.Queue).ToList();
        return found is [var one] ? one : null;
    }
}
