using Helpdesk.Api;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;
using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Ui.Pages.Accounts;

/// <summary>What a person says of themselves.</summary>
[Authorize]
sealed class ProfileModel(IdentityClient identity, SessionRenewal session, PageTexts texts) : AccountPage(identity, texts)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? TimeZone { get; set; }

    [BindProperty]
    public long Version { get; set; }

    public AccountResponse Account { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await GetAccountAsync(cancellationToken);
        if (answer.Value is not { } account)
            return Unavailable(answer.Problem!);
        (Account, Name, Language, TimeZone, Version) =
            (account, account.Name, account.Language, account.TimeZone, account.Version);
        return Page();
    }

    public override async Task<IActionResult> RedisplayAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var answer = await GetAccountAsync(cancellationToken);
        if (answer.Value is not { } account)
            return Unavailable(answer.Problem!);
        Account = account;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var answer = await GetAccountAsync(cancellationToken);
        if (answer.Value is not { } account)
            return Unavailable(answer.Problem!);
        (Account, Name) = (account, Name?.Trim());
        Require(TextSanitizer.Line(Name).Length > 0, nameof(Name), "open.name.missing");
        Limit(Name, AccountLimits.Name, nameof(Name));
        Require(Browsing.Language.IsKnown(Language), nameof(Language), "profile.language.missing");
        if (ModelState.ErrorCount > 0)
            return PageWithErrors();
        // What is not on this page stays as it is.
        var zone = TimeZone is { Length: > 0 } ? TimeZone : null;
        var profile = new UpdateProfileRequest(Name!, Language!, Version, zone, account.Phone, account.Specialty);
        var saved = await Identity.UpdateProfileAsync(profile, await CredentialAsync(), cancellationToken);
        if (saved.Succeeded)
        {
            await session.RenewAsync(HttpContext);
            // From now on the account says in which language this browser reads.
            Response.Cookies.Delete(Browsing.Language.Cookie);
            return RedirectWithMessage("profile.done", "/account");
        }

        if (saved.Problem.Type == ProblemTypes.ChangedMeanwhile)
            Version = account.Version;
        Explain(saved.Problem, ("name", nameof(Name), "profile.name.wrong"), ("timeZone", nameof(TimeZone), "profile.zone.wrong"));
        return PageWithErrors();
    }
}
