using Helpdesk.Portal.Opening;
using Helpdesk.Portal.TicketPages;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Portal.Pages;

/// <summary>The ticket of a link.</summary>
[AllowAnonymous, RequestSizeLimit(12 * 1024 * 1024), RequestFormLimits(MultipartBodyLengthLimit = 12 * 1024 * 1024)]
sealed class TicketByLinkModel(TicketingClient ticketing, FileUploads uploads, CachedAvailability availability, PageTexts texts)
    : TicketPage(ticketing, uploads, availability, texts)
{
    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    protected override Task<TicketAccess?> FindAccessAsync() => Task.FromResult<TicketAccess?>(TicketAccess.ByLink(Secret));
}
