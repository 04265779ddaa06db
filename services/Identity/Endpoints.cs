using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Auditing;
using Helpdesk.Identity.Links;
using Helpdesk.Identity.Sessions;
using Helpdesk.Identity.Settings;
using Helpdesk.Identity.Setup;
using Helpdesk.Identity.Tokens;
using Helpdesk.Identity.TwoFactor;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Identity;

static class Endpoints
{
    public static void MapIdentity(this WebApplication app)
    {
        MapSetup(app.MapGroup("/api/setup").WithTags("Setup").AllowAnonymous());
        var anySession = app.MapGroup("/api/sessions").WithTags("Sessions");
        SignIn.Map(anySession);
        RefreshSession.Map(anySession);
        SignOut.Map(anySession);
        CompleteTwoFactorSignIn.Map(anySession);

        var own = app.MapGroup("/api/sessions").WithTags("Sessions").RequireAuthorization().AddEndpointFilter<LiveSessionFilter>();
        var me = app.MapGroup("/api/accounts/me").WithTags("Accounts").RequireAuthorization().AddEndpointFilter<LiveSessionFilter>();
        var accounts = app.MapAdministration("/api/accounts", "Accounts");
        ConfirmPassword.Map(own);
        ListSessions.Map(own, accounts);
        RevokeSession.Map(own, accounts);
        TurnOffTwoFactor.Map(me, accounts);
        MapOwnAccount(me);
        MapAccounts(accounts);

        Register.Map(app.MapGroup("/api/registrations").WithTags("Links"));
        RequestPasswordReset.Map(app.MapGroup("/api/password-resets").WithTags("Links"));
        var links = app.MapGroup("/api/links").WithTags("Links").AllowAnonymous();
        LookUpLink.Map(links);
        AcceptLink.Map(links);

        var settings = app.MapAdministration("/api/settings", "Settings");
        GetSettings.Map(settings);
        UpdateSettings.Map(settings);
        GetPublicSettings.Map(app.MapGroup("/api/settings").WithTags("Settings"));
        GetTokenKeys.Map(app);
        ListAuditEntries.Map(app.MapAdministration("/api/audit", "Audit"));
    }

    static RouteGroupBuilder MapAdministration(this WebApplication app, string address, string tag) => app.MapGroup(address)
        .WithTags(tag).RequireAuthorization(Policies.Admin).AddEndpointFilter<LiveAdministratorFilter>();

    static void MapSetup(RouteGroupBuilder setup)
    {
        GetSetup.Map(setup);
        CompleteSetup.Map(setup);
    }

    static void MapOwnAccount(RouteGroupBuilder me)
    {
        GetOwnAccount.Map(me);
        UpdateProfile.Map(me);
        ChangeOwnPassword.Map(me);
        ChangeOwnEmail.Map(me);
        EnrolAuthenticator.Map(me);
        ConfirmAuthenticator.Map(me);
        RenewRecoveryCodes.Map(me);
    }

    static void MapAccounts(RouteGroupBuilder accounts)
    {
        ListAccounts.Map(accounts);
        CreateAccount.Map(accounts);
        GetAccount.Map(accounts);
        UpdateAccount.Map(accounts);
        SuspendAccount.Map(accounts);
        LiftSuspension.Map(accounts);
        ResendInvitation.Map(accounts);
        ResetAccountPassword.Map(accounts);
    }
}
