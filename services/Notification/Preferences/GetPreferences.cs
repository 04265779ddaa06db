using System.Security.Claims;
using Helpdesk.Api.Preferences;
using Helpdesk.Notification.Digests;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Notification.Preferences;

public static class GetPreferences
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .WithName("GetPreferences").WithSummary("Which mails the signed-in person gets, and how");

    internal static async Task<PreferencesResponse> HandleAsync(
        ClaimsPrincipal caller, NotificationDbContext db, CancellationToken cancellationToken)
    {
        var me = caller.AccountId()!.Value;
        var preferences = await NotificationPreferences.LoadAsync(db, [me], cancellationToken);
        var items = PreferenceOption.All.Where(x => x.IsFor(caller.IsInRole))
            .Select(x => new PreferenceResponse(x.Kind, preferences.ModeOf(me, x.Kind), x.DefaultMode, x.Choices));
        return new([.. items], DigestItem.Window);
    }
}
