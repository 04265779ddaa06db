using Helpdesk.Api.Formats;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Forms;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Ui.Accounts;

/// <summary>What the pages of accounts have in common: they ask a service in the name of who is signed in, and say what came of it.</summary>
abstract class AccountPage(Services services, PageTexts texts) : PageModel, IRedisplaysForm
{
    /// <summary>Key of a text about what was done a moment ago.</summary>
    [TempData]
    public string? Told { get; set; }

    public virtual Task<IActionResult> RedisplayAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return Task.FromResult<IActionResult>(Page());
    }

    protected Services Services => services;

    protected PageTexts Texts => texts;

    protected async Task<Answer<T>> AskAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancellationToken, string service = "identity") =>
        await services.SendAsync<T>(new(method, service, path) { Body = body, Credential = await HttpContext.CredentialAsync() }, cancellationToken);

    protected Task<Answer<Me>> ReadMeAsync(CancellationToken cancellationToken) => AskAsync<Me>(HttpMethod.Get, "/api/accounts/me", null, cancellationToken);

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

    /// <summary>The service did not do it: the field that is wrong, or the reason in general.</summary>
    /// <param name="refusal">What it said.</param>
    /// <param name="fields">Names of the service's fields with the page's, and the keys of what is said there.</param>
    protected void Explain(Refusal refusal, params (string Name, string Field, string Text)[] fields)
    {
        foreach (var (_, field, text) in fields.Where(x => refusal.Fields.Contains(x.Name)))
            ModelState.AddModelError(field, texts[text]);
        if (ModelState.ErrorCount == 0)
            ModelState.AddModelError("", texts[Sentence.KeyOf(refusal, texts)]);
    }

    /// <summary>The page again, with what is wrong on it.</summary>
    protected IActionResult Again()
    {
        if (ModelState.ErrorCount > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>There is nothing to show: the service is away.</summary>
    protected IActionResult Nothing(Refusal refusal) => StatusCode(refusal.IsOutOfReach ? StatusCodes.Status503ServiceUnavailable : (int)refusal.Status);

    protected IActionResult Done(string told, string page)
    {
        Told = told;
        return LocalRedirect(page);
    }
}
