using Helpdesk.Portal.Opening;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Forms;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Portal.Pages;

/// <summary>A ticket in two steps: write, then look at it and send. Everything typed and chosen travels along, so the steps need neither script nor memory here.</summary>
[AllowAnonymous, RequestSizeLimit(12 * 1024 * 1024), RequestFormLimits(MultipartBodyLengthLimit = 12 * 1024 * 1024)]
sealed class NewModel(
    Categories categories, Captchas captchas, Uploads uploads, SentTickets sent, Services services, PageTexts texts)
    : PageModel, IRedisplaysForm
{
    static readonly (string Name, string Field, string Text)[] Named =
    [
        ("subject", "Subject", "field.too-long"), ("description", "Description", "open.description.wrong"),
        ("name", "Name", "open.name.wrong"), ("email", "Email", "open.email.wrong"),
    ];

    [BindProperty]
    public TicketForm Form { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public CaptchaForm Captcha { get; set; } = new();

    public IReadOnlyList<Category> Categories { get; private set; } = [];

    public IReadOnlyList<KeptFile> Kept { get; private set; } = [];

    public Captchas.Picture? Picture { get; private set; }

    /// <summary>Whether it is only to be looked at and sent.</summary>
    public bool Review { get; private set; }

    public bool SignedIn => User.AccountId() is not null;

    public bool NeedsCaptcha => !SignedIn && string.IsNullOrEmpty(Captcha.Pass);

    public async Task OnGetAsync(Guid? category, CancellationToken cancellationToken)
    {
        Form.CategoryId = category;
        await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostReviewAsync(CancellationToken cancellationToken)
    {
        Review = await CheckAsync(cancellationToken);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostEditAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (Form.Remove is { } receipt)
            Form.Kept.Remove(receipt);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken)
    {
        if (!await CheckAsync(cancellationToken))
            return await ShowAsync(cancellationToken);
        if (sent.Find(Form) is { } before)
            return RedirectToPage("Opened", new { secret = before });
        var answer = await services.SendAsync<OpenedTicket>(Call.Post("ticketing", "/api/tickets", new
        {
            Form.CategoryId,
            Form.Subject,
            Form.Description,
            Name = SignedIn ? null : Form.Name,
            Email = SignedIn ? null : Form.Email,
            Language = Language.Current,
            Attachments = uploads.Open(Form.Kept).Select(x => x.Receipt),
        }, await HttpContext.CredentialAsync()).With("Captcha-Pass", Captcha.Pass).With("Idempotency-Key", Form.Key), cancellationToken);
        if (answer.Value is { } opened)
        {
            sent.Remember(Form, opened.TrackingSecret);
            return RedirectToPage("Opened", new { secret = opened.TrackingSecret });
        }

        Explain(answer.Refusal!);
        Review = answer.Refusal!.IsOutOfReach;
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> RedisplayAsync(CancellationToken cancellationToken)
    {
        var complete = await CheckAsync(cancellationToken);
        Review = complete && string.Equals(Request.Query["handler"], "Send", StringComparison.OrdinalIgnoreCase);
        // Nothing was asked for yet: only what became of the files has to be said.
        foreach (var field in ModelState.Keys.Where(x => x != nameof(Files)).ToList())
            ModelState.Remove(field);
        return await ShowAsync(cancellationToken);
    }

    async Task<bool> CheckAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Form.Check(ModelState, texts, await categories.ListAsync(cancellationToken), SignedIn);
        if (uploads.DropUnreadable(Form.Kept))
            ModelState.AddModelError(nameof(Files), texts["files.expired"]);
        if (await uploads.SendAsync(Files, Form.Kept, await HttpContext.CredentialAsync(), cancellationToken) is { } file)
            ModelState.AddModelError(nameof(Files), texts[file]);
        if (NeedsCaptcha && await Captcha.SolveAsync(captchas, texts, cancellationToken) is { } captcha)
            ModelState.AddModelError("Captcha.Answer", texts[captcha]);
        return ModelState.ErrorCount == 0;
    }

    void Explain(Refusal refusal)
    {
        switch (refusal)
        {
            case { Type: "captcha-not-valid" or "captcha-required" or "captcha-already-used" }:
                Captcha = new();
                ModelState.AddModelError("Captcha.Answer", texts[Sentence.KeyOf(refusal, texts)]);
                break;
            case { Fields: ["attachments", ..] }:
                Form.Kept.Clear();
                ModelState.AddModelError("Files", texts["files.expired"]);
                break;
            case { Fields: ["categoryId", ..] }:
                ModelState.AddModelError("Form.CategoryId", texts["open.category.missing"]);
                break;
            case { Type: "idempotency-key-reused" }:
                // Changed after it was sent: what is sent now is another ticket.
                Form.Key = null;
                ModelState.AddModelError("", texts["open.changed"]);
                break;
            case { Fields: ["idempotency-key", ..] }:
                Form.Key = null;
                ModelState.AddModelError("", texts["problem.key"]);
                break;
            case { Type: "invalid", Fields: var fields } when Named.Where(x => fields.Contains(x.Name)).ToList() is { Count: > 0 } known:
                foreach (var (_, field, text) in known)
                    ModelState.AddModelError($"Form.{field}", texts[text]);
                break;
            default:
                ModelState.AddModelError("", texts[Sentence.KeyOf(refusal, texts)]);
                break;
        }
    }

    async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Categories = await categories.ListAsync(cancellationToken);
        Kept = uploads.Open(Form.Kept);
        Form.Key ??= Guid.NewGuid().ToString("N");
        if (NeedsCaptcha)
        {
            // The one before is spent, right or wrong.
            Captcha = new();
            Picture = (await captchas.DrawAsync(cancellationToken)).Value;
        }

        if (ModelState.ErrorCount > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
