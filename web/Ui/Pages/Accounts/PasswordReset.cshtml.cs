using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Components;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Ui.Pages.Accounts;

/// <summary>Who forgot the password names his address, and a link goes there. The page says the same whatever the address.</summary>
[AllowAnonymous, OpenBeforeDuties]
sealed class PasswordResetModel(Services services, PageTexts texts) : AccountPage(services, texts)
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Email = Email?.Trim();
        Require(MailAddresses.IsOne(Email), nameof(Email), "open.email.wrong");
        if (ModelState.ErrorCount > 0)
            return Again();
        var answer = await AskAsync<object>(HttpMethod.Post, "/api/password-resets", new { Email }, cancellationToken);
        if (answer.Succeeded)
            return RedirectToPage(new { sent = true });
        Explain(answer.Refusal!, ("email", nameof(Email), "open.email.wrong"));
        return Again();
    }
}
