using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>Who asks for help, and who acts.</summary>
static class Who
{
    static readonly string[] Languages = ["es", "en"];

    /// <summary>
    /// The customer of a new ticket. Who is signed in as a customer is it, whatever they type; staff may open for another.
    /// </summary>
    public static IResult? Asks(OpenTicket.Request request, ClaimsPrincipal caller, HttpRequest http, out Person customer)
    {
        var (name, email) = (TextSanitizer.Line(request.Name), EmailAddress.TryParse(request.Email, out var address) ? address.Typed : "");
        var himself = caller.AccountId() is not null && (!caller.IsStaff() || (name.Length == 0 && email.Length == 0));
        customer = himself
            ? new() { Id = caller.AccountId(), Name = caller.FullName(), Email = caller.EmailAddress(), Language = request.Language ?? caller.FindFirstValue(Claims.Language) ?? Preferred(http) }
            : new() { Name = name, Email = email, Language = request.Language ?? Preferred(http) };
        if (himself)
            return null;
        if (name.Length == 0)
            return Problem.Invalid("name", "Please tell your name.");
        return address is null ? Problem.Invalid("email", "Please tell your mail address: the answer goes there.") : null;
    }

    public static Actor Acts(ClaimsPrincipal caller, Person customer) =>
        caller.AccountId() is { } id && id != customer.Id ? Staff(caller) : new(ActorKind.Customer, customer.Id, customer.Name);

    public static Actor Staff(ClaimsPrincipal caller) => new(ActorKind.Staff, caller.AccountId(), caller.FullName());

    /// <summary>The language that his browser asks for.</summary>
    public static string Preferred(HttpRequest http) => http.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(x => x.Quality ?? 1).Select(x => x.Value.Value?.Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(x => Languages.Contains(x)) ?? Languages[0];
}
