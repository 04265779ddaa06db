using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Components;
using Helpdesk.Ui.Forms;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Portal.Pages;

/// <summary>Who lost his link names number and mail, and it goes to that mail again. The page says the same whatever there is: a stranger learns nothing.</summary>
[AllowAnonymous]
sealed class FollowModel(Services services, PageTexts texts) : PageModel, IRedisplaysForm
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public Task<IActionResult> RedisplayAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return Task.FromResult<IActionResult>(Page());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        (Number, Email) = (Number?.Trim(), Email?.Trim());
        if (Number is not { Length: > 0 and <= 20 })
            ModelState.AddModelError(nameof(Number), texts["follow.number.missing"]);
        if (!MailAddresses.IsOne(Email))
            ModelState.AddModelError(nameof(Email), texts["open.email.wrong"]);
        if (ModelState.ErrorCount == 0)
        {
            var answer = await services.SendAsync<object>(Call.Post("ticketing", "/api/tracking/reminders", new { Number, Email }), cancellationToken);
            if (answer.Succeeded)
                return RedirectToPage(new { sent = true });
            ModelState.AddModelError("", texts[Sentence.KeyOf(answer.Refusal!, texts)]);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
