using System.Text;
using Npgsql;
using RabbitMQ.Client;

namespace Helpdesk.Sample;

/// <summary>Keeps a text in both servers, and tells which each of them has.</summary>
static class Rows
{
    const string Queue = "inner-rows";

    public static void MapRows(this WebApplication app)
    {
        app.MapPost("/rows/{text}", async (string text, IConfiguration configuration) =>
        {
            await using var database = NpgsqlDataSource.Create(configuration.GetConnectionString("inner")!);
            await using var insert = database.CreateCommand("INSERT INTO rows VALUES ($1)");
            insert.Parameters.AddWithValue(text);
            await insert.ExecuteNonQueryAsync();

            await using var broker = await ConnectAsync(configuration);
            await using var channel = await broker.CreateChannelAsync(new CreateChannelOptions(true, true));
            await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false);
            // As the bus does it: not by the default exchange, which leads to everybody's queues.
            await channel.ExchangeDeclareAsync(Queue, ExchangeType.Fanout, durable: true);
            await channel.QueueBindAsync(Queue, Queue, "");
            await channel.BasicPublishAsync(Queue, "", mandatory: true,
                new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(text));
        });
        app.MapGet("/rows", async (IConfiguration configuration) =>
        {
            await using var database = NpgsqlDataSource.Create(configuration.GetConnectionString("inner")!);
            await using var select = database.CreateCommand("SELECT string_agg(text, ' ') FROM rows");

            await using var broker = await ConnectAsync(configuration);
            await using var channel = await broker.CreateChannelAsync();
            var message = await channel.BasicGetAsync(Queue, autoAck: false);
            return $"{await select.ExecuteScalarAsync()}, {(message is null ? "" : Encoding.UTF8.GetString(message.Body.Span))}";
        });
    }

    static Task<IConnection> ConnectAsync(IConfiguration configuration) =>
        new ConnectionFactory { Uri = new Uri(configuration.GetConnectionString("rabbitmq")!) }.CreateConnectionAsync();
}
