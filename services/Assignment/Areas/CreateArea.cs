using Helpdesk.Api.Areas;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Assignment.Changes;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Results;
using MassTransit;

namespace Helpdesk.Assignment.Areas;

public static class CreateArea
{
    internal static readonly Refusal NoName = Refusal.Invalid("name", "A name needs letters that can be seen.");

    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync).Produces<AreaResponse>(StatusCodes.Status201Created)
        .RequireAuthorization(Policies.Admin).WithIdempotencyKey().WithName("CreateArea").WithSummary("Creates an area");

    static async Task<IResult> HandleAsync(
        CreateAreaRequest request, HttpContext http, AssignmentDbContext db, ChangeLog log, IPublishEndpoint publish,
        CancellationToken cancellationToken)
    {
        if (!ConfigurationName.TryParse(request.Name, out var name))
            return NoName.ToProblem();
        var area = new Area { Name = name, Mode = request.Mode };
        db.AddRange(area, new RoundRobinState { AreaId = area.Id });
        await publish.Publish(area.ToEvent(), cancellationToken);
        var response = await http.StoreResponseAsync(TypedResults.Created($"/api/areas/{area.Id}", area.ToResponse()));
        if (!await db.TrySaveAsync(cancellationToken))
            return AreaUnitOfWork.NameTaken(area.Name).ToProblem();
        log.SetETag(area);
        return response;
    }
}
