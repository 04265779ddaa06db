using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;
using Helpdesk.Assignment.Changes;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Problems;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpdesk.Assignment.Areas;

public static class CreateArea
{
    /// <summary>A new area.</summary>
    /// <param name="Name">Unique, whatever the case and the accents of its letters.</param>
    public sealed record Request(
        [property: Required, TextLength(Area.NameLength, Line = true)] string Name = "",
        [property: EnumDataType(typeof(AssignmentMode))] AssignmentMode Mode = AssignmentMode.Automatic);

    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync).Produces<AreaAnswer>(StatusCodes.Status201Created)
        .RequireAuthorization(Policies.Admin).WithIdempotencyKey().WithName("CreateArea").WithSummary("Makes an area");

    static async Task<IResult> HandleAsync(Request request, HttpContext http, AssignmentDbContext db, ChangeLog log, IPublishEndpoint publish, CancellationToken cancellationToken)
    {
        if (ConfigurationName.Read(request.Name) is not { } name)
            return NoName();
        var area = new Area { Name = name, Mode = request.Mode };
        db.AddRange(area, new RoundRobinState { AreaId = area.Id });
        await publish.Publish(area.ToEvent(), cancellationToken);
        var answer = await http.ForetellAsync(TypedResults.Created($"/api/areas/{area.Id}", AreaAnswer.Of(area)));
        if (!await db.TrySaveAsync(cancellationToken))
            return AreaUnitOfWork.NameTaken(area.Name);
        log.SetETag(area);
        return answer;
    }

    internal static ValidationProblem NoName() => Problem.Invalid("name", "A name needs letters that can be seen.");
}
