using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Ticketing.Tracking;

/// <summary>Where the customer's link points, the same as in the mails.</summary>
sealed class TrackingLinks(IConfiguration configuration)
{
    readonly string _portal = configuration["Links:Portal"] ?? "";

    public string To(TrackingSecret secret) => secret.LinkAt(_portal);
}
