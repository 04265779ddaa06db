using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Identity.Accounts;

/// <summary>What guards an account is changed by its owner with his password, an administrator's too: with his stolen token somebody could else take it over.</summary>
static class OwnAccount
{
    public static IResult Refused => Problem.Of(StatusCodes.Status409Conflict, ProblemTypes.OwnAccount,
        "Change your own password, mail address and authenticator in your profile, where your password is asked for.");
}
