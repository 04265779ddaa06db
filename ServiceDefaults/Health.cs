using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Helpdesk.ServiceDefaults;

static class Health
{
    /// <summary>
    /// <c>/health</c>: may it take traffic (a lost broker only degrades it: requests need the database alone).
    /// <c>/alive</c>: is the process itself answering, whatever its servers do.
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
    }
}
