using System.Net;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Helpdesk.ServiceDefaults.Tests;

/// <summary>Identity, as far as it publishes keys: a real Kestrel that says what a test wants.</summary>
sealed class KeyServer : IAsyncDisposable
{
    readonly WebApplication _app;
    int _asked;

    KeyServer(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>How often it was asked.</summary>
    public int Asked => Volatile.Read(ref _asked);

    public string Answer { get; set; } = "";

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    /// <summary>Answers come when this is done.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public static async Task<KeyServer> StartAsync(string answer, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(x => x.Listen(IPAddress.Loopback, port));
        var server = new KeyServer(builder.Build()) { Answer = answer };
        server._app.MapGet(TokenKeys.Path, async context =>
        {
            Interlocked.Increment(ref server._asked);
            await server.Gate.WaitAsync(context.RequestAborted);
            context.Response.StatusCode = (int)server.Status;
            context.Response.Headers.Location = "/elsewhere";
            await context.Response.WriteAsync(server.Answer);
        });
        server._app.MapGet("/elsewhere", () => server.Answer);
        await server._app.StartAsync();
        server.Address = new Uri(server._app.Urls.Single());
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
