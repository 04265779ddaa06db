using Helpdesk.Api.Preferences;
using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Ui.Pages.Accounts;

/// <summary>Which emails a person gets, and how.</summary>
[Authorize]
sealed class MailsModel(NotificationClient notification, IdentityClient identity, PageTexts texts) : AccountPage(identity, texts)
{
    [BindProperty]
    public Dictionary<string, string> Modes { get; set; } = [];

    public PreferencesResponse Offered { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await notification.GetPreferencesAsync(await CredentialAsync(), cancellationToken);
        if (answer.Value is not { } offered)
            return Unavailable(answer.Problem!);
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
    DeliveryMode Chosen(PreferenceResponse preference) =>
        Enum.TryParse(Modes.GetValueOrDefault($"{preference.Kind}"), out DeliveryMode mode) && preference.Choices.Contains(mode)
            ? mode
            : preference.Mode;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var answer = await notification.UpdatePreferencesAsync(new(Modes), await CredentialAsync(), cancellationToken);
        if (answer.Succeeded)
            return RedirectWithMessage("mails.done", "/account/mails");
        Explain(answer.Problem!);
        return await OnGetAsync(cancellationToken) is StatusCodeResult away ? away : PageWithErrors();
    }
}
