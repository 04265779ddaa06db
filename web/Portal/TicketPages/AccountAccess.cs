using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;

namespace Helpdesk.Portal.TicketPages;

static class AccountAccess
{
    /// <summary>Access to one of the tickets of whoever is signed in; null when nobody is, or no ticket can have that number.</summary>
    public static async Task<TicketAccess?> TicketAccessAsync(this HttpContext context, string number) =>
        TicketAccess.TryByAccount(number, await context.CredentialAsync(), out var access) ? access : null;
}
