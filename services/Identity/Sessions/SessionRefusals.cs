using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Identity.Sessions;

static class SessionRefusals
{
    public static Refusal Ended => new(
        ProblemTypes.SessionEnded, "This session has ended. Please sign in again.", StatusCodes.Status401Unauthorized);

    public static Refusal NotAdministrator => new(
        ProblemTypes.NotAllowed, "Only administrators may do this.", StatusCodes.Status403Forbidden);
}
