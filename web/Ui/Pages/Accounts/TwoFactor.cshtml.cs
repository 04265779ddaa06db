using Helpdesk.Api;
using Helpdesk.Api.Accounts;
using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Helpdesk.Ui.Pages.Accounts;

/// <summary>
/// A code besides the password: setting it up, new recovery codes, turning it off; also where whoever must set it up is led first.
/// </summary>
[Authorize, AllowBeforeRequiredAction]
sealed class TwoFactorModel(IdentityClient identity, SessionRenewal session, ValueProtector protector, HomePage home, PageTexts texts)
    : AccountPage(identity, texts)
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>
    /// The key and its picture, sealed, on their way through the form: Identity tells them once, and a mistyped code must not lose them.
    /// </summary>
    [BindProperty]
    public string? Sealed { get; set; }

    public AccountResponse Account { get; private set; } = null!;

    public EnrolAuthenticatorResponse? Enrolled { get; private set; }

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>Whether it is demanded; still so on the page that says that it is done.</summary>
    public bool Must { get; private set; }

    public string Next => Must ? home.Path : "/account/two-factor";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (CheckPassword())
        {
            var answer = await Identity.EnrolAuthenticatorAsync(new(Password!), await CredentialAsync(), cancellationToken);
            if (IsDone(answer) && answer.Value is { } enrolled)
                (Enrolled, Sealed) = (enrolled, protector.Protect(enrolled, Patience));
        }

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Enrolled = protector.Unprotect<EnrolAuthenticatorResponse>(Sealed);
        Code = string.Concat((Code ?? "").Where(x => !char.IsWhiteSpace(x)));
        Require(Code.Length is > 0 and <= 40, nameof(Code), "code.missing");
        if (ModelState.ErrorCount > 0)
            return await ShowAsync(cancellationToken);
        var answer = await Identity.ConfirmAuthenticatorAsync(new(Code), await CredentialAsync(), cancellationToken);
        if (answer.Value is { } codes)
        {
            RecoveryCodes = codes.RecoveryCodes;
            await session.RenewAsync(HttpContext);
        }
        else if (answer.Problem!.Type == ProblemTypes.NoAuthenticatorToConfirm)
        {
            Enrolled = null;
            ModelState.AddModelError("", Texts[ProblemText.KeyOf(answer.Problem, Texts)]);
        }
        else
        {
            Explain(answer.Problem, ("code", nameof(Code), "two-factor.code.wrong"));
        }

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken cancellationToken)
    {
        if (CheckPassword())
        {
            var answer = await Identity.RenewRecoveryCodesAsync(new(Password!), await CredentialAsync(), cancellationToken);
            if (IsDone(answer))
                RecoveryCodes = answer.Value?.RecoveryCodes ?? [];
        }

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken cancellationToken)
    {
        return CheckPassword() && IsDone(await Identity.TurnOffTwoFactorAsync(new(Password!), await CredentialAsync(), cancellationToken))
            ? RedirectWithMessage("two-factor.off.done", "/account/two-factor")
            : await ShowAsync(cancellationToken);
    }

    bool CheckPassword()
    {
        ModelState.Clear();
        Require(Password is { Length: > 0 }, nameof(Password), "sign-in.password.missing");
        return ModelState.ErrorCount == 0;
    }

    bool IsDone(ApiResult answer)
    {
        if (!answer.Succeeded)
            Explain(answer.Problem, ("password", nameof(Password), "password.wrong"));
        return answer.Succeeded;
    }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        Must = User.HasClaim(RequiredAction.Claim, RequiredAction.SetUpTwoFactor);

    public override Task<IActionResult> RedisplayAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Enrolled = protector.Unprotect<EnrolAuthenticatorResponse>(Sealed);
        return ShowAsync(cancellationToken);
    }

    async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var answer = await GetAccountAsync(cancellationToken);
        if (answer.Value is not { } account)
            return Unavailable(answer.Problem!);
        Account = account;
        return PageWithErrors();
    }
}
