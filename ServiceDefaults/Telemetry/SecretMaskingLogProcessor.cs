using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Helpdesk.ServiceDefaults.Telemetry;

/// <summary>Masks the secrets of links, and email addresses, in log records before they are exported.</summary>
sealed class SecretMaskingLogProcessor : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        var attributes = (data.Attributes ?? []).Select(x => KeyValuePair.Create(x.Key, SecretPaths.MaskValue(x.Value)));
        if (data.Exception is { } exception)
        {
            // The exporter would write these unmasked.
            attributes = attributes.Concat([
                new("exception.type", exception.GetType().FullName), new("exception.message", SecretPaths.MaskText(exception.Message)),
                new("exception.stacktrace", SecretPaths.MaskText(exception.ToString()))]);
            data.Exception = null;
        }

        data.Attributes = [.. attributes];
        data.FormattedMessage = data.FormattedMessage is { } message ? SecretPaths.MaskText(message) : null;
    }
}
