using Helpdesk.Api;
using Helpdesk.Api.Links;
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
/// What a link from an email leads to. To open it does nothing: mail scanners open links too. What it is for, Identity says and not the
/// address, so that a link of one kind under the page of another does what it is for.
/// </summary>
[AllowAnonymous, AllowBeforeRequiredAction]
sealed class LinkModel(IdentityClient identity, SessionRenewal session, PageTexts texts) : AccountPage(identity, texts)
{
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
    public LinkResponse? Link { get; private set; }

    /// <summary>First part of the keys of this kind's texts.</summary>
    public string TextKey => Link!.Purpose switch
    {
        LinkPurpose.Invitation => "link.invitation",
        LinkPurpose.PasswordReset => "link.reset",
        LinkPurpose.Registration => "link.registration",
        _ => "link.email",
    };

    /// <summary>Whether the account has another address now.</summary>
    public bool IsMove => Link is { Purpose: LinkPurpose.EmailChange, CurrentEmail: { } current, Email: var email } && current != email;

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
            return PageWithErrors();
        var answer = await Identity.AcceptLinkAsync(Acceptance(), await CredentialAsync(), cancellationToken);
        if (answer.Succeeded)
        {
            HttpContext.RememberDevice(answer.Value?.DeviceToken);
            return await AcceptedAsync();
        }

        if (answer.Problem!.Type == ProblemTypes.LinkNotValid)
            return Gone();
        if (answer.Problem.Fields.Contains("currentPassword") && !Link.AsksForCurrentPassword)
        {
            // The session ended between the two questions: now it has to be asked for.
            Link = Link with { AsksForCurrentPassword = true };
            ModelState.AddModelError(nameof(CurrentPassword), Texts["sign-in.password.missing"]);
        }
        else if (!PasswordRules.Explain(
            answer.Problem, "password", nameof(Password), ModelState, Texts, isFirst: Link.Purpose != LinkPurpose.PasswordReset))
        {
            Explain(answer.Problem, ("currentPassword", nameof(CurrentPassword), "link.email.password.wrong"));
        }

        return PageWithErrors();
    }

    AcceptLinkRequest Acceptance() => new(
        Secret,
        Link!.AsksForPassword ? Password : null,
        Link.AsksForCurrentPassword ? CurrentPassword : null,
        Link.AsksForCurrentPassword ? HttpContext.DeviceToken() : null);

    async Task<IActionResult> AcceptedAsync()
    {
        if (Link!.Purpose == LinkPurpose.EmailChange)
        {
            // Whoever is signed in here may be the one whose address it is.
            if (User.AccountId() is not null && await session.RenewAsync(HttpContext) is not null)
                return RedirectWithMessage("link.email.done", "/account");
            return RedirectWithMessage("link.email.done", "/sign-in");
        }

        // The sessions of the account ended with its old password.
        await HttpContext.EndSessionAsync();
        Address = Link.Email;
        return RedirectWithMessage($"{TextKey}.done", "/sign-in");
    }

    async Task<IActionResult?> LookUpAsync(CancellationToken cancellationToken)
    {
        var answer = await Identity.LookUpLinkAsync(new(Secret), await CredentialAsync(), cancellationToken);
        Link = answer.Value;
        return Link is not null ? null : answer.Problem!.IsUnavailable ? Unavailable(answer.Problem) : Gone();
    }

    PageResult Gone()
    {
        Link = null;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
