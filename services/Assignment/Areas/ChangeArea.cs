using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Areas;

public static class ChangeArea
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/{id:guid}", HandleAsync).Produces<AreaAnswer>()
        .RequireAuthorization(Policies.Admin).WithName("ChangeArea").WithSummary("Renames or retires an area");

    static async Task<IResult> HandleAsync(Guid id, AreaRequest request, AssignmentDbContext db, IPublishEndpoint publish, CancellationToken cancellationToken)
    {
        if (await db.Areas.Include(x => x.Categories).SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is not { } area)
            return Problem.NotFound("area");
        if (request.Retired && area.Categories.Any(x => !x.Retired))
            return Problem.Of(StatusCodes.Status409Conflict, "area-in-use", $"Customers can still choose categories of {area.Name}. Retire them or give them to another area first.");

        var name = request.Name.Trim();
        var renamed = name != area.Name;
        if (!area.Change(name, request.Retired))
            return TypedResults.Ok(AreaAnswer.Of(area));

        await publish.Publish(area.Tell(), cancellationToken);
        // Whoever keeps a copy of a category keeps the name of its area with it.
        foreach (var category in area.Categories.Where(_ => renamed))
            await publish.Publish(category.Touch().Tell(), cancellationToken);
        return await db.SaveUnlessTakenAsync(cancellationToken) ? TypedResults.Ok(AreaAnswer.Of(area)) : NameTaken(name);
    }

    internal static ProblemHttpResult NameTaken(string name) => Taken.Answer("area-name-taken", "name", $"There is an area named {name} already.");
}
