using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.LoadBalancing;

namespace Helpdesk.Gateway;

/// <summary>Which address belongs to which service. What is not here is not reachable from outside.</summary>
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
        // Public keys are no secret: other systems may check tokens too.
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

    /// <summary>The services, whose addresses are the API.</summary>
    public static IEnumerable<string> Services => ServiceOf.Values.Distinct();

    /// <summary>The host of the customers' pages: all that is not the API's.</summary>
    public const string Portal = "portal";

    public static IReadOnlyList<RouteConfig> All { get; } =
    [
        .. ServiceOf.Select(x => Route(x.Key, x.Key + "/{**rest}", x.Value)),
        // To a reader the receipts belong to the ticket; they are kept by who chose.
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
        var silence = configuration.GetValue("Limits:ActivityTimeout", TimeSpan.FromSeconds(30));
        var endpoints = new ServiceEndpoints(configuration);
        return [.. Services.Append(Portal).Select(service => Cluster(service, endpoints.Of(service).Count > 0, silence))];
    }

    static RouteConfig Route(string name, string path, string service) =>
        new() { RouteId = name, ClusterId = service, Match = new RouteMatch { Path = path }, AuthorizationPolicy = "anonymous" };

    static ClusterConfig Cluster(string service, bool isKnown, TimeSpan silence) => new()
    {
        ClusterId = service,
        LoadBalancingPolicy = LoadBalancingPolicies.PowerOfTwoChoices,
        // With every replica out, trying one is better than refusing: it may just have come back.
        HealthCheck = new HealthCheckConfig
        {
            AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
            Passive = new PassiveHealthCheckConfig { Enabled = true, Policy = ConnectionFailurePolicy.PolicyName, ReactivationPeriod = TimeSpan.FromSeconds(5) },
        },
        // Counts from byte to byte, not from start to end: a live stream may last as long as it says something.
        HttpRequest = new ForwarderRequestConfig { ActivityTimeout = silence },
        // By its name: the discovery makes of it one destination for each replica. Of a name that nobody gave an address it would make a
        // host of the network.
        Destinations = isKnown ? new Dictionary<string, DestinationConfig> { [service] = new() { Address = $"http://{service}" } } : [],
    };
}
