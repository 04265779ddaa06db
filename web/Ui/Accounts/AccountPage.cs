using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Forms;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Ui.Accounts;

/// <summary>What the pages of accounts share: whose account it is, and how they say what came of a request.</summary>
abstract class AccountPage(IdentityClient identity, PageTexts texts) : PageModel, IRedisplaysForm
{
    /// <summary>Key of a text about what was done a moment ago.</summary>
    [TempData]
    public string? FlashMessage { get; set; }

    public virtual Task<IActionResult> RedisplayAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return Task.FromResult<IActionResult>(Page());
    }

    protected IdentityClient Identity => identity;

    protected PageTexts Texts => texts;

    protected Task<string?> CredentialAsync() => HttpContext.CredentialAsync();

    protected async Task<ApiResult<AccountResponse>> GetAccountAsync(CancellationToken cancellationToken) =>
        await identity.GetAccountAsync(await CredentialAsync(), cancellationToken);

    protected void Require(bool holds, string field, string text, params object[] values)
    {
        if (!holds)
            ModelState.AddModelError(field, texts[text, values]);
    }

    /// <summary>A line of text that is longer than it may be, as it would be stored.</summary>
    protected void Limit(string? typed, int longest, string field)
    {
        if (texts.TooLong(TextSanitizer.Line(typed), longest) is { } tooLong)
            ModelState.AddModelError(field, tooLong);
    }

    /// <summary>Says what the service refused: beside the field that is wrong, or for the form as a whole.</summary>
    /// <param name="problem">Why it was not done.</param>
    /// <param name="fields">Names of the service's fields with the page's, and the keys of what is said there.</param>
    protected void Explain(ApiProblem problem, params (string Name, string Field, string Text)[] fields)
    {
        foreach (var (_, field, text) in fields.Where(x => problem.Fields.Contains(x.Name)))
            ModelState.AddModelError(field, texts[text]);
        if (ModelState.ErrorCount == 0)
            ModelState.AddModelError("", texts[ProblemText.KeyOf(problem, texts)]);
    }

    /// <summary>The page again, with what is wrong on it.</summary>
    protected IActionResult PageWithErrors()
    {
        if (ModelState.ErrorCount > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>There is nothing to show: the service is away.</summary>
    protected IActionResult Unavailable(ApiProblem problem) =>
        StatusCode(problem.IsUnavailable ? StatusCodes.Status503ServiceUnavailable : (int)problem.Status);

    protected IActionResult RedirectWithMessage(string message, string page)
    {
        FlashMessage = message;
        return LocalRedirect(page);
    }
}
