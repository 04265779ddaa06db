using Helpdesk.Api;
using Helpdesk.Api.Captcha;
using Helpdesk.Api.Categories;
using Helpdesk.Api.Tickets;
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

/// <summary>
/// A ticket in two steps: write, then review and send. Everything typed and chosen travels along, so the steps need neither script nor
/// memory here.
/// </summary>
[AllowAnonymous, RequestSizeLimit(12 * 1024 * 1024), RequestFormLimits(MultipartBodyLengthLimit = 12 * 1024 * 1024)]
sealed class NewModel(
    CachedCategories categories, CaptchaClient captchas, FileUploads uploads, RecentTickets recent, TicketingClient ticketing,
    PageTexts texts)
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

    public IReadOnlyList<CategoryResponse> Categories { get; private set; } = [];

    public IReadOnlyList<UploadedFile> Uploads { get; private set; } = [];

    public CreateChallengeResponse? Picture { get; private set; }

    /// <summary>Whether it is only to be reviewed and sent.</summary>
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
            Form.Receipts.Remove(receipt);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken)
    {
        if (!await CheckAsync(cancellationToken))
            return await ShowAsync(cancellationToken);
        if (recent.Find(Form) is { } before)
            return RedirectToPage("Opened", new { secret = before });
        var ticket = new OpenTicketRequest(
            Form.CategoryId, Form.Description!, Form.Subject, SignedIn ? null : Form.Name, SignedIn ? null : Form.Email, Language.Current,
            Attachments: [.. uploads.Open(Form.Receipts).Select(x => x.Receipt)]);
        var answer = await ticketing.OpenAsync(
            ticket, await HttpContext.CredentialAsync(), Captcha.Pass, Form.Key, cancellationToken);
        // For its customer there is always a link.
        if (answer.Value is { TrackingSecret: { } secret })
        {
            recent.Remember(Form, secret);
            return RedirectToPage("Opened", new { secret });
        }

        var problem = answer.Problem ?? ApiProblem.Unreachable;
        Explain(problem);
        Review = problem.IsUnavailable;
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
        if (uploads.DropUnreadable(Form.Receipts))
            ModelState.AddModelError(nameof(Files), texts["files.expired"]);
        if (await uploads.UploadAsync(Files, Form.Receipts, await HttpContext.CredentialAsync(), cancellationToken) is { } file)
            ModelState.AddModelError(nameof(Files), texts[file]);
        if (NeedsCaptcha && await Captcha.SolveAsync(captchas, texts, cancellationToken) is { } captcha)
            ModelState.AddModelError("Captcha.Answer", texts[captcha]);
        return ModelState.ErrorCount == 0;
    }

    void Explain(ApiProblem problem)
    {
        switch (problem)
        {
            case { Type: ProblemTypes.CaptchaNotValid or ProblemTypes.CaptchaRequired or ProblemTypes.CaptchaAlreadyUsed }:
                Captcha = new();
                ModelState.AddModelError("Captcha.Answer", texts[ProblemText.KeyOf(problem, texts)]);
                break;
            case { Fields: ["attachments", ..] }:
                Form.Receipts.Clear();
                ModelState.AddModelError("Files", texts["files.expired"]);
                break;
            case { Fields: ["categoryId", ..] }:
                ModelState.AddModelError("Form.CategoryId", texts["open.category.missing"]);
                break;
            case { Type: ProblemTypes.IdempotencyKeyReused }:
                // Changed after it was sent: what is sent now is another ticket.
                Form.Key = null;
                ModelState.AddModelError("", texts["open.changed"]);
                break;
            case { Fields: ["idempotency-key", ..] }:
                Form.Key = null;
                ModelState.AddModelError("", texts["problem.key"]);
                break;
            case { Type: ProblemTypes.Invalid, Fields: var fields }
                when Named.Where(x => fields.Contains(x.Name)).ToList() is { Count: > 0 } known:
                foreach (var (_, field, text) in known)
                    ModelState.AddModelError($"Form.{field}", texts[text]);
                break;
            default:
                ModelState.AddModelError("", texts[ProblemText.KeyOf(problem, texts)]);
                break;
        }
    }

    async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Categories = await categories.ListAsync(cancellationToken);
        Uploads = uploads.Open(Form.Receipts);
        Form.Key ??= Guid.NewGuid().ToString("N");
        if (NeedsCaptcha)
        {
            // The one before is spent, right or wrong.
            Captcha = new();
            Picture = (await captchas.CreateChallengeAsync(cancellationToken)).Value;
        }

        if (ModelState.ErrorCount > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
