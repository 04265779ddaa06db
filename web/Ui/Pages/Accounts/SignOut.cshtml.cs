using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Forms;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Ui.Pages.Accounts;

/// <summary>Ends the session here and at Identity.</summary>
[AllowAnonymous, AllowBeforeRequiredAction, SameOriginSuffices]
sealed class SignOutModel(IdentityClient identity, PageTexts texts) : AccountPage(identity, texts)
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Identity.SignOutAsync(await CredentialAsync(), cancellationToken);
        }
        catch (SessionEndedException)
        {
            // It had ended already.
        }

        // Whether Identity was reached or not: this browser holds nothing any more.
        await HttpContext.EndSessionAsync();
        return RedirectWithMessage("sign-out.done", "/sign-in");
    }
}
