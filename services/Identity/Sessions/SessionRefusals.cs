using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Identity.Sessions;

static class SessionRefusals
{
    public static Refusal Ended => new(
        ProblemTypes.SessionEnded, "This session has ended. Please sign in again.", StatusCodes.Status401Unauthorized);
}
