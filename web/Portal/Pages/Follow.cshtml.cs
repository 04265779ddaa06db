using Helpdesk.Api.Formats;
using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Components;
using Helpdesk.Ui.Forms;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Portal.Pages;

/// <summary>
/// Who lost their link names number and mail, and it goes to that mail again. The page says the same whatever there is: a stranger learns
/// nothing.
/// </summary>
[AllowAnonymous]
sealed class FollowModel(Services services, PageTexts texts) : PageModel, IRedisplaysForm
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    /// <summary>Whether somebody renewed a link a moment ago: the page they did it on is gone.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Renewed { get; set; }

    public Task<IActionResult> RedisplayAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return Task.FromResult<IActionResult>(Page());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        (Number, Email) = (Number?.Trim(), Email?.Trim());
        if (!TicketNumber.TryParse(Number, out var number))
            ModelState.AddModelError(nameof(Number), texts[string.IsNullOrEmpty(Number) ? "follow.number.missing" : "follow.number.wrong"]);
        if (!MailAddresses.IsOne(Email))
            ModelState.AddModelError(nameof(Email), texts["open.email.wrong"]);
        if (ModelState.ErrorCount == 0)
        {
            var asked = new { Number = number, Email };
            var answer = await services.SendAsync<object>(Call.Post("ticketing", "/api/tracking/reminders", asked), cancellationToken);
            if (answer.Succeeded)
                return RedirectToPage(new { sent = true });
            Explain(answer.Refusal!);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    void Explain(Refusal refusal)
    {
        if (refusal.Fields.Contains("number"))
            ModelState.AddModelError(nameof(Number), texts["follow.number.wrong"]);
        if (refusal.Fields.Contains("email"))
            ModelState.AddModelError(nameof(Email), texts["open.email.wrong"]);
        if (ModelState.ErrorCount == 0)
            ModelState.AddModelError("", texts[Sentence.KeyOf(refusal, texts)]);
    }
}
