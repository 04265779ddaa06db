using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.LoadBalancing;

namespace Helpdesk.Gateway;

/// <summary>Which service serves which address. Nothing else is reachable from outside.</summary>
static class Routes
{
    static readonly Dictionary<string, string> ServiceOf = new()
    {
        ["/api/setup"] = "identity",
        ["/api/sessions"] = "identity",
        ["/api/accounts"] = "identity",
        ["/api/registrations"] = "identity",
        ["/api/password-resets"] = "identity",
        ["/api/links"] = "identity",
        ["/api/settings"] = "identity",
        ["/api/audit"] = "identity",
        // Public keys are no secret: other systems may validate tokens too.
        [TokenKeys.Path] = "identity",
        ["/api/areas"] = "assignment",
        ["/api/categories"] = "assignment",
        ["/api/agents"] = "assignment",
        ["/api/receipts"] = "assignment",
        ["/api/queue"] = "assignment",
        ["/api/availability"] = "assignment",
        ["/api/tickets"] = "ticketing",
        ["/api/tracking"] = "ticketing",
        ["/api/canned-replies"] = "ticketing",
        ["/api/attachments"] = "attachment",
        ["/api/captcha"] = "captcha",
        ["/api/deliveries"] = "notification",
        ["/api/preferences"] = "notification",
        ["/api/mail-tests"] = "notification",
        ["/api/mail-status"] = "notification",
        ["/api/operations"] = "operations",
    };

    /// <summary>The services behind the API.</summary>
    public static IEnumerable<string> Services => ServiceOf.Values.Distinct();

    /// <summary>The web host, which serves everything that is not API.</summary>
    public const string Portal = "portal";

    public static IReadOnlyList<RouteConfig> All { get; } =
    [
        .. ServiceOf.Select(x => Route(x.Key, x.Key + "/{**rest}", x.Value)),
        // Receipts are a sub-resource of the ticket, but Assignment keeps them.
        Route("receipts of a ticket", "/api/tickets/{ticket}/receipts", "assignment") with
        {
            Transforms =
            [
                new Dictionary<string, string> { ["PathSet"] = "/api/receipts" },
                new Dictionary<string, string> { ["QueryRouteParameter"] = "ticket", ["Set"] = "ticket" },
            ],
        },
        Route("pages of the portal", "/{**path}", Portal) with { Order = int.MaxValue },
    ];

    public static IReadOnlyList<ClusterConfig> Clusters(IConfiguration configuration)
    {
        var timeout = configuration.GetValue("Limits:ActivityTimeout", TimeSpan.FromSeconds(30));
        var endpoints = new ServiceEndpoints(configuration);
        return [.. Services.Append(Portal).Select(service => Cluster(service, endpoints.Of(service).Count > 0, timeout))];
    }

    static RouteConfig Route(string name, string path, string service) =>
        new() { RouteId = name, ClusterId = service, Match = new RouteMatch { Path = path }, AuthorizationPolicy = "anonymous" };

    static ClusterConfig Cluster(string service, bool isKnown, TimeSpan activityTimeout) => new()
    {
        ClusterId = service,
        LoadBalancingPolicy = LoadBalancingPolicies.PowerOfTwoChoices,
        // With no healthy replica left, trying one beats refusing: it may just have come back.
        HealthCheck = new HealthCheckConfig
        {
            AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
            Passive = new PassiveHealthCheckConfig
            {
                Enabled = true, Policy = ConnectionFailurePolicy.PolicyName, ReactivationPeriod = TimeSpan.FromSeconds(5),
            },
        },
        // Applies between bytes, not to the whole request: a live stream lasts as long as it sends something.
        HttpRequest = new ForwarderRequestConfig { ActivityTimeout = activityTimeout },
        // Service discovery turns the name into one destination per replica. A name without an address would be looked up in the
        // network, so an unknown service gets no destination.
        Destinations = isKnown ? new Dictionary<string, DestinationConfig> { [service] = new() { Address = $"http://{service}" } } : [],
    };
}
