using Helpdesk.Api.Preferences;
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
    public sealed record Preference(string Kind, string Mode, IReadOnlyList<string> Choices);

    public sealed record Preferences(IReadOnlyList<Preference> Items, TimeSpan DigestEvery);

    [BindProperty]
    public Dictionary<string, string> Modes { get; set; } = [];

    public Preferences Offered { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await AskAsync<Preferences>(HttpMethod.Get, "/api/preferences", null, cancellationToken, "notification");
        if (answer.Value is not { } offered)
            return Nothing(answer.Refusal!);
        // A kind that these pages have no words for yet is left alone.
        var known = offered.Items.Where(x => Texts.Has($"mails.{x.Kind}"));
        Offered = offered with { Items = [.. known.Select(x => x with { Mode = Chosen(x) })] };
        return Page();
    }

    public override Task<IActionResult> RedisplayAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return OnGetAsync(cancellationToken);
    }

    // What was chosen a moment ago and is not saved yet.
    string Chosen(Preference preference) =>
        Modes.GetValueOrDefault(preference.Kind) is { } mode && preference.Choices.Contains(mode) ? mode : preference.Mode;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var answer = await AskAsync<object>(
            HttpMethod.Put, "/api/preferences", new UpdatePreferencesRequest(Modes), cancellationToken, "notification");
        if (answer.Succeeded)
            return Done("mails.done", "/account/mails");
        Explain(answer.Refusal!);
        return await OnGetAsync(cancellationToken) is StatusCodeResult away ? away : Again();
    }
}
