using Helpdesk.Ui.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Portal.Following;

/// <summary>A ticket and its conversation with nothing to press.</summary>
abstract class PrintedPage(Services services) : PageModel
{
    public Door Door { get; private set; } = null!;

    public TicketView Ticket { get; private set; } = null!;

    public IReadOnlyList<MessageView> Messages { get; private set; } = [];

    protected abstract Task<Door?> FindDoorAsync();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindDoorAsync() is not { } door)
            return NotFound();
        var read = await door.ReadAsync(services, cancellationToken);
        if (read.Value is not { } conversation)
            return StatusCode(read.Refusal!.PageStatus);
        (Door, Ticket, Messages) = (door, conversation.Ticket, conversation.Messages.Items);
        return Page();
    }
}
