using System.Security.Claims;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ticketing.Tracking;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Ticketing;

/// <summary>Who asks, as the model knows them.</summary>
static class Callers
{
    static readonly string[] Languages = ["es", "en"];

    /// <summary>The caller as a member of the staff.</summary>
    public static Actor ToStaffActor(this ClaimsPrincipal caller) => new(ActorKind.Staff, caller.AccountId(), caller.FullName());

    /// <summary>The caller on a ticket of this customer: the customer, unless staff acts for them.</summary>
    public static Actor ToActor(this ClaimsPrincipal caller, Person customer) =>
        caller.AccountId() is { } id && id != customer.Id ? caller.ToStaffActor() : new(ActorKind.Customer, customer.Id, customer.Name);

    /// <summary>What shows that the caller is the ticket's customer.</summary>
    public static CustomerVerification Verification(this ClaimsPrincipal caller) =>
        caller.TrackingIdentity() is null ? CustomerVerification.SignedIn : CustomerVerification.TrackingLink;

    /// <summary>The language that their browser asks for.</summary>
    public static string PreferredLanguage(this HttpRequest http) => http.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(x => x.Quality ?? 1).Select(x => x.Value.Value?.Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(x => Languages.Contains(x)) ?? Languages[0];
}
