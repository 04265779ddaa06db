using Helpdesk.Fixtures;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Helpdesk.AppHost.Tests;

/// <summary>Two users at a real broker, each with the rights of a service.</summary>
public sealed class Rights_at_the_broker : IAsyncDisposable
{
    const string Event = "Helpdesk.Contracts:TicketOpened";

    readonly List<IConnection> _connections = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
            await connection.DisposeAsync();
    }

    [Fact]
    public async Task F16_let_a_service_hear_an_event_through_its_own_exchange_and_queue_and_publish_it()
    {
        await using var channel = await OpenAsync("assignment");
        await DeclareAsync(channel, "assignment-assign-ticket");
        await channel.ExchangeDeclareAsync("MassTransit:Fault--Helpdesk.Contracts:TicketOpened--", ExchangeType.Fanout, durable: true);
        await channel.BasicPublishAsync(Event, "", "heard"u8.ToArray());

        BasicGetResult? got = null;
        await Eventually.HoldsAsync(async () => (got = await channel.BasicGetAsync("assignment-assign-ticket", autoAck: true)) is not null);
        Assert.Equal("heard"u8.ToArray(), got!.Body.ToArray());
    }

    [Fact]
    public async Task F16_keep_a_service_from_what_is_anothers()
    {
        await using (var owner = await OpenAsync("assignment"))
            await DeclareAsync(owner, "assignment-secret");

        await RefusesAsync(x => x.BasicGetAsync("assignment-secret", autoAck: true));
        await RefusesAsync(x => x.BasicConsumeAsync("assignment-secret", autoAck: false, new AsyncDefaultBasicConsumer(x)));
        await RefusesAsync(x => x.QueuePurgeAsync("assignment-secret"));
        await RefusesAsync(x => x.QueueDeleteAsync("assignment-secret"));
        await RefusesAsync(x => x.ExchangeDeleteAsync("assignment-secret"));
        await RefusesAsync(async x =>
        {
            await x.QueueDeclareAsync("ticketing-thief", durable: true, exclusive: false, autoDelete: false);
            await x.QueueBindAsync("ticketing-thief", "assignment-secret", "");
        });
        await RefusesAsync(x => x.QueueDeclareAsync("assignment-other", durable: true, exclusive: false, autoDelete: false));
        await RefusesAsync(x => x.ExchangeDeclareAsync("Helpdesk.Assignment.Assigning:DrainArea", ExchangeType.Fanout, durable: true));
    }

    [Fact]
    public async Task F16_keep_a_service_from_sending_into_anothers_queue_past_the_events()
    {
        await using (var owner = await OpenAsync("assignment"))
            await DeclareAsync(owner, "assignment-commands");

        await RefusesAsync(x => PublishAsync(x, "assignment-commands", ""));
        await RefusesAsync(x => PublishAsync(x, "", "assignment-commands"));
    }

    [Fact]
    public async Task F16_let_operations_take_what_failed_and_give_it_back_and_nothing_else()
    {
        await using (var owner = await OpenAsync("assignment"))
            await DeclareAsync(owner, "assignment-assign-area");

        await using (var operations = await OpenAsync("operations"))
        {
            await operations.QueueDeclareAsync("assignment-assign-area_error", durable: true, exclusive: false, autoDelete: false);
            await operations.BasicGetAsync("assignment-assign-area_error", autoAck: true);
            await operations.BasicPublishAsync("", "assignment-assign-area", "returned"u8.ToArray());
            await Eventually.HoldsAsync(async () => await operations.MessageCountAsync("assignment-assign-area") == 1);
        }

        await RefusesAsync(x => x.BasicGetAsync("assignment-assign-area", autoAck: true), "operations");
        await RefusesAsync(x => x.QueueDeleteAsync("assignment-assign-area"), "operations");
    }

    static async Task PublishAsync(IChannel channel, string exchange, string routingKey)
    {
        await channel.BasicPublishAsync(exchange, routingKey, "forged"u8.ToArray());
        // The refusal of a message comes with the answer to what follows it.
        await channel.ExchangeDeclareAsync(Event, ExchangeType.Fanout, durable: true);
    }

    /// <summary>As the bus does it: the event's exchange, the endpoint's exchange and its queue.</summary>
    static async Task DeclareAsync(IChannel channel, string endpoint)
    {
        await channel.ExchangeDeclareAsync(Event, ExchangeType.Fanout, durable: true);
        await channel.ExchangeDeclareAsync(endpoint, ExchangeType.Fanout, durable: true);
        await channel.ExchangeBindAsync(endpoint, Event, "");
        await channel.QueueDeclareAsync(endpoint, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(endpoint, endpoint, "");
    }

    async Task RefusesAsync(Func<IChannel, Task> act, string user = "ticketing")
    {
        await using var channel = await OpenAsync(user);
        var refused = await Assert.ThrowsAnyAsync<OperationInterruptedException>(() => act(channel));
        Assert.Equal(Constants.AccessRefused, (int)refused.ShutdownReason!.ReplyCode);
    }

    async Task<IChannel> OpenAsync(string user)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(await TestServers.BrokerUserAsync(user)) }.CreateConnectionAsync();
        _connections.Add(connection);
        return await connection.CreateChannelAsync();
    }
}
