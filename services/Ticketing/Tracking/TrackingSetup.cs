using System.Security.Claims;
using Helpdesk.Api.Accounts;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;

namespace Helpdesk.Ticketing.Tracking;

static class TrackingSetup
{
    /// <summary>By the word that the caller shows: one credential counts, and never two together.</summary>
    const string BearerOrTracking = "BearerOrTracking";

    static readonly AuthorizationPolicy ByLink = new AuthorizationPolicyBuilder(TrackingScheme.Name)
        .RequireAssertion(x => x.User.TrackingIdentity() is not null).Build();

    static readonly AuthorizationPolicy ByRoleOrLink = new AuthorizationPolicyBuilder(BearerOrTracking)
        .RequireAssertion(x => x.User.TrackingIdentity() is not null || AccountRoles.All.Any(x.User.IsInRole)).Build();

    public static void AddTrackingBySecret(this IServiceCollection services)
    {
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, TrackingScheme>(TrackingScheme.Name, null)
            .AddPolicyScheme(BearerOrTracking, null, x => x.ForwardDefaultSelector = context =>
                TrackingScheme.IsShown(context.Request) ? TrackingScheme.Name : JwtBearerDefaults.AuthenticationScheme);
        services.AddSingleton<TrackingLinks>();
    }

    /// <summary>Opens it to who holds a tracking link, and to nobody else.</summary>
    public static TBuilder RequireTrackingLink<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(ByLink);

    /// <summary>Opens it to who holds a tracking link as well. Elsewhere a link is no credential.</summary>
    public static TBuilder AllowTrackingLink<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(ByRoleOrLink);

    /// <summary>Null of everybody who came in another way.</summary>
    public static TrackingIdentity? TrackingIdentity(this ClaimsPrincipal caller) =>
        caller.Identities.OfType<TrackingIdentity>().FirstOrDefault();
}
