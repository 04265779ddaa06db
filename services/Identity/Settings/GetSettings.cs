using Helpdesk.Api.Settings;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Settings;

static class GetSettings
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .WithName("GetSettings").WithSummary("The settings of the installation; the ETag goes back with a change");

    static async Task<Ok<SettingsResponse>> HandleAsync(
        AccountsDbContext db, SettingsDefaults defaults, HttpResponse response, CancellationToken cancellationToken)
    {
        var settings = await db.Settings.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new();
        response.Headers.ETag = settings.Tag;
        return TypedResults.Ok(settings.ToResponse(defaults));
    }
}
