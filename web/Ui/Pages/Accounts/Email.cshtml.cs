using Helpdesk.Api.Accounts;
using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Components;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Ui.Pages.Accounts;

/// <summary>Another email address, once the link in the email to it is followed.</summary>
[Authorize]
sealed class EmailModel(IdentityClient identity, PageTexts texts) : AccountPage(identity, texts)
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public AccountResponse Account { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } nothing)
            return nothing;
        Email = Account.EmailConfirmed ? null : Account.Email;
        return Page();
    }

    public override async Task<IActionResult> RedisplayAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await ReadAsync(cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await ReadAsync(cancellationToken) is { } nothing)
            return nothing;
        Email = Email?.Trim();
        Require(EmailInput.IsValid(Email), nameof(Email), EmailInput.ErrorKey(Email));
        Require(Password is { Length: > 0 }, nameof(Password), "sign-in.password.missing");
        if (ModelState.ErrorCount > 0)
            return PageWithErrors();
        var answer = await Identity.ChangeEmailAsync(new(Email!, Password!), await CredentialAsync(), cancellationToken);
        if (answer.Succeeded)
            return RedirectWithMessage("email.done", "/account/email");
        Explain(answer.Problem!, ("email", nameof(Email), "open.email.wrong"), ("password", nameof(Password), "password.wrong"));
        return PageWithErrors();
    }

    async Task<IActionResult?> ReadAsync(CancellationToken cancellationToken)
    {
        var answer = await GetAccountAsync(cancellationToken);
        if (answer.Value is not { } account)
            return Unavailable(answer.Problem!);
        Account = account;
        return null;
    }
}
