using System.Diagnostics;
using OpenTelemetry;

namespace Helpdesk.ServiceDefaults.Telemetry;

/// <summary>Takes the secrets of links, and mailboxes, out of traces before anybody collects them, in whichever attribute.</summary>
sealed class SecretMaskingProcessor : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        foreach (var (name, value) in data.TagObjects.ToList())
        {
            if (!IsOurs(name) && SecretPaths.MaskValue(value) is var masked && !ReferenceEquals(masked, value))
                data.SetTag(name, masked);
        }

        if (data.StatusDescription is { } description)
            data.SetStatus(data.Status, SecretPaths.MaskText(description));
    }

    // Written in the code: what was asked for stands in the parameters of a statement, which nobody tells, and of a route.
    static bool IsOurs(string name) => name is "db.query.text" or "db.statement" or "http.route";
}
