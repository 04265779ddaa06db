using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Ui.Pages.Accounts;

/// <summary>Which mails a person gets, and how.</summary>
[Authorize]
sealed class MailsModel(Services services, PageTexts texts) : AccountPage(services, texts)
{
    public sealed record Wish(string Kind, string Manner, IReadOnlyList<string> Choices);

    public sealed record Wishes(IReadOnlyList<Wish> Items, TimeSpan DigestEvery);

    [BindProperty]
    public Dictionary<string, string> Manners { get; set; } = [];

    public Wishes Offered { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await AskAsync<Wishes>(HttpMethod.Get, "/api/preferences", null, cancellationToken, "notification");
        if (answer.Value is not { } offered)
            return Nothing(answer.Refusal!);
        // A kind that these pages have no words for yet is left alone.
        var known = offered.Items.Where(x => Texts.Has($"mails.{x.Kind}"));
        Offered = offered with { Items = [.. known.Select(x => x with { Manner = Chosen(x) })] };
        return Page();
    }

    public override Task<IActionResult> RedisplayAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return OnGetAsync(cancellationToken);
    }

    // What was chosen a moment ago and is not saved yet.
    string Chosen(Wish wish) => Manners.GetValueOrDefault(wish.Kind) is { } manner && wish.Choices.Contains(manner) ? manner : wish.Manner;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var answer = await AskAsync<object>(HttpMethod.Put, "/api/preferences", new { Manners }, cancellationToken, "notification");
        if (answer.Succeeded)
            return Done("mails.done", "/account/mails");
        Explain(answer.Refusal!);
        return await OnGetAsync(cancellationToken) is StatusCodeResult away ? away : Again();
    }
}
