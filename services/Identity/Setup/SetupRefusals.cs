using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Identity.Setup;

static class SetupRefusals
{
    public static Refusal AlreadySetUp => new(
        ProblemTypes.AlreadySetUp, "This installation has been set up. Administrators make further accounts.");

    public static Refusal CodeNotConfigured => new(
        ProblemTypes.SetupCodeNotConfigured,
        "No setup code is configured. Whoever runs this installation sets Setup:Code and starts it again.",
        StatusCodes.Status403Forbidden);

    public static Refusal CodeWrong => new(
        ProblemTypes.SetupCodeWrong, "This is not the setup code of this installation.", StatusCodes.Status403Forbidden);
}
