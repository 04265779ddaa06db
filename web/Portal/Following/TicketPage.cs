using Helpdesk.Api.Formats;
using Helpdesk.Portal.Opening;
using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Forms;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Portal.Following;

/// <summary>The page of a ticket and what its customer can do there, whichever door he came through.</summary>
abstract class TicketPage(Services services, Uploads uploads, Desk desk, PageTexts texts) : PageModel, IRedisplaysForm
{
    public const int LongestText = 10_000, LongestComment = 2000;

    const string ToldCookie = "told";

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
    /// Key of a text about what was done a moment ago. For some seconds and not for one look: the page may look again at once, because it
    /// hears of its own doing. Never on the answer to what was sent after that and not taken.
    /// </summary>
    public string? Told => HttpMethods.IsGet(Request.Method) && Request.Cookies[ToldCookie] is { } key
        && key.StartsWith("ticket.told.", StringComparison.Ordinal) && texts.Has(key) ? key : null;

    public Door Door { get; private set; } = null!;

    public TicketView Ticket { get; private set; } = null!;

    public IReadOnlyList<MessageView> Messages { get; private set; } = [];

    public IReadOnlyList<KeptFile> Kept { get; private set; } = [];

    public Attendance? Attendance { get; private set; }

    /// <summary>The door that this page's address leads through; null when nobody is let in.</summary>
    protected abstract Task<Door?> FindDoorAsync();

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostEditAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (Form.Remove is { } receipt)
            Form.Kept.Remove(receipt);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostReplyAsync(CancellationToken cancellationToken)
    {
        if (await FindDoorAsync() is not { } door)
            return NotFound();
        ModelState.Clear();
        // What is typed stays as it is; what is counted is what will be stored.
        var words = TextSanitizer.Multiline(Text);
        if (words.Length == 0)
            ModelState.AddModelError(nameof(Text), texts["ticket.reply.empty"]);
        else if (texts.TooLong(words, LongestText) is { } tooLong)
            ModelState.AddModelError(nameof(Text), tooLong);
        await TakeFilesAsync(door, cancellationToken);
        if (ModelState.ErrorCount > 0)
            return await ShowAsync(cancellationToken);

        var reply = new { Text, Attachments = uploads.Open(Form.Kept).Select(x => x.Receipt) };
        var answer = await door.SendAsync<Said>(services, x => x.Post("/replies", reply, Form.Key), cancellationToken);
        if (answer.Value is not { } said)
            return await RefusedAsync(answer.Refusal!, cancellationToken);
        // A ticket that ended long ago goes on in a new one.
        return Tell(said.ContinuedIn is null ? "ticket.told.replied" : "ticket.told.follow-up", PageOf(said.ContinuedIn, door));
    }

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken) =>
        DoAsync(door => door.Put("/closure", new { }), "ticket.told.closed", cancellationToken);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancellationToken) =>
        DoAsync(door => door.Delete("/closure"), "ticket.told.reopened", cancellationToken);

    /// <summary>Somebody else may have the link: it ends, and the customer gets another one by mail.</summary>
    public async Task<IActionResult> OnPostRenewLinkAsync(CancellationToken cancellationToken)
    {
        if (await FindDoorAsync() is not { } door)
            return NotFound();
        var answer = await door.SendAsync<object>(services, x => x.Post("/tracking-links", new { }, key: null), cancellationToken);
        if (!answer.Succeeded)
            return await RefusedAsync(answer.Refusal!, cancellationToken);
        // Whoever came by the link that has just ended has no page to go back to.
        return door.Bearer is null ? RedirectToPage("/Follow", new { renewed = true }) : Tell("ticket.told.link-renewed", door.Page);
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
            : await DoAsync(door => door.Put("/rating", new { Score, Comment }), "ticket.told.rated", cancellationToken);
    }

    public async Task<IActionResult> RedisplayAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await FindDoorAsync() is not { } door)
            return NotFound();
        await TakeFilesAsync(door, cancellationToken);
        // Whoever was about to close it is asked once more.
        AsksToClose = Asked("Close");
        return await ShowAsync(cancellationToken);
    }

    async Task TakeFilesAsync(Door door, CancellationToken cancellationToken)
    {
        if (uploads.DropUnreadable(Form.Kept))
            ModelState.AddModelError(nameof(Files), texts["files.expired"]);
        if (await uploads.SendAsync(Files, Form.Kept, door.Bearer, cancellationToken) is { } file)
            ModelState.AddModelError(nameof(Files), texts[file]);
    }

    bool Asked(string handler) => string.Equals(Request.Query["handler"], handler, StringComparison.OrdinalIgnoreCase);

    async Task<IActionResult> DoAsync(Func<Door, Call> call, string told, CancellationToken cancellationToken)
    {
        if (await FindDoorAsync() is not { } door)
            return NotFound();
        var answer = await door.SendAsync<object>(services, call, cancellationToken);
        if (!answer.Succeeded)
            return await RefusedAsync(answer.Refusal!, cancellationToken);
        return Tell(told, door.Page);
    }

    /// <summary>Where the words are now: who is signed in finds them by the number, who has a link by the new one.</summary>
    static string PageOf(ContinuedTicket? continuedIn, Door door) => continuedIn switch
    {
        { TrackingSecret: { } secret } => Door.OfLink(secret).Page,
        { } other when door.Bearer is { } credential => Door.OfAccount(other.Number, credential)?.Page ?? door.Page,
        _ => door.Page,
    };

    RedirectResult Tell(string text, string page)
    {
        Response.Cookies.Append(ToldCookie, text, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, Path = page, MaxAge = TimeSpan.FromSeconds(8), IsEssential = true });
        return Redirect(page);
    }

    Task<IActionResult> RefusedAsync(Refusal refusal, CancellationToken cancellationToken)
    {
        ModelState.AddModelError("", texts[refusal.Fields switch
        {
            ["attachments", ..] => "files.expired",
            ["idempotency-key", ..] => "problem.key",
            ["text", ..] => "ticket.reply.wrong",
            ["comment", ..] => "rate.comment.wrong",
            _ => Sentence.KeyOf(refusal, texts),
        }]);
        if (refusal.Fields is ["attachments", ..])
            Form.Kept.Clear();
        // Sent already, in other words; or one that nobody can use.
        if (refusal.Type == "idempotency-key-reused" || refusal.Fields is ["idempotency-key", ..])
            Form.Key = null;
        return ShowAsync(cancellationToken);
    }

    async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await FindDoorAsync() is not { } door)
            return NotFound();
        var read = await door.ReadAsync(services, cancellationToken);
        if (read.Value is not { } conversation)
            return StatusCode(read.Refusal!.PageStatus);
        (Door, Ticket, Messages) = (door, conversation.Ticket, conversation.Messages.Items);
        Attendance = await desk.OfAsync(Ticket.Area.Id, cancellationToken);
        Kept = uploads.Open(Form.Kept);
        // The same until it was taken: pressed again after a silence, it says nothing twice.
        Form.Key ??= Guid.NewGuid().ToString("N");
        if (ModelState.ErrorCount > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    sealed record Said(ContinuedTicket? ContinuedIn);

    sealed record ContinuedTicket(string Number, string? TrackingSecret);
}
