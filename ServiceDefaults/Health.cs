using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Helpdesk.ServiceDefaults;

/// <summary>The health endpoints of a host.</summary>
public static class Health
{
    /// <summary>
    /// <c>/health</c> is readiness (without the broker a host is only degraded: requests need the database alone);
    /// <c>/alive</c> is liveness: whether the process responds at all.
    /// </summary>
    /// <param name="app">The host.</param>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
    }
}
