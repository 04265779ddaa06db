using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Sealing;

namespace Helpdesk.Notification.Preferences;

/// <summary>The click of a mail program on "unsubscribe" (RFC 8058). A post, since programs and scanners follow links by themselves.</summary>
public static class Unsubscribe
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/unsubscriptions", HandleAsync)
        .AllowAnonymous().WithName("Unsubscribe").WithSummary("Turns off the kind of mail that the token of its header names");

    static async Task<IResult> HandleAsync(string token, NotificationDbContext db, Seals seals, CancellationToken cancellationToken)
    {
        if (seals.Open<Unsubscription>(token) is not { } wish)
            return Problem.NotFound("mail to unsubscribe from");
        await ChangePreferences.SaveAsync(db, wish.AccountId, wish.Kinds.ToDictionary(x => x, _ => Manner.Never), cancellationToken);
        return TypedResults.NoContent();
    }
}
