using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace Helpdesk.Gateway;

/// <summary>Takes a replica out at its first failed connection; YARP's own policies wait for a failure rate.</summary>
sealed class ConnectionFailurePolicy(IDestinationHealthUpdater health) : IPassiveHealthCheckPolicy
{
    public const string PolicyName = "connection-failure";

    public string Name => PolicyName;

    public void RequestProxied(HttpContext context, ClusterState cluster, DestinationState destination)
    {
        if (context.GetForwarderErrorFeature()?.Error == ForwarderError.Request && !context.RequestAborted.IsCancellationRequested)
        {
            var period = cluster.Model.Config.HealthCheck!.Passive!.ReactivationPeriod!.Value;
            health.SetPassive(cluster, destination, DestinationHealth.Unhealthy, period);
        }
    }
}
