using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;
using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Components;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Ui.Pages.Accounts;

/// <summary>Asks for an account. The page says the same whatever the address: who has an account here, nobody learns.</summary>
[AllowAnonymous]
sealed class RegisterModel(IdentityClient identity, PageTexts texts) : AccountPage(identity, texts)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public void OnGet() => Language = Texts.Language;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        (Name, Email) = (Name?.Trim(), Email?.Trim());
        if (!Browsing.Language.IsKnown(Language))
            Language = Texts.Language;
        Require(TextSanitizer.Line(Name).Length > 0, nameof(Name), "open.name.missing");
        Limit(Name, AccountLimits.Name, nameof(Name));
        Require(EmailInput.IsValid(Email), nameof(Email), EmailInput.ErrorKey(Email));
        if (ModelState.ErrorCount > 0)
            return PageWithErrors();
        var answer = await Identity.RegisterAsync(new(Name!, Email!, Language), cancellationToken);
        if (answer.Succeeded)
            return RedirectToPage(new { sent = true });
        Explain(answer.Problem!, ("name", nameof(Name), "open.name.missing"), ("email", nameof(Email), "open.email.wrong"));
        return PageWithErrors();
    }
}
