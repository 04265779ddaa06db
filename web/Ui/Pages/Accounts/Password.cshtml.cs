using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Forms;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Ui.Pages.Accounts;

/// <summary>Another password; also where whoever must choose one is led first.</summary>
[Authorize, AllowBeforeRequiredAction]
sealed class PasswordModel(IdentityClient identity, SessionRenewal session, ValueProtector protector, HomePage home, PageTexts texts)
    : AccountPage(identity, texts)
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? New { get; set; }

    public bool Must => User.HasClaim(RequiredAction.Claim, RequiredAction.ChangePassword);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Require(Current is { Length: > 0 }, nameof(Current), "sign-in.password.missing");
        PasswordRules.Check(New, nameof(New), ModelState, Texts);
        if (ModelState.ErrorCount > 0)
            return PageWithErrors();
        var must = Must;
        var answer = await Identity.ChangePasswordAsync(new(Current!, New!), await CredentialAsync(), cancellationToken);
        if (answer.Succeeded)
        {
            await session.RenewAsync(HttpContext);
            return HttpContext.Resume(protector) ?? RedirectWithMessage("password.done", must ? home.Path : "/account/password");
        }

        if (!PasswordRules.Explain(answer.Problem!, "new", nameof(New), ModelState, Texts))
            Explain(answer.Problem!, ("current", nameof(Current), "password.wrong"));
        return PageWithErrors();
    }
}
