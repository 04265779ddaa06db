using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Notification.Preferences;

public static class ShowPreferences
{
    /// <summary>One kind of news: how its reader hears of it, how he would without choosing, and what he may choose.</summary>
    public sealed record Item(NewsKind Kind, Manner Manner, Manner Preset, IReadOnlyList<Manner> Choices);

    /// <summary>What the signed-in person may choose.</summary>
    /// <param name="Items">One for each kind that concerns his roles.</param>
    /// <param name="DigestEvery">Least time between two digests.</param>
    public sealed record Answer(IReadOnlyList<Item> Items, TimeSpan DigestEvery);

    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .WithName("ShowPreferences").WithSummary("Which mails the signed-in person gets, and how");

    static async Task<Answer> HandleAsync(ClaimsPrincipal caller, NotificationDbContext db, CancellationToken cancellationToken) =>
        await OfAsync(caller, db, cancellationToken);

    internal static async Task<Answer> OfAsync(ClaimsPrincipal caller, NotificationDbContext db, CancellationToken cancellationToken)
    {
        var me = caller.AccountId()!.Value;
        var wishes = await Wishes.OfAsync(db, [me], cancellationToken);
        return new([.. Offer.Everything.Where(x => x.IsFor(caller.IsInRole)).Select(x => new Item(x.Kind, wishes.Of(me, x.Kind), x.Preset, x.Choices))], Digests.News.Window);
    }
}
