using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Helpdesk.ServiceDefaults.Telemetry;

/// <summary>
/// A trace begins with a request, a message, a timer or a mail. A call that nothing of these asked for is a poll, and makes none, also
/// not at whom it calls.
/// </summary>
sealed class PollDroppingSampler : Sampler
{
    // That a message was put into the outbox is told by its leaving.
    const string IntoOutbox = "outbox send";

    readonly ParentBasedSampler _others = new(new AlwaysOnSampler());

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        var isPoll = samplingParameters.Kind == ActivityKind.Client && samplingParameters.ParentContext.TraceId == default;
        return isPoll || samplingParameters.Name == IntoOutbox ? new(SamplingDecision.Drop) : _others.ShouldSample(samplingParameters);
    }
}
