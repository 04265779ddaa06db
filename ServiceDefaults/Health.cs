using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Helpdesk.ServiceDefaults;

/// <summary>The addresses under which a host says how it is.</summary>
public static class Health
{
    /// <summary>
    /// <c>/health</c>: may it take traffic (a lost broker only degrades it: requests need the database alone).
    /// <c>/alive</c>: is the process itself answering, whatever its servers do.
    /// </summary>
    /// <param name="app">The host.</param>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
    }
}
