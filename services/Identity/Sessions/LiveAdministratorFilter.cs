using Helpdesk.Api;
using Helpdesk.Api.Accounts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Identity.Sessions;

/// <summary>Refuses besides (<see cref="LiveSessionFilter"/>) whoever is no administrator any more.</summary>
sealed class LiveAdministratorFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (await context.HttpContext.LiveRolesAsync() is not { } roles)
            return SessionRefusals.Ended.ToProblem();
        return roles.Contains(AccountRoles.Admin)
            ? await next(context)
            : Problem.Of(StatusCodes.Status403Forbidden, ProblemTypes.NotAllowed, "Only administrators may do this.");
    }
}
