using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Helpdesk.Ui.Pages.Accounts;

/// <summary>A code besides the password: setting it up, new recovery codes, turning it off; also where whoever must set it up is led first.</summary>
[Authorize, OpenBeforeDuties]
sealed class TwoFactorModel(Services services, KeepSession session, ValueProtector protector, HomePage home, PageTexts texts) : AccountPage(services, texts)
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public sealed record Enrolment(string Key, string Uri, string Picture);

    sealed record Codes(IReadOnlyList<string> RecoveryCodes);

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The key and its picture on their way through the form: Identity tells them once, and a mistyped code must not lose them.</summary>
    [BindProperty]
    public string? Sealed { get; set; }

    public Me Me { get; private set; } = null!;

    public Enrolment? Enrolled { get; private set; }

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>Whether it is demanded; still so on the page that says that it is done.</summary>
    public bool Must { get; private set; }

    public string Next => Must ? home.Path : "/account/two-factor";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await AskWithPasswordAsync<Enrolment>(HttpMethod.Post, "/api/accounts/me/two-factor", cancellationToken) is { } enrolled)
            (Enrolled, Sealed) = (enrolled, protector.Protect(enrolled, Patience));
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Enrolled = protector.Unprotect<Enrolment>(Sealed);
        Code = string.Concat((Code ?? "").Where(x => !char.IsWhiteSpace(x)));
        Require(Code.Length is > 0 and <= 40, nameof(Code), "code.missing");
        if (ModelState.ErrorCount > 0)
            return await ShowAsync(cancellationToken);
        var answer = await AskAsync<Codes>(HttpMethod.Put, "/api/accounts/me/two-factor", new { Code }, cancellationToken);
        if (answer.Value is { } codes)
        {
            RecoveryCodes = codes.RecoveryCodes;
            await session.RenewAsync(HttpContext);
        }
        else if (answer.Refusal!.Type == "no-authenticator-to-confirm")
        {
            Enrolled = null;
            ModelState.AddModelError("", Texts[Sentence.KeyOf(answer.Refusal, Texts)]);
        }
        else
        {
            Explain(answer.Refusal, ("code", nameof(Code), "two-factor.code.wrong"));
        }

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken cancellationToken)
    {
        if (await AskWithPasswordAsync<Codes>(HttpMethod.Post, "/api/accounts/me/recovery-codes", cancellationToken) is { } codes)
            RecoveryCodes = codes.RecoveryCodes;
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken cancellationToken)
    {
        await AskWithPasswordAsync<object>(HttpMethod.Delete, "/api/accounts/me/two-factor", cancellationToken);
        return ModelState.ErrorCount == 0 ? Done("two-factor.off.done", "/account/two-factor") : await ShowAsync(cancellationToken);
    }

    async Task<T?> AskWithPasswordAsync<T>(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Require(Password is { Length: > 0 }, nameof(Password), "sign-in.password.missing");
        if (ModelState.ErrorCount > 0)
            return default;
        var answer = await AskAsync<T>(method, path, new { Password }, cancellationToken);
        if (answer.Refusal is { } refusal)
            Explain(refusal, ("password", nameof(Password), "password.wrong"));
        return answer.Value;
    }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Must = User.HasClaim(Duty.Name, Duty.TwoFactor);

    public override Task<IActionResult> RedisplayAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Enrolled = protector.Unprotect<Enrolment>(Sealed);
        return ShowAsync(cancellationToken);
    }

    async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var answer = await ReadMeAsync(cancellationToken);
        if (answer.Value is not { } me)
            return Nothing(answer.Refusal!);
        Me = me;
        return Again();
    }
}
