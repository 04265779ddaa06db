using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Helpdesk.Api;
using Helpdesk.Api.CannedReplies;
using Helpdesk.Api.Formats;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.CannedReplies;

static partial class ListCannedReplies
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("", HandleAsync).RequireAuthorization(Policies.Staff).WithName("ListCannedReplies")
        .WithSummary("Canned replies by title: of an area and those for all, or everything");

    static async Task<PagedResult<CannedReplyResponse>> HandleAsync(
        TicketingDbContext db, CancellationToken cancellationToken, Guid? area = null, [TextLength(100, Line = true)] string? q = null,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        var replies = db.CannedReplies.AsNoTracking();
        if (area is not null)
            replies = replies.Where(x => x.AreaId == area || x.AreaId == null);
        if (!string.IsNullOrWhiteSpace(q))
            replies = replies.Where(x => EF.Functions.ILike(x.Title, $"%{Sign().Replace(q.Trim(), @"\$0")}%", @"\"));
        var rows = await replies.OrderBy(x => x.Title).ThenBy(x => x.Id).Skip((page - 1) * size).Take(size + 1)
            .ToListAsync(cancellationToken);
        return PagedResult.Of(rows.ConvertAll(CannedReplyMapping.ToResponse), page, size);
    }

    [GeneratedRegex(@"[\\%_]")]
    private static partial Regex Sign();
}
