using System.Security.Claims;
using Helpdesk.Api.Tracking;
using Helpdesk.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpdesk.Ticketing.Tracking;

static class TrackTicket
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("", Handle).RequireTrackingLink().WithName("TrackTicket")
        .WithSummary("The number of the ticket that the link leads to; by that number the link opens it").Produces<TrackTicketResponse>();

    static Ok<TrackTicketResponse> Handle(ClaimsPrincipal customer)
    {
        var number = customer.TrackingIdentity()!.Shown.Number;
        TicketSpan.Is(number);
        return TypedResults.Ok(new TrackTicketResponse(number));
    }
}
