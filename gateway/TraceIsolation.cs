using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;

namespace Helpdesk.Gateway;

/// <summary>
/// Begins a trace of our own with each request. What an outsider says of one counts nothing and goes no further: else anybody could have
/// requests not traced, or fill somebody's trace with theirs.
/// </summary>
static class TraceIsolation
{
    static readonly string[] Headers = [.. DistributedContextPropagator.CreateDefaultPropagator().Fields, "baggage", "Request-Id"];

    public static void AddTraceIsolation(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DistributedContextPropagator, NewTracePropagator>();
        // OpenTelemetry reads by itself what this one would not have read: baggage.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
    }

    /// <summary>Before the client writes our own ones.</summary>
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
