using Helpdesk.Api.Tickets;
using Helpdesk.Ui.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Portal.TicketPages;

/// <summary>A ticket and its conversation with nothing to press.</summary>
abstract class PrintedPage(TicketingClient ticketing) : PageModel
{
    public TicketAccess Access { get; private set; } = null!;

    public TicketResponse Ticket { get; private set; } = null!;

    public IReadOnlyList<MessageResponse> Messages { get; private set; } = [];

    protected abstract Task<TicketAccess?> FindAccessAsync();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindAccessAsync() is not { } access)
            return NotFound();
        var read = await ticketing.GetConversationAsync(access, cancellationToken);
        if (read.Value is not { } conversation)
            return StatusCode(read.Problem!.PageStatus);
        (Access, Ticket, Messages) = (access, conversation.Ticket, conversation.Messages);
        return Page();
    }
}
