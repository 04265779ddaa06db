using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Sessions;
using Helpdesk.Identity.Setup;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Identity;

static class Endpoints
{
    public static void MapIdentity(this WebApplication app)
    {
        var setup = app.MapGroup("/api/setup").WithTags("Setup").AllowAnonymous();
        ShowSetup.Map(setup);
        CompleteSetup.Map(setup);

        var sessions = app.MapGroup("/api/sessions").WithTags("Sessions");
        SignIn.Map(sessions);
        RefreshSession.Map(sessions);
        SignOut.Map(sessions);

        var me = app.MapGroup("/api/accounts/me").WithTags("Accounts").RequireAuthorization().AddEndpointFilter<LiveSession>();
        ShowMe.Map(me);
        ChangeOwnPassword.Map(me);

        var accounts = app.MapGroup("/api/accounts").WithTags("Accounts").RequireAuthorization(Policies.Admin).AddEndpointFilter<LiveAdministrator>();
        ListAccounts.Map(accounts);
        CreateAccount.Map(accounts);
        ShowAccount.Map(accounts);
        ChangeAccount.Map(accounts);
        SuspendAccount.Map(accounts);
        LiftSuspension.Map(accounts);
    }
}
