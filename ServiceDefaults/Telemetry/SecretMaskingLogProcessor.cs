using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Helpdesk.ServiceDefaults.Telemetry;

/// <summary>Takes the secrets of links, and mailboxes, out of the lines of the log before they leave the host.</summary>
sealed class SecretMaskingLogProcessor : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        var told = (data.Attributes ?? []).Select(x => KeyValuePair.Create(x.Key, SecretPaths.MaskValue(x.Value)));
        if (data.Exception is { } exception)
        {
            // The exporter would write these as they are.
            told = told.Concat([
                new("exception.type", exception.GetType().FullName), new("exception.message", SecretPaths.MaskText(exception.Message)),
                new("exception.stacktrace", SecretPaths.MaskText(exception.ToString()))]);
            data.Exception = null;
        }

        data.Attributes = [.. told];
        data.FormattedMessage = data.FormattedMessage is { } message ? SecretPaths.MaskText(message) : null;
    }
}
