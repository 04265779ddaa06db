using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Areas;

public static class UpdateArea
{
    /// <summary>What an area should be.</summary>
    /// <param name="Name">Unique, whatever the case and the accents of its letters.</param>
    /// <param name="Retired">Takes no new tickets. An area that was retired comes back by false.</param>
    public sealed record Request([property: Required, TextLength(Area.NameLength, Line = true)] string Name = "", bool Retired = false);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{id:guid}", HandleAsync).Produces<AreaAnswer>()
        .RequireAuthorization(Policies.Admin).WithName("ChangeArea").WithSummary("Renames or retires an area, or brings it back");

    static Task<IResult> HandleAsync(
        Guid id, Request request, AreaUnitOfWork areas, AssignmentDbContext db, CancellationToken cancellationToken) =>
        areas.ChangeAsync(id, async area =>
    {
        if (ConfigurationName.Read(request.Name) is not { } name)
            return CreateArea.NoName();
        if (request.Retired && await db.Categories.AnyAsync(x => x.AreaId == id && !x.Retired, cancellationToken))
            return Problem.Of(StatusCodes.Status409Conflict, "area-in-use", $"Customers can still choose categories of {area.Name}. Retire them or give them to another area first.");
        (area.Name, area.Retired) = (name, request.Retired);
        return null;
    }, cancellationToken);
}
