using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Sessions;

public static class ListSessions
{
    /// <summary>A session that could still be used. <c>Device</c> is what the browser said it was.</summary>
    public sealed record Item(Guid Id, string? Device, string? Address, DateTimeOffset StartedAt, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt, bool Current);

    public static void Map(RouteGroupBuilder own, RouteGroupBuilder accounts)
    {
        own.MapGet("", OwnAsync).WithName("ListOwnSessions").WithSummary("The caller's sessions, the latest used first");
        accounts.MapGet("/{id:guid}/sessions", OfAsync).WithName("ListSessions").WithSummary("The sessions of an account, the latest used first");
    }

    static Task<PagedResult<Item>> OwnAsync(
        ClaimsPrincipal caller, AccountsDbContext db, TimeProvider time, CancellationToken cancellationToken,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize) => OfAsync(caller.AccountId()!.Value, caller, db, time, cancellationToken, page, size);

    static async Task<PagedResult<Item>> OfAsync(
        Guid id, ClaimsPrincipal caller, AccountsDbContext db, TimeProvider time, CancellationToken cancellationToken,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        var (now, current) = (time.GetUtcNow(), caller.SessionId());
        var rows = await db.Sessions.AsNoTracking().Where(x => x.AccountId == id && x.RevokedAt == null && x.ExpiresAt > now)
            .OrderByDescending(x => x.LastUsedAt).ThenByDescending(x => x.Id).Skip((page - 1) * size).Take(size + 1)
            .Select(x => new Item(x.Id, x.Device, x.Address, x.StartedAt, x.LastUsedAt, x.ExpiresAt, x.Id == current)).ToListAsync(cancellationToken);
        return PagedResult.Of(rows, page, size);
    }
}
