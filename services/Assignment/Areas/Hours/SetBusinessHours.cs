using System.ComponentModel.DataAnnotations;
using Helpdesk.Api;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Assignment.Areas.Hours;

public static class SetBusinessHours
{
    /// <summary>When people work in an area.</summary>
    /// <param name="Zone">IANA time zone such as America/Lima.</param>
    /// <param name="Week">The hours; a weekday may have several, and none when it is free.</param>
    /// <param name="Holidays">Days on which nobody works, as yyyy-MM-dd.</param>
    public sealed record Request(
        [property: Required, StringLength(64)] string Zone = "",
        [property: Required, MaxLength(70)] IReadOnlyList<Span>? Week = null,
        [property: MaxLength(400)] IReadOnlyList<string>? Holidays = null);

    /// <summary>Hours of one weekday.</summary>
    /// <param name="Day">Weekday in English, such as Monday.</param>
    /// <param name="From">Begin as HH:mm.</param>
    /// <param name="To">End as HH:mm, later than the begin; 24:00 is midnight.</param>
    public sealed record Span([property: Required] string Day = "", [property: Required] string From = "", [property: Required] string To = "");

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPut("/{id:guid}/hours", HandleAsync).Produces<AreaAnswer>()
            .RequireAuthorization(Policies.Admin).WithName("SetHours").WithSummary("Says when people work in an area");
        api.MapDelete("/{id:guid}/hours", (Guid id, AreaUnitOfWork areas, CancellationToken cancellationToken) => areas.ChangeAsync(id, area => SetAsync(area, null), cancellationToken))
            .Produces<AreaAnswer>().RequireAuthorization(Policies.Admin).WithName("ForgetHours").WithSummary("Says nothing any more of when people work in an area");
    }

    static async Task<IResult> HandleAsync(Guid id, Request request, AreaUnitOfWork areas, CancellationToken cancellationToken)
    {
        if (BusinessHoursParser.Read(request, out var hours) is { Count: > 0 } wrong)
            return TypedResults.ValidationProblem(wrong, type: ProblemTypes.Invalid);
        return await areas.ChangeAsync(id, area => SetAsync(area, hours), cancellationToken);
    }

    static Task<IResult?> SetAsync(Area area, BusinessHours? hours)
    {
        area.Hours = hours;
        return Task.FromResult<IResult?>(null);
    }
}
