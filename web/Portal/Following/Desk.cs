using Helpdesk.Contracts;
using Helpdesk.Ui.Api;

namespace Helpdesk.Portal.Following;

/// <summary>Whether somebody is there and when, as Assignment tells customers; with Assignment away nothing is said of it.</summary>
sealed class Desk(IServiceScopeFactory scopes, TimeProvider time) : LastKnown<IReadOnlyList<Attendance>>(scopes, time, TimeSpan.FromSeconds(3), AskAsync)
{
    /// <summary>Of one area; null while it is not known.</summary>
    public async Task<Attendance?> OfAsync(Guid area, CancellationToken cancellationToken) => (await ReadAsync(cancellationToken))?.FirstOrDefault(x => x.AreaId == area);

    static async Task<IReadOnlyList<Attendance>?> AskAsync(Services services) =>
        (await services.SendAsync<Answer>(Call.Get("assignment", "/api/availability"), CancellationToken.None)).Value?.Areas ?? [];

    sealed record Answer(IReadOnlyList<Attendance> Areas);
}

/// <summary>One area as a customer may know it.</summary>
public sealed record Attendance(Guid AreaId, bool OpenNow, bool Attended, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, BusinessHours? Hours);
