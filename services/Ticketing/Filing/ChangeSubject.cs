using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Tickets;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Ticketing.Filing;

static class ChangeSubject
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/subject", HandleAsync).RequireAuthorization(Policies.Staff)
        .WithName("ChangeSubject").WithSummary("Gives the ticket a better subject").Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        string number, ChangeSubjectRequest request, ClaimsPrincipal caller, TicketUnitOfWork work, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var subject = TextSanitizer.Line(request.Subject);
        if (subject.Length == 0)
            return Problem.Invalid("subject", "Please say in some words what the ticket is about.");
        var result = await work.ChangeAsStaffAsync(
            number,
            caller,
            ticket =>
            {
                ticket.ChangeSubject(subject, caller.ToStaffActor(), time.GetUtcNow());
                return Result.Done;
            },
            cancellationToken);
        return result.ToHttp();
    }
}
