using System.Diagnostics;
using RabbitMQ.Client;

namespace Helpdesk.Load.Dispatching;

/// <summary>The broker without anything in between: a durable queue, persistent messages, each confirmed.</summary>
sealed class BareChannel(IConnection connection, IChannel channel) : IAsyncDisposable
{
    public const int InFlight = 500;
    const string Exchange = "Helpdesk.Load.Dispatching:Drained";
    const string Queue = "drained";

    public static async Task<BareChannel> OpenAsync(string broker)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true, new ThrottlingRateLimiter(InFlight * 4)));
        await channel.ExchangeDeclareAsync(Exchange, ExchangeType.Fanout, durable: true, autoDelete: false);
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(Queue, Exchange, "");
        return new BareChannel(connection, channel);
    }

    /// <summary>Messages a second.</summary>
    public async Task<double> PublishAsync(int count)
    {
        var body = new byte[2000];
        var watch = Stopwatch.StartNew();
        for (var sent = 0; sent < count; sent += InFlight)
        {
            await Task.WhenAll(Enumerable.Range(0, Math.Min(InFlight, count - sent)).Select(_ =>
                channel.BasicPublishAsync(Exchange, "", false,
                    new BasicProperties { Persistent = true, MessageId = Guid.NewGuid().ToString() }, body).AsTask()));
        }

        return count / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Empties the queue once it holds so many; how many it held.</summary>
    public async Task<uint> TakeAllAsync(int expected)
    {
        await Fixtures.Eventually.HoldsAsync(async () => await channel.MessageCountAsync(Queue) >= expected);
        return await channel.QueuePurgeAsync(Queue);
    }

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }
}
