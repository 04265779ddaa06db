using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Components;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Ui.Pages.Accounts;

/// <summary>Whoever forgot the password names their address, and a link goes there. The page says the same whatever the address.</summary>
[AllowAnonymous, AllowBeforeRequiredAction]
sealed class PasswordResetModel(IdentityClient identity, PageTexts texts) : AccountPage(identity, texts)
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Email = Email?.Trim();
        Require(EmailInput.IsValid(Email), nameof(Email), EmailInput.ErrorKey(Email));
        if (ModelState.ErrorCount > 0)
            return PageWithErrors();
        var answer = await Identity.RequestPasswordResetAsync(new(Email!), cancellationToken);
        if (answer.Succeeded)
            return RedirectToPage(new { sent = true });
        Explain(answer.Problem!, ("email", nameof(Email), "open.email.wrong"));
        return PageWithErrors();
    }
}
