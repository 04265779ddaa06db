using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Helpdesk.Ticketing.Tracking;

static class TrackingSetup
{
    public static void AddTrackingBySecret(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TrackingScheme>(TrackingScheme.Name, null);
        services.AddSingleton<TrackingLinks>();
    }

    public static RouteGroupBuilder RequireTrackingSecret(this RouteGroupBuilder api) =>
        api.RequireAuthorization(x => x.AddAuthenticationSchemes(TrackingScheme.Name).RequireClaim(TrackingScheme.Ticket));

    public static Guid TrackedTicket(this ClaimsPrincipal customer) => Guid.Parse(customer.FindFirstValue(TrackingScheme.Ticket)!);
}
