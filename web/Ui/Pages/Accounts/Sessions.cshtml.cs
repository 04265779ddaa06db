using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Ui.Pages.Accounts;

/// <summary>Where a person is signed in, and a way to end what is not his.</summary>
[Authorize]
sealed class SessionsModel(Services services, PageTexts texts) : AccountPage(services, texts)
{
    public sealed record Line(Guid Id, string? Device, string? Address, DateTimeOffset StartedAt, DateTimeOffset LastUsedAt, bool Current);

    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int Number { get; set; } = 1;

    public Page<Line> Sessions { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Max(1, Number);
        var answer = await AskAsync<Page<Line>>(HttpMethod.Get, $"/api/sessions?page={Number}", null, cancellationToken);
        if (answer.Value is not { } sessions)
            return Nothing(answer.Refusal!);
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
        var answer = await AskAsync<object>(HttpMethod.Delete, $"/api/sessions/{id}", null, cancellationToken);
        // One that is not there any more has ended as well.
        return answer.Succeeded || answer.Refusal!.Status == System.Net.HttpStatusCode.NotFound ? Done("sessions.done", "/account/sessions") : Nothing(answer.Refusal);
    }
}
