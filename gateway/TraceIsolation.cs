using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;

namespace Helpdesk.Gateway;

/// <summary>
/// Starts a new trace for each request and drops trace context from outside: otherwise anybody could keep requests from being traced, or
/// add theirs to somebody else's trace.
/// </summary>
static class TraceIsolation
{
    static readonly string[] Headers = [.. DistributedContextPropagator.CreateDefaultPropagator().Fields, "baggage", "Request-Id"];

    public static void AddTraceIsolation(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DistributedContextPropagator, NewTracePropagator>();
        // OpenTelemetry would read baggage by itself.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
    }

    /// <summary>Removes the caller's trace headers, before the client writes our own.</summary>
    public static void RemoveTraceHeaders(this HttpRequestMessage request)
    {
        foreach (var name in Headers)
            request.Headers.Remove(name);
    }

    sealed class NewTracePropagator : DistributedContextPropagator
    {
        public override IReadOnlyCollection<string> Fields => [];

        public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
        {
        }

        public override void ExtractTraceIdAndState(
            object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
            (traceId, traceState) = (null, null);

        public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) =>
            null;
    }
}
