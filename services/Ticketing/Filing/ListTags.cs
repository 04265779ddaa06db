using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Filing;

static class ListTags
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/tags", HandleAsync).RequireAuthorization(Policies.Staff).WithName("ListTags")
        .WithSummary("Tags that were used before on what the caller may see, by their beginning");

    static async Task<PagedResult<string>> HandleAsync(
        TicketingDbContext db, ClaimsPrincipal caller, ViewerResolver viewers, CancellationToken cancellationToken,
        [StringLength(100)] string? prefix = null, [Range(1, PagedResult.LastPage)] int page = 1,
        [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        var isTag = TagNormalizer.TryNormalize(prefix, out var beginning);
        var names = db.TagsVisibleTo(await viewers.ResolveAsync(caller, cancellationToken)).Select(x => x.Name);
        if (!string.IsNullOrWhiteSpace(prefix))
            names = names.Where(x => isTag && x.StartsWith(beginning));
        return PagedResult.Of(await names.Order().Skip((page - 1) * size).Take(size + 1).ToListAsync(cancellationToken), page, size);
    }
}
