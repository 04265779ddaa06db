using Helpdesk.Api.Formats;
using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Ui.Pages.Accounts;

/// <summary>What a person says of himself.</summary>
[Authorize]
sealed class ProfileModel(Services services, KeepSession session, PageTexts texts) : AccountPage(services, texts)
{
    public const int LongestName = 100;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? TimeZone { get; set; }

    [BindProperty]
    public long Version { get; set; }

    public Me Me { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await ReadMeAsync(cancellationToken);
        if (answer.Value is not { } me)
            return Nothing(answer.Refusal!);
        (Me, Name, Language, TimeZone, Version) = (me, me.Name, me.Language, me.TimeZone, me.Version);
        return Page();
    }

    public override async Task<IActionResult> RedisplayAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var answer = await ReadMeAsync(cancellationToken);
        if (answer.Value is not { } me)
            return Nothing(answer.Refusal!);
        Me = me;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var answer = await ReadMeAsync(cancellationToken);
        if (answer.Value is not { } me)
            return Nothing(answer.Refusal!);
        (Me, Name) = (me, Name?.Trim());
        Require(TextSanitizer.Line(Name).Length > 0, nameof(Name), "open.name.missing");
        Limit(Name, LongestName, nameof(Name));
        Require(Browsing.Language.IsKnown(Language), nameof(Language), "profile.language.missing");
        if (ModelState.ErrorCount > 0)
            return Again();
        // What is not on this page stays as it is.
        var saved = await AskAsync<Me>(HttpMethod.Put, "/api/accounts/me", new { Name, Language, Version, TimeZone = TimeZone is { Length: > 0 } ? TimeZone : null, me.Phone, me.Specialty }, cancellationToken);
        if (saved.Succeeded)
        {
            await session.RenewAsync(HttpContext);
            // From now on the account says in which language this browser reads.
            Response.Cookies.Delete(Browsing.Language.Cookie);
            return Done("profile.done", "/account");
        }

        if (saved.Refusal!.Type == "changed-meanwhile")
            Version = me.Version;
        Explain(saved.Refusal, ("name", nameof(Name), "profile.name.wrong"), ("timeZone", nameof(TimeZone), "profile.zone.wrong"));
        return Again();
    }
}
