using Helpdesk.Assignment.Rounds;
using Helpdesk.ServiceDefaults.Authentication;
using MassTransit;

namespace Helpdesk.Assignment.Areas;

public static class CreateArea
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync).Produces<AreaAnswer>(StatusCodes.Status201Created)
        .RequireAuthorization(Policies.Admin).WithName("CreateArea").WithSummary("Makes an area");

    static async Task<IResult> HandleAsync(AreaRequest request, AssignmentDbContext db, IPublishEndpoint publish, CancellationToken cancellationToken)
    {
        var area = new Area { Name = request.Name.Trim() };
        db.AddRange(area, new Round { AreaId = area.Id });
        await publish.Publish(area.Tell(), cancellationToken);
        return await db.SaveUnlessTakenAsync(cancellationToken)
            ? TypedResults.Created($"/api/areas/{area.Id}", AreaAnswer.Of(area))
            : ChangeArea.NameTaken(area.Name);
    }
}
