using System.Text.Json.Serialization;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Ui.Pages.Accounts;

/// <summary>
/// What a link from a mail leads to. To open it does nothing: mail scanners open links too. What it is for, Identity says and not the address,
/// so that a link of one kind under the page of another does what it is for.
/// </summary>
[AllowAnonymous, OpenBeforeDuties]
sealed class LinkModel(Services services, KeepSession session, PageTexts texts) : AccountPage(services, texts)
{
    public enum Purposes { Invitation, PasswordReset, Registration, EmailChange }

    public sealed record Found(
        [property: JsonConverter(typeof(JsonStringEnumConverter<Purposes>))] Purposes Purpose, string Name, string Email,
        DateTimeOffset ExpiresAt, bool AsksForPassword, bool AsksForCurrentPassword = false, string? CurrentEmail = null);

    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Of the account, when the link is about its address and nobody is signed in to it here.</summary>
    [BindProperty]
    public string? CurrentPassword { get; set; }

    [TempData]
    public string? Address { get; set; }

    /// <summary>Null when the link works no more.</summary>
    public Found? Link { get; private set; }

    /// <summary>First part of the keys of this kind's Texts.</summary>
    public string Words => Link!.Purpose switch
    {
        Purposes.Invitation => "link.invitation",
        Purposes.PasswordReset => "link.reset",
        Purposes.Registration => "link.registration",
        _ => "link.email",
    };

    /// <summary>Whether the account has another address now.</summary>
    public bool IsMove => Link is { Purpose: Purposes.EmailChange, CurrentEmail: { } current, Email: var email } && current != email;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LookUpAsync(cancellationToken) ?? Page();

    public override async Task<IActionResult> RedisplayAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await LookUpAsync(cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await LookUpAsync(cancellationToken) is { } nothing)
            return nothing;
        if (Link!.AsksForPassword)
            PasswordRules.Check(Password, nameof(Password), ModelState, Texts);
        Require(!Link.AsksForCurrentPassword || CurrentPassword is { Length: > 0 }, nameof(CurrentPassword), "sign-in.password.missing");
        if (ModelState.ErrorCount > 0)
            return Again();
        var answer = await AskAsync<Accepted>(HttpMethod.Post, "/api/links/acceptances", Acceptance(), cancellationToken);
        if (answer.Succeeded)
        {
            HttpContext.RememberDevice(answer.Value?.DeviceToken);
            return await AcceptedAsync();
        }

        if (answer.Refusal!.Type == "link-not-valid")
            return Gone();
        if (answer.Refusal.Fields.Contains("currentPassword") && !Link.AsksForCurrentPassword)
        {
            // The session ended between the two questions: now it has to be asked for.
            Link = Link with { AsksForCurrentPassword = true };
            ModelState.AddModelError(nameof(CurrentPassword), Texts["sign-in.password.missing"]);
        }
        else if (!PasswordRules.Explain(answer.Refusal, "password", nameof(Password), ModelState, Texts))
        {
            Explain(answer.Refusal, ("currentPassword", nameof(CurrentPassword), "link.email.password.wrong"));
        }

        return Again();
    }

    object Acceptance() => new
    {
        Secret,
        Password = Link!.AsksForPassword ? Password : null,
        CurrentPassword = Link.AsksForCurrentPassword ? CurrentPassword : null,
        DeviceToken = Link.AsksForCurrentPassword ? HttpContext.DeviceToken() : null,
    };

    async Task<IActionResult> AcceptedAsync()
    {
        if (Link!.Purpose == Purposes.EmailChange)
        {
            // Whoever is signed in here may be the one whose address it is.
            if (User.AccountId() is not null && await session.RenewAsync(HttpContext) is not null)
                return Done("link.email.done", "/account");
            return Done("link.email.done", "/sign-in");
        }

        // The sessions of the account ended with its old password.
        await HttpContext.EndSessionAsync();
        Address = Link.Email;
        return Done($"{Words}.done", "/sign-in");
    }

    async Task<IActionResult?> LookUpAsync(CancellationToken cancellationToken)
    {
        var answer = await AskAsync<Found>(HttpMethod.Post, "/api/links/lookups", new { Secret }, cancellationToken);
        Link = answer.Value;
        return Link is not null ? null : answer.Refusal!.IsOutOfReach ? Nothing(answer.Refusal) : Gone();
    }

    PageResult Gone()
    {
        Link = null;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    sealed record Accepted(string? DeviceToken);
}
