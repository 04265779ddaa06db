using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Identity.Links;

static class LinkRefusals
{
    /// <summary>One answer for all: made up, used, expired, replaced.</summary>
    public static Refusal NotValid => new(
        ProblemTypes.LinkNotValid, "This link does not work any more, or never did. Please ask for a new one.",
        StatusCodes.Status404NotFound);
}
