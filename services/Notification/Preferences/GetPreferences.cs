using System.Security.Claims;
using Helpdesk.Notification.Digests;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Notification.Preferences;

public static class GetPreferences
{
    /// <summary>One kind of news: how its reader hears of it, how he would without choosing, and what he may choose.</summary>
    public sealed record Item(NotificationKind Kind, DeliveryMode Mode, DeliveryMode Default, IReadOnlyList<DeliveryMode> Choices);

    /// <summary>What the signed-in person may choose.</summary>
    /// <param name="Items">One for each kind that concerns his roles.</param>
    /// <param name="DigestEvery">Least time between two digests.</param>
    public sealed record Answer(IReadOnlyList<Item> Items, TimeSpan DigestEvery);

    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .WithName("GetPreferences").WithSummary("Which mails the signed-in person gets, and how");

    static async Task<Answer> HandleAsync(ClaimsPrincipal caller, NotificationDbContext db, CancellationToken cancellationToken) =>
        await OfAsync(caller, db, cancellationToken);

    internal static async Task<Answer> OfAsync(ClaimsPrincipal caller, NotificationDbContext db, CancellationToken cancellationToken)
    {
        var me = caller.AccountId()!.Value;
        var preferences = await NotificationPreferences.LoadAsync(db, [me], cancellationToken);
        return new([.. PreferenceOption.All.Where(x => x.IsFor(caller.IsInRole)).Select(x => new Item(x.Kind, preferences.ModeOf(me, x.Kind), x.DefaultMode, x.Choices))], DigestItem.Window);
    }
}
