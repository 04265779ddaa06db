namespace Helpdesk.Ticketing.Tracking;

/// <summary>Where the customer's link points, the same as in the mails.</summary>
sealed class TrackingLinks(IConfiguration configuration)
{
    readonly string _portal = (configuration["Links:Portal"] ?? "").TrimEnd('/');

    public string To(string secret) => $"{_portal}/t/{secret}";
}
