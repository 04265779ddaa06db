using Helpdesk.Api.Availability;
using Helpdesk.Ui.Api;

namespace Helpdesk.Portal.TicketPages;

/// <summary>Whether somebody is there and when, as Assignment tells customers; while it is away nothing is said of it.</summary>
sealed class CachedAvailability(IServiceScopeFactory scopes, TimeProvider time)
    : CachedResponse<IReadOnlyList<AreaAvailability>>(scopes, time, TimeSpan.FromSeconds(3))
{
    /// <summary>Of one area; null while it is not known.</summary>
    public async Task<AreaAvailability?> GetAsync(Guid area, CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken))?.FirstOrDefault(x => x.AreaId == area);

    protected override async Task<IReadOnlyList<AreaAvailability>?> FetchAsync(IServiceProvider services) =>
        (await services.GetRequiredService<AssignmentClient>().GetAvailabilityAsync(CancellationToken.None)).Value?.Areas ?? [];
}
