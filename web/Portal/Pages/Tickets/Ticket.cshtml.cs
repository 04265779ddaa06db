using Helpdesk.Portal.Opening;
using Helpdesk.Portal.TicketPages;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Portal.Pages;

/// <summary>One of the tickets of who is signed in.</summary>
[Authorize, RequestSizeLimit(12 * 1024 * 1024), RequestFormLimits(MultipartBodyLengthLimit = 12 * 1024 * 1024)]
sealed class TicketModel(TicketingClient ticketing, FileUploads uploads, CachedAvailability availability, PageTexts texts)
    : TicketPage(ticketing, uploads, availability, texts)
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    protected override Task<TicketAccess?> FindAccessAsync() => HttpContext.TicketAccessAsync(Number);
}
