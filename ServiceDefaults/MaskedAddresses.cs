using System.Diagnostics;
using OpenTelemetry;

namespace Helpdesk.ServiceDefaults;

/// <summary>Takes the secrets of links out of the addresses in traces before anybody collects them.</summary>
sealed class MaskedAddresses : BaseProcessor<Activity>
{
    static readonly string[] Tags = ["url.path", "url.full"];

    public override void OnEnd(Activity data)
    {
        foreach (var tag in Tags)
        {
            if (data.GetTagItem(tag) is string address && SecretPaths.Mask(address) is var masked && masked != address)
                data.SetTag(tag, masked);
        }
    }
}
