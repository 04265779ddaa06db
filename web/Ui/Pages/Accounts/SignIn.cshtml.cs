using Helpdesk.Api;
using Helpdesk.Api.Sessions;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Components;
using Helpdesk.Ui.Forms;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Ui.Pages.Accounts;

/// <summary>Signing in: with the password, and then with a code where the account asks for one.</summary>
[AllowAnonymous, AllowBeforeRequiredAction]
sealed class SignInModel(IdentityClient identity, ValueProtector protector, HomePage home, TimeProvider time, PageTexts texts)
    : AccountPage(identity, texts)
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Sealed by Identity: says for some minutes that the password was right.</summary>
    [BindProperty]
    public string? Ticket { get; set; }

    /// <summary>Where the person was going.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Then { get; set; }

    /// <summary>Whether a session ended elsewhere a moment ago.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    /// <summary>The address of who chose a password a moment ago.</summary>
    [TempData]
    public string? Address { get; set; }

    public bool AsksForCode => Ticket is { Length: > 0 };

    // An address of somebody else's, in a link to our page, must not catch whoever signs in.
    string Next => Url.IsLocalUrl(Then) ? Then! : home.Path;

    public IActionResult OnGet()
    {
        Email = Address;
        return User.AccountId() is null || HttpContext.ReExecutionNotice() is not null ? Page() : LocalRedirect(Next);
    }

    public override Task<IActionResult> RedisplayAsync(CancellationToken cancellationToken)
    {
        // Signed in meanwhile, in another tab: that is what this form is for.
        var here = User.AccountId() is not null && string.Equals(Email?.Trim(), User.EmailAddress(), StringComparison.OrdinalIgnoreCase);
        ModelState.Clear();
        return Task.FromResult(here ? Continue() : Page());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Ticket = null;
        Email = Email?.Trim();
        Require(EmailInput.IsValid(Email), nameof(Email), EmailInput.ErrorKey(Email));
        Require(Password is { Length: > 0 }, nameof(Password), "sign-in.password.missing");
        if (ModelState.ErrorCount > 0)
            return PageWithErrors();
        var answer = await Identity.SignInAsync(new(Email!, Password!, HttpContext.DeviceToken()), cancellationToken);
        if (answer.Value is { } session)
            return await BeginAsync(session);
        var problem = answer.Problem!;
        if (problem.Type == ProblemTypes.TwoFactorRequired)
        {
            Ticket = problem.Member("ticket");
            return Page();
        }

        // What cannot be an address or a password of anybody is said as if it were a wrong one.
        ModelState.AddModelError("", Texts[problem.Type == ProblemTypes.Invalid ? "refused.sign-in-refused"
            : ProblemText.KeyOf(problem, Texts)]);
        return PageWithErrors();
    }

    /// <summary>Another account, or the password again; what is carried stays.</summary>
    public IActionResult OnPostBack()
    {
        ModelState.Clear();
        Ticket = null;
        return Page();
    }

    /// <summary>On to what was typed, for who is signed in already.</summary>
    public IActionResult OnPostResume() => User.AccountId() is null ? Page() : Continue();

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Code = string.Concat((Code ?? "").Where(x => !char.IsWhiteSpace(x)));
        Require(Code.Length is > 0 and <= 40, nameof(Code), "code.missing");
        if (ModelState.ErrorCount > 0)
            return PageWithErrors();
        var answer = await Identity.SignInWithCodeAsync(new(Ticket ?? "", Code), cancellationToken);
        if (answer.Value is { } session)
            return await BeginAsync(session);
        switch (answer.Problem!.Type)
        {
            case ProblemTypes.CodeRefused:
                ModelState.AddModelError(nameof(Code), Texts["refused.code-refused"]);
                break;
            case ProblemTypes.SignInExpired or ProblemTypes.Invalid:
                Ticket = null;
                ModelState.AddModelError("", Texts["refused.sign-in-expired"]);
                break;
            default:
                ModelState.AddModelError("", Texts[ProblemText.KeyOf(answer.Problem, Texts)]);
                break;
        }

        return PageWithErrors();
    }

    async Task<IActionResult> BeginAsync(SessionResponse session)
    {
        await HttpContext.SignInAsync(session, time.GetUtcNow());
        return Continue();
    }

    /// <summary>To where the person was going, and with what they had typed there.</summary>
    IActionResult Continue()
    {
        if (HttpContext.PreservedForm() is not { } carried)
            return LocalRedirect(Next);
        if (protector.Unprotect<PostedForm>(carried) is not { } form)
            return RedirectWithMessage("redisplay.expired", Next);
        return form.IsOf(HttpContext) ? HttpContext.Restore(form) : RedirectWithMessage("redisplay.of-another", home.Path);
    }
}
