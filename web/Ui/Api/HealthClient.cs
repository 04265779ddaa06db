namespace Helpdesk.Ui.Api;

/// <summary>The address under which each service says how it is.</summary>
public sealed class HealthClient(ApiSender api)
{
    /// <param name="service">One of <see cref="ServiceNames"/>.</param>
    public async Task<ServiceHealth> GetAsync(string service, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await api.OpenAsync(new(HttpMethod.Get, service, "/health"), cancellationToken);
            if (!response.IsSuccessStatusCode)
                return ServiceHealth.Unavailable;
            var word = await response.Content.ReadAsStringAsync(cancellationToken);
            return word == "Degraded" ? ServiceHealth.Degraded : ServiceHealth.Healthy;
        }
        catch (HttpRequestException)
        {
            return ServiceHealth.Unavailable;
        }
    }
}

public enum ServiceHealth
{
    Healthy,

    /// <summary>It takes what comes and does the rest later.</summary>
    Degraded,

    Unavailable,
}
