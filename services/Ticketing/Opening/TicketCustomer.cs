using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Ticketing.Opening;

static class TicketCustomer
{
    /// <summary>
    /// The customer of a new ticket. Whoever is signed in as a customer is it, whatever they type; staff may open for another.
    /// </summary>
    public static Result<Person> Of(OpenTicketRequest request, ClaimsPrincipal caller, HttpRequest http)
    {
        var name = TextSanitizer.Line(request.Name);
        var typed = EmailAddress.TryParse(request.Email, out var address) ? address.Typed : "";
        if (caller.AccountId() is { } account && (!caller.IsStaff() || (name.Length == 0 && typed.Length == 0)))
        {
            var language = request.Language ?? caller.FindFirstValue(Claims.Language) ?? http.PreferredLanguage();
            return new Person { Id = account, Name = caller.FullName(), Email = caller.EmailAddress(), Language = language };
        }

        if (name.Length == 0)
            return Refusal.Invalid("name", "Please tell your name.");
        if (address is null)
            return Refusal.Invalid("email", "Please tell your mail address: the answer goes there.");
        return new Person { Name = name, Email = typed, Language = request.Language ?? http.PreferredLanguage() };
    }
}
