using System.Security.Claims;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Tracking;

namespace Helpdesk.Ticketing.Visibility;

/// <summary>How somebody reads a ticket that they may see.</summary>
/// <param name="Account">Who; null of who comes by its link.</param>
/// <param name="AsStaff">Whether they see what is the staff's, such as internal notes.</param>
/// <param name="ByLink">
/// Whether they come by a link: they may have typed another's address, and learn nothing of that one's account but what they typed.
/// </param>
/// <param name="SeesMerged">Whether a customer is shown their words of the tickets that were merged into it.</param>
sealed record TicketReader(Guid? Account, bool AsStaff, bool ByLink, bool SeesMerged)
{
    public static TicketReader Of(ClaimsPrincipal caller, Ticket ticket)
    {
        if (caller.TrackingIdentity() is not { } link)
            return new(caller.AccountId(), caller.IsStaffFor(ticket.CustomerId), ByLink: false, SeesMerged: true);
        // Whom a link led here from another ticket has shown there who they are.
        return new(null, AsStaff: false, ByLink: true, SeesMerged: ticket.Id != link.Own.Id || ticket.OpenedBySelf);
    }

    /// <summary>The customer's name, address and language.</summary>
    public Person CustomerOf(Ticket ticket) => ByLink && ticket.Typed is { } typed
        ? new() { Name = typed.Name, Email = typed.Email, Language = typed.Language }
        : ticket.Customer;
}
