using System.Diagnostics;
using OpenTelemetry;

namespace Helpdesk.ServiceDefaults.Telemetry;

/// <summary>Takes the secrets of links, and mailboxes, out of traces before anybody collects them, in whichever attribute they stand.</summary>
sealed class MaskedAddresses : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        foreach (var (name, value) in data.TagObjects.ToList())
        {
            if (value is string text && !IsStatement(name) && SecretPaths.MaskText(text) is var masked && !ReferenceEquals(masked, text))
                data.SetTag(name, masked);
        }

        if (data.StatusDescription is { } description)
            data.SetStatus(data.Status, SecretPaths.MaskText(description));
    }

    // What a statement is about stands in its parameters, which nobody tells.
    static bool IsStatement(string name) => name is "db.query.text" or "db.statement";
}
