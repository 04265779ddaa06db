using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Helpdesk.ServiceDefaults.Telemetry;

static class TelemetrySetup
{
    const int MaxSeries = 300;
    const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // Span events cannot be masked, and those of failures contain the exception's message. The log has it too, masked.
    static readonly Dictionary<string, string?> Limits = new() { ["OTEL_SPAN_EVENT_COUNT_LIMIT"] = "0" };

    public static bool IsExported(this IConfiguration configuration) => !string.IsNullOrEmpty(configuration[Endpoint]);

    /// <summary>Exports over OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to; otherwise nothing is collected.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder, string name)
    {
        if (!builder.Configuration.IsExported())
            return;
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = Limits });
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(name).AddEnvironmentVariableDetector())
            .WithTracing(traces => traces
                .SetSampler(new PollDroppingSampler())
                .AddAspNetCoreInstrumentation(requests =>
                {
                    requests.Filter = context => !IsHealth(context.Request.Path);
                    requests.EnrichWithHttpResponse = TicketTag.SetFromAddress;
                })
                .AddHttpClientInstrumentation()
                .AddSource("MassTransit", "Helpdesk.*")
                .AddProcessor(new SpanNamingProcessor())
                .AddProcessor(new SecretMaskingProcessor()))
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter("MassTransit", "Helpdesk.*")
                // By default memory for two thousand series of each is allocated up front. Npgsql's have a view of their own.
                .AddView(x => x.Meter.Name == "Npgsql" ? null : new MetricStreamConfiguration { CardinalityLimit = MaxSeries }))
            .WithLogging(logs => logs.AddProcessor(new SecretMaskingLogProcessor()), options => options.IncludeFormattedMessage = true)
            .UseOtlpExporter();
    }

    static bool IsHealth(PathString path) => path == "/health" || path == "/alive";
}
