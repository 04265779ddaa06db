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
        var setup = app.MapGroup("/api/setup").WithTags("Setup").AllowAnonymous();
        GetSetup.Map(setup);
        CompleteSetup.Map(setup);

        var sessions = app.MapGroup("/api/sessions").WithTags("Sessions");
        SignIn.Map(sessions);
        RefreshSession.Map(sessions);
        SignOut.Map(sessions);
        CompleteTwoFactorSignIn.Map(sessions);
        var ownSessions = app.MapGroup("/api/sessions").WithTags("Sessions").RequireAuthorization().AddEndpointFilter<LiveSessionFilter>();

        ConfirmPassword.Map(ownSessions);

        var me = app.MapGroup("/api/accounts/me").WithTags("Accounts").RequireAuthorization().AddEndpointFilter<LiveSessionFilter>();
        GetOwnAccount.Map(me);
        UpdateProfile.Map(me);
        ChangeOwnPassword.Map(me);
        ChangeOwnEmail.Map(me);
        EnrolAuthenticator.Map(me);
        ConfirmAuthenticator.Map(me);
        RenewRecoveryCodes.Map(me);

        var accounts = app.MapGroup("/api/accounts").WithTags("Accounts").RequireAuthorization(Policies.Admin).AddEndpointFilter<LiveAdministratorFilter>();
        ListAccounts.Map(accounts);
        CreateAccount.Map(accounts);
        GetAccount.Map(accounts);
        UpdateAccount.Map(accounts);
        SuspendAccount.Map(accounts);
        LiftSuspension.Map(accounts);
        ResendInvitation.Map(accounts);
        ResetAccountPassword.Map(accounts);
        TurnOffTwoFactor.Map(me, accounts);
        ListSessions.Map(ownSessions, accounts);
        RevokeSession.Map(ownSessions, accounts);

        Register.Map(app.MapGroup("/api/registrations").WithTags("Links"));
        RequestPasswordReset.Map(app.MapGroup("/api/password-resets").WithTags("Links"));
        var links = app.MapGroup("/api/links").WithTags("Links").AllowAnonymous();
        LookUpLink.Map(links);
        AcceptLink.Map(links);

        var settings = app.MapGroup("/api/settings").WithTags("Settings").RequireAuthorization(Policies.Admin).AddEndpointFilter<LiveAdministratorFilter>();
        GetSettings.Map(settings);
        UpdateSettings.Map(settings);
        GetPublicSettings.Map(app.MapGroup("/api/settings").WithTags("Settings"));
        GetTokenKeys.Map(app);
        ListAuditEntries.Map(app.MapGroup("/api/audit").WithTags("Audit").RequireAuthorization(Policies.Admin).AddEndpointFilter<LiveAdministratorFilter>());
    }
}
