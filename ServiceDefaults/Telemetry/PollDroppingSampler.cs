using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Helpdesk.ServiceDefaults.Telemetry;

/// <summary>
/// Drops polling: a trace begins with a request, a message, a timer or a mail, so an outgoing call without a parent is a poll, and is not
/// traced, nor is what it calls.
/// </summary>
sealed class PollDroppingSampler : Sampler
{
    // The message's dispatch is traced; its row in the outbox need not be.
    const string IntoOutbox = "outbox send";

    readonly ParentBasedSampler _others = new(new AlwaysOnSampler());

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        var isPoll = samplingParameters.Kind == ActivityKind.Client && samplingParameters.ParentContext.TraceId == default;
        return isPoll || samplingParameters.Name == IntoOutbox ? new(SamplingDecision.Drop) : _others.ShouldSample(samplingParameters);
    }
}
