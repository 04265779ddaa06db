using System.Diagnostics;
using OpenTelemetry;

namespace Helpdesk.ServiceDefaults;

/// <summary>Takes the secrets of links out of the addresses in traces before anybody collects them.</summary>
sealed class MaskedAddresses : BaseProcessor<Activity>
{
    // Old and new names of the conventions; what a referring page or a redirect says may carry one too.
    static readonly string[] Tags =
        ["url.path", "url.full", "url.query", "http.url", "http.target", "http.referer", "http.response.header.location"];

    public override void OnEnd(Activity data)
    {
        foreach (var tag in Tags)
        {
            if (data.GetTagItem(tag) is string address && SecretPaths.Mask(address) is var masked && masked != address)
                data.SetTag(tag, masked);
        }
    }
}
