using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Sessions;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Sessions;

static class ListSessions
{
    public static void Map(RouteGroupBuilder own, RouteGroupBuilder accounts)
    {
        own.MapGet("", HandleOwnAsync)
            .WithName("ListOwnSessions").WithSummary("The caller's sessions, the latest used first");
        accounts.MapGet("/{id:guid}/sessions", HandleAsync)
            .WithName("ListSessions").WithSummary("The sessions of an account, the latest used first");
    }

    static Task<PagedResult<SessionSummary>> HandleOwnAsync(
        ClaimsPrincipal caller, AccountsDbContext db, TimeProvider time, CancellationToken cancellationToken,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize) =>
        HandleAsync(caller.AccountId()!.Value, caller, db, time, cancellationToken, page, size);

    static async Task<PagedResult<SessionSummary>> HandleAsync(
        Guid id, ClaimsPrincipal caller, AccountsDbContext db, TimeProvider time, CancellationToken cancellationToken,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        var (now, current) = (time.GetUtcNow(), caller.SessionId());
        var rows = await db.Sessions.AsNoTracking().Where(x => x.AccountId == id && x.RevokedAt == null && x.ExpiresAt > now)
            .OrderByDescending(x => x.LastUsedAt).ThenByDescending(x => x.Id).Skip((page - 1) * size).Take(size + 1)
            .Select(x => new SessionSummary(x.Id, x.Device, x.Address, x.StartedAt, x.LastUsedAt, x.ExpiresAt, x.Id == current))
            .ToListAsync(cancellationToken);
        return PagedResult.Of(rows, page, size);
    }
}
