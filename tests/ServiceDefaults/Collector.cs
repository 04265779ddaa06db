using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Helpdesk.ServiceDefaults.Tests;

/// <summary>Takes what a host exports over OTLP, as bytes; and its spans as they are handed to the exporter.</summary>
sealed class Collector : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly ConcurrentQueue<(string Signal, string Text)> _received = [];
    readonly Spans _spans = new();

    Collector(WebApplication app) => _app = app;

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var collector = new Collector(builder.Build());
        collector._app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            collector._received.Enqueue((signal, Encoding.UTF8.GetString(body.ToArray())));
            return TypedResults.Bytes([], "application/x-protobuf");
        });
        await collector._app.StartAsync();
        return collector;
    }

    public Task<TestHost> StartHostAsync(Action<WebApplication> map) => TestHost.StartAsync(
        map, ["--OTEL_EXPORTER_OTLP_ENDPOINT", _app.Urls.First(), "--OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"],
        // Whoever has a database also listens to its driver.
        services => services.ConfigureOpenTelemetryTracerProvider(x => x.AddSource("Npgsql").AddProcessor(_spans)));

    /// <summary>What the host has exported by now.</summary>
    public string Received(TestHost host, string signal)
    {
        host.Services.GetRequiredService<TracerProvider>().ForceFlush();
        host.Services.GetRequiredService<LoggerProvider>().ForceFlush();
        host.Services.GetRequiredService<MeterProvider>().ForceFlush();
        return string.Concat(_received.Where(x => x.Signal == signal).Select(x => x.Text));
    }

    /// <summary>The spans that ended by now. Other hosts of this process tell the same.</summary>
    public IEnumerable<Activity> Spans => _spans.Ended;

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

sealed class Spans : BaseProcessor<Activity>
{
    public ConcurrentQueue<Activity> Ended { get; } = [];

    public override void OnEnd(Activity data) => Ended.Enqueue(data);
}
