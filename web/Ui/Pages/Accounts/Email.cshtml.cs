using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Components;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Ui.Pages.Accounts;

/// <summary>Another mail address, once the link in the mail to it is followed.</summary>
[Authorize]
sealed class EmailModel(Services services, PageTexts texts) : AccountPage(services, texts)
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public Me Me { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } nothing)
            return nothing;
        Email = Me.EmailConfirmed ? null : Me.Email;
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
        Require(MailAddresses.IsOne(Email), nameof(Email), "open.email.wrong");
        Require(Password is { Length: > 0 }, nameof(Password), "sign-in.password.missing");
        if (ModelState.ErrorCount > 0)
            return Again();
        var answer = await AskAsync<object>(HttpMethod.Put, "/api/accounts/me/email", new { Email, Password }, cancellationToken);
        if (answer.Succeeded)
            return Done("email.done", "/account/email");
        Explain(answer.Refusal!, ("email", nameof(Email), "open.email.wrong"), ("password", nameof(Password), "password.wrong"));
        return Again();
    }

    async Task<IActionResult?> ReadAsync(CancellationToken cancellationToken)
    {
        var answer = await ReadMeAsync(cancellationToken);
        if (answer.Value is not { } me)
            return Nothing(answer.Refusal!);
        Me = me;
        return null;
    }
}
