using System.Diagnostics;
using OpenTelemetry;

namespace Helpdesk.ServiceDefaults.Telemetry;

/// <summary>Masks the secrets of links, and email addresses, in all attributes of spans before they are exported.</summary>
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

    // From our code: user data is in parameters of statements, which are not exported, and of routes.
    static bool IsOurs(string name) => name is "db.query.text" or "db.statement" or "http.route";
}
