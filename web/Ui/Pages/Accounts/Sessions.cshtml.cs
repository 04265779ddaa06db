using System.Net;
using Helpdesk.Api;
using Helpdesk.Api.Sessions;
using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Ui.Pages.Accounts;

/// <summary>Where a person is signed in, and a way to end what is not theirs.</summary>
[Authorize]
sealed class SessionsModel(IdentityClient identity, PageTexts texts) : AccountPage(identity, texts)
{
    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int Number { get; set; } = 1;

    public PagedResult<SessionSummary> Sessions { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Max(1, Number);
        var answer = await Identity.ListSessionsAsync(Number, await CredentialAsync(), cancellationToken);
        if (answer.Value is not { } sessions)
            return Unavailable(answer.Problem!);
        Sessions = sessions;
        return Page();
    }

    public override Task<IActionResult> RedisplayAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return OnGetAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Identity.EndSessionAsync(id, await CredentialAsync(), cancellationToken);
        // One that is not there any more has ended as well.
        return answer.Succeeded || answer.Problem.Status == HttpStatusCode.NotFound
            ? RedirectWithMessage("sessions.done", "/account/sessions")
            : Unavailable(answer.Problem);
    }
}
