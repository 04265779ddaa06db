using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Tickets;

namespace Helpdesk.Ticketing.Filing;

static class ChangeSubject
{
    public sealed record Request([property: Required, TextLength(255, Line = true)] string Subject);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/subject", HandleAsync).RequireAuthorization(Policies.Staff).WithName("ChangeSubject")
        .WithSummary("Gives the ticket a better subject").Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(string number, Request request, ClaimsPrincipal caller, TicketChange change, TimeProvider time, CancellationToken cancellationToken)
    {
        var subject = TextSanitizer.Line(request.Subject);
        if (subject.Length == 0)
            return Problem.Invalid("subject", "Please say in some words what the ticket is about.");
        return await change.ByStaffAsync(number, caller, ticket =>
        {
            ticket.ChangeSubject(subject, Who.Staff(caller), time.GetUtcNow());
            return TypedResults.NoContent();
        }, cancellationToken);
    }
}
