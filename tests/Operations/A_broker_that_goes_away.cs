using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Operations;
using Helpdesk.Fixtures;
using Helpdesk.Operations.Failures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace Helpdesk.Operations.Tests;

public sealed class A_broker_that_goes_away : IAsyncLifetime
{
    const string Queue = "sample-somewhere";

    readonly Guid _id = Guid.CreateVersion7();
    readonly string _messageId = Guid.NewGuid().ToString();
    IsolatedBroker _broker = null!;
    Installation _installation = null!;
    Replica _service = null!;

    public async ValueTask InitializeAsync()
    {
        _broker = await IsolatedBroker.CreateAsync();
        (_installation, _service) = await Installation.RunningAsync(("ConnectionStrings:rabbitmq", _broker.Address));
        await using var db = _service.Open();
        var now = _service.Clock.GetUtcNow();
        var headers = new Dictionary<string, object?> { ["kept"] = 7L, ["MT-Fault-Message"] = "x" };
        var messages = _service.Services.GetRequiredService<ProtectedMessages>();
        db.Add(new Failure
        {
            Id = _id, Service = "sample", Queue = Queue, MessageId = Guid.Parse(_messageId), State = FailureState.Waiting,
            FirstFailedAt = now, LastFailedAt = now, Times = 1,
            Message = messages.Protect(new BasicProperties { MessageId = _messageId, Headers = headers }, "{}"u8),
        });
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _installation.DisposeAsync();
        await _broker.DisposeAsync();
    }

    [Fact]
    public async Task N11_takes_a_retry_all_the_same_and_sends_the_message_back_as_it_was_when_the_broker_is_there_again()
    {
        var admin = new Caller(_service.As(AccountRoles.Admin));
        await using (var channel = await ChannelAsync())
            await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: Stop);
        await _broker.KillAsync();

        (await admin.PostAsync($"/api/operations/failures/{_id}/retries", new { })).Expect(HttpStatusCode.Accepted);
        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
        Assert.Equal("Returning", (await admin.GetAsync($"/api/operations/failures/{_id}"))["state"]);

        await _broker.StartAsync();
        await Eventually.HoldsAsync(
            async () => (await admin.GetAsync($"/api/operations/failures/{_id}"))["state"] == "Retried", TimeSpan.FromMinutes(2));
        await using var after = await ChannelAsync();
        var returned = (await after.BasicGetAsync(Queue, autoAck: true, TestContext.Current.CancellationToken))!;
        Assert.Equal((_messageId, 0u), (returned.BasicProperties.MessageId, returned.MessageCount));
        // And what the client notes down there to know its confirmation by.
        Assert.Equal(["kept"], returned.BasicProperties.Headers!.Keys.Where(x => x != "x-dotnet-pub-seq-no"));
        // Of the bus, that the broker does not answer.
        Assert.All(_service.Log.All, x => Assert.Equal(LogLevel.Warning, x.Level));
        Assert.InRange(_service.Log.All.Count, 1, 2);
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    Task<IChannel> ChannelAsync() => _service.Services.GetRequiredService<IConnection>().CreateChannelAsync(cancellationToken: Stop);
}
