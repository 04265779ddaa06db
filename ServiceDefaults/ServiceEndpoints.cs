using Microsoft.Extensions.Configuration;

namespace Helpdesk.ServiceDefaults;

/// <summary>
/// Addresses of the other services by Aspire's convention: <c>services__NAME__http__0</c>, <c>__1</c> and so on, one for each replica.
/// </summary>
/// <param name="configuration">The host's configuration.</param>
public sealed class ServiceEndpoints(IConfiguration configuration)
{
    /// <summary>Base addresses of all replicas of a service; empty when it is not known.</summary>
    /// <param name="service">Name of the service, such as <c>ticketing</c>.</param>
    public IReadOnlyList<Uri> Of(string service) =>
    [
        .. configuration.GetSection($"services:{service}:http").GetChildren()
            .Where(x => x.Value is not null).Select(x => new Uri(x.Value!)),
    ];
}
