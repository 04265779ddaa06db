using Helpdesk.Portal.Following;
using Helpdesk.Portal.Opening;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Portal.Pages;

/// <summary>The ticket of a link.</summary>
[AllowAnonymous, RequestSizeLimit(12 * 1024 * 1024), RequestFormLimits(MultipartBodyLengthLimit = 12 * 1024 * 1024)]
sealed class TrackModel(Services services, Uploads uploads, Desk desk, PageTexts texts) : TicketPage(services, uploads, desk, texts)
{
    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    protected override Task<Door?> FindDoorAsync() => Task.FromResult<Door?>(Door.OfLink(Secret));
}
