using Helpdesk.Api;
using Helpdesk.Api.Availability;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Tickets;
using Helpdesk.Portal.Opening;
using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Forms;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Portal.TicketPages;

/// <summary>The page of a ticket and what its customer can do there, however they reached it.</summary>
abstract class TicketPage(TicketingClient ticketing, FileUploads uploads, CachedAvailability availability, PageTexts texts)
    : PageModel, IRedisplaysForm
{
    public const int LongestText = 10_000, LongestComment = 2000;

    const string FlashCookie = "flash";

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public TicketForm Form { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public int? Score { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

    /// <summary>Whether the page asks if the problem is really solved.</summary>
    [BindProperty(SupportsGet = true, Name = "close")]
    public bool AsksToClose { get; set; }

    /// <summary>Whether a rating was sent that was not taken: the page shows it, and not the one of before.</summary>
    public bool Rates => Asked("Rate");

    /// <summary>
    /// Key of a text about what was done a moment ago. For some seconds and not for one view: the page may be refreshed at once, because it
    /// hears of its own doing. Never on the answer to what was sent after that and not accepted.
    /// </summary>
    public string? FlashMessage => HttpMethods.IsGet(Request.Method) && Request.Cookies[FlashCookie] is { } key
        && key.StartsWith("ticket.flash.", StringComparison.Ordinal) && texts.Has(key) ? key : null;

    public TicketAccess Access { get; private set; } = null!;

    public TicketResponse Ticket { get; private set; } = null!;

    public IReadOnlyList<MessageResponse> Messages { get; private set; } = [];

    public IReadOnlyList<UploadedFile> Uploads { get; private set; } = [];

    public AreaAvailability? Availability { get; private set; }

    /// <summary>How this page's address reaches the ticket; null when it leads nowhere.</summary>
    protected abstract Task<TicketAccess?> FindAccessAsync();

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostEditAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (Form.Remove is { } receipt)
            Form.Receipts.Remove(receipt);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostReplyAsync(CancellationToken cancellationToken)
    {
        if (await FindAccessAsync() is not { } access)
            return NotFound();
        ModelState.Clear();
        // What is typed stays as it is; what is counted is what will be stored.
        var words = TextSanitizer.Multiline(Text);
        if (words.Length == 0)
            ModelState.AddModelError(nameof(Text), texts["ticket.reply.empty"]);
        else if (texts.TooLong(words, LongestText) is { } tooLong)
            ModelState.AddModelError(nameof(Text), tooLong);
        await UploadAsync(access, cancellationToken);
        if (ModelState.ErrorCount > 0)
            return await ShowAsync(cancellationToken);

        string[] attachments = [.. uploads.Open(Form.Receipts).Select(x => x.Receipt)];
        var answer = await ticketing.ReplyAsync(access, new(Text!, attachments), Form.Key, cancellationToken);
        if (answer.Value is not { } reply)
            return await RefusedAsync(answer.Problem!, cancellationToken);
        // A ticket that ended long ago goes on in a new one.
        return Flash(reply.ContinuedIn is null ? "ticket.flash.replied" : "ticket.flash.follow-up", PageOf(reply.ContinuedIn, access));
    }

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken) =>
        DoAsync(x => ticketing.CloseAsync(x, new(), cancellationToken), "ticket.flash.closed", cancellationToken);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancellationToken) =>
        DoAsync(x => ticketing.ReopenAsync(x, cancellationToken), "ticket.flash.reopened", cancellationToken);

    /// <summary>Somebody else may have the link: it ends, and the customer gets another one by email.</summary>
    public async Task<IActionResult> OnPostRenewLinkAsync(CancellationToken cancellationToken)
    {
        if (await FindAccessAsync() is not { } access)
            return NotFound();
        var answer = await ticketing.RenewLinkAsync(access, cancellationToken);
        if (!answer.Succeeded)
            return await RefusedAsync(answer.Problem, cancellationToken);
        // Whoever came by the link that has just ended has no page to go back to.
        return access.Bearer is null
            ? RedirectToPage("/LostLink", new { renewed = true }) : Flash("ticket.flash.link-renewed", access.Page);
    }

    public async Task<IActionResult> OnPostRateAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (Score is < 1 or > 5 or null)
            ModelState.AddModelError(nameof(Score), texts["rate.missing"]);
        if (texts.TooLong(TextSanitizer.Multiline(Comment), LongestComment) is { } tooLong)
            ModelState.AddModelError(nameof(Comment), tooLong);
        return ModelState.ErrorCount > 0
            ? await ShowAsync(cancellationToken)
            : await DoAsync(
                x => ticketing.RateAsync(x, new((short)Score!, Comment), cancellationToken), "ticket.flash.rated", cancellationToken);
    }

    public async Task<IActionResult> RedisplayAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await FindAccessAsync() is not { } access)
            return NotFound();
        await UploadAsync(access, cancellationToken);
        // Whoever was about to close it is asked once more.
        AsksToClose = Asked("Close");
        return await ShowAsync(cancellationToken);
    }

    async Task UploadAsync(TicketAccess access, CancellationToken cancellationToken)
    {
        if (uploads.DropUnreadable(Form.Receipts))
            ModelState.AddModelError(nameof(Files), texts["files.expired"]);
        if (await uploads.UploadAsync(Files, Form.Receipts, access.Bearer, cancellationToken) is { } file)
            ModelState.AddModelError(nameof(Files), texts[file]);
    }

    bool Asked(string handler) => string.Equals(Request.Query["handler"], handler, StringComparison.OrdinalIgnoreCase);

    async Task<IActionResult> DoAsync(
        Func<TicketAccess, Task<ApiResult>> send, string message, CancellationToken cancellationToken)
    {
        if (await FindAccessAsync() is not { } access)
            return NotFound();
        var answer = await send(access);
        return answer.Succeeded ? Flash(message, access.Page) : await RefusedAsync(answer.Problem, cancellationToken);
    }

    /// <summary>Where the reply is now: whoever is signed in finds it by the number, whoever has a link by the new one.</summary>
    static string PageOf(ContinuedTicket? continuedIn, TicketAccess access) => continuedIn switch
    {
        { TrackingSecret: { } secret } => TicketAccess.ByLink(secret).Page,
        { } other when TicketAccess.TryByAccount(other.Number, access.Bearer, out var there) => there.Page,
        _ => access.Page,
    };

    RedirectResult Flash(string message, string page)
    {
        Response.Cookies.Append(FlashCookie, message, new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, Path = page, MaxAge = TimeSpan.FromSeconds(8),
            IsEssential = true,
        });
        return Redirect(page);
    }

    Task<IActionResult> RefusedAsync(ApiProblem problem, CancellationToken cancellationToken)
    {
        ModelState.AddModelError("", texts[problem.Fields switch
        {
            ["attachments", ..] => "files.expired",
            ["idempotency-key", ..] => "problem.key",
            ["text", ..] => "ticket.reply.wrong",
            ["comment", ..] => "rate.comment.wrong",
            _ => ProblemText.KeyOf(problem, texts),
        }]);
        if (problem.Fields is ["attachments", ..])
            Form.Receipts.Clear();
        // Sent already, in other words; or one that nobody can use.
        if (problem.Type == ProblemTypes.IdempotencyKeyReused || problem.Fields is ["idempotency-key", ..])
            Form.Key = null;
        return ShowAsync(cancellationToken);
    }

    async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await FindAccessAsync() is not { } access)
            return NotFound();
        var read = await ticketing.GetConversationAsync(access, cancellationToken);
        if (read.Value is not { } conversation)
            return StatusCode(read.Problem!.PageStatus);
        (Access, Ticket, Messages) = (access, conversation.Ticket, conversation.Messages);
        Availability = await availability.GetAsync(Ticket.Area.Id, cancellationToken);
        Uploads = uploads.Open(Form.Receipts);
        // The same until it was taken: pressed again after a silence, it says nothing twice.
        Form.Key ??= Guid.NewGuid().ToString("N");
        if (ModelState.ErrorCount > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
