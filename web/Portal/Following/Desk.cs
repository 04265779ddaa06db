using Helpdesk.Ui.Api;

namespace Helpdesk.Portal.Following;

/// <summary>Whether somebody is there, as Assignment tells customers; asked at most every few seconds for all pages together.</summary>
sealed class Desk(IServiceScopeFactory scopes, TimeProvider time)
{
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);

    (DateTimeOffset At, Task<IReadOnlyList<Attendance>> Areas) _last = (DateTimeOffset.MinValue, Task.FromResult<IReadOnlyList<Attendance>>([]));

    /// <summary>Of one area; null while it is not known.</summary>
    public async Task<Attendance?> OfAsync(Guid area, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - _last.At > Fresh)
            _last = (now, ReadAsync());
        return (await _last.Areas.WaitAsync(cancellationToken)).FirstOrDefault(x => x.AreaId == area);
    }

    async Task<IReadOnlyList<Attendance>> ReadAsync()
    {
        using var scope = scopes.CreateScope();
        var answer = await scope.ServiceProvider.GetRequiredService<Services>().SendAsync<Answer>(Call.Get("assignment", "/api/desk"), CancellationToken.None);
        return answer.Value?.Areas ?? [];
    }

    sealed record Answer(IReadOnlyList<Attendance> Areas);
}

/// <summary>One area as a customer may know it.</summary>
public sealed record Attendance(Guid AreaId, bool OpenNow, bool Attended, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt);
