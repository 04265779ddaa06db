using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;

namespace Helpdesk.Gateway.Tests;

public sealed class Live_connections
{
    [Fact]
    public async Task LV1_server_sent_events_arrive_one_by_one_and_outlast_the_time_of_silence()
    {
        var next = new SemaphoreSlim(0);
        await using var service = await Upstream.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            for (var i = 0; ; i++)
            {
                await context.Response.WriteAsync($"data: {i}\n\n", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await next.WaitAsync(context.RequestAborted);
            }
        });
        await using var gateway = await TestGateway.StartAsync(service, "--Limits:ActivityTimeout=00:00:08");

        using var response = await gateway.GetAsync("/api/tickets/live");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        // Each step is far from so long a silence, all of them together are longer.
        var going = Stopwatch.StartNew();
        for (var i = 0; going.Elapsed < TimeSpan.FromSeconds(9); i++)
        {
            // The next one is written only when this one was read: anything that buffers would stop here.
            Assert.Equal($"data: {i}", await reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()
                .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
            Assert.Equal("", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
            await Task.Delay(100, TestContext.Current.CancellationToken);
            next.Release();
        }
    }

    [Fact]
    public async Task LV1_web_sockets_speak_both_ways()
    {
        await using var service = await Upstream.StartAsync(async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            var buffer = new byte[100];
            while (await socket.ReceiveAsync(buffer, context.RequestAborted) is { MessageType: WebSocketMessageType.Text } received)
                await socket.SendAsync(Encoding.UTF8.GetBytes("heard " + Encoding.UTF8.GetString(buffer, 0, received.Count)),
                    WebSocketMessageType.Text, true, context.RequestAborted);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
        });
        await using var gateway = await TestGateway.StartAsync(service);

        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{gateway.Address.Authority}/api/tickets/live"), TestContext.Current.CancellationToken);
        foreach (var word in new[] { "one", "two" })
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(word), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
            var buffer = new byte[100];
            var received = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            Assert.Equal("heard " + word, Encoding.UTF8.GetString(buffer, 0, received.Count));
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
        Assert.Equal(WebSocketState.Closed, socket.State);
    }
}
