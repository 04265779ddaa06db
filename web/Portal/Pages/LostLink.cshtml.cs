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
/// Whoever lost their link names number and email address, and it is sent there again. The page says the same whatever there is: a stranger
/// learns nothing.
/// </summary>
[AllowAnonymous]
sealed class LostLinkModel(TicketingClient ticketing, PageTexts texts) : PageModel, IRedisplaysForm
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
        if (!EmailInput.IsValid(Email))
            ModelState.AddModelError(nameof(Email), texts[EmailInput.ErrorKey(Email)]);
        if (ModelState.ErrorCount == 0)
        {
            var answer = await ticketing.RequestLinkAsync(new(number!, Email!), cancellationToken);
            if (answer.Succeeded)
                return RedirectToPage(new { sent = true });
            Explain(answer.Problem);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    void Explain(ApiProblem problem)
    {
        if (problem.Fields.Contains("number"))
            ModelState.AddModelError(nameof(Number), texts["follow.number.wrong"]);
        if (problem.Fields.Contains("email"))
            ModelState.AddModelError(nameof(Email), texts["open.email.wrong"]);
        if (ModelState.ErrorCount == 0)
            ModelState.AddModelError("", texts[ProblemText.KeyOf(problem, texts)]);
    }
}
