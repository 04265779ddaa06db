using System.Security.Claims;
using Helpdesk.Api.Preferences;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Preferences;

public static class UpdatePreferences
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("", HandleAsync)
        .WithName("UpdatePreferences").WithSummary("Chooses which mails the signed-in person gets, and how").ProducesValidationProblem();

    static async Task<IResult> HandleAsync(
        UpdatePreferencesRequest request, ClaimsPrincipal caller, NotificationDbContext db, CancellationToken cancellationToken)
    {
        if (!Read(request, caller.IsInRole).TryGet(out var chosen, out var refusal))
            return refusal.ToProblem();
        await SaveAsync(db, caller.AccountId()!.Value, chosen, cancellationToken);
        return TypedResults.Ok(await GetPreferences.HandleAsync(caller, db, cancellationToken));
    }

    internal static async Task SaveAsync(
        NotificationDbContext db, Guid person, IReadOnlyDictionary<NotificationKind, DeliveryMode> chosen,
        CancellationToken cancellationToken)
    {
        string[] kinds = [.. chosen.Keys.Select(x => x.ToString())], modes = [.. chosen.Values.Select(x => x.ToString())];
        await db.Database.ExecuteSqlAsync($"""
            insert into preference (account_id, kind, mode)
            select {person}, kind, mode from unnest({kinds}, {modes}) as chosen (kind, mode)
            on conflict (account_id, kind) do update set mode = excluded.mode
            """, cancellationToken);
    }

    static Result<Dictionary<NotificationKind, DeliveryMode>> Read(UpdatePreferencesRequest request, Func<string, bool> hasRole)
    {
        var chosen = new Dictionary<NotificationKind, DeliveryMode>();
        foreach (var (kind, mode) in request.Modes)
        {
            var option = PreferenceOption.All.FirstOrDefault(x =>
                string.Equals(x.Kind.ToString(), kind, StringComparison.OrdinalIgnoreCase) && x.IsFor(hasRole));
            if (option is null)
            {
                return Refusal.Invalid(
                    "modes", $"“{Shorten(kind)}” is not among the notifications that you can choose. "
                    + "Emails about your account, and to customers about their own tickets, cannot be turned off.");
            }

            if (option.Choices.Where(x => x.ToString() == mode).ToList() is not [var known])
                return Refusal.Invalid("modes", $"{kind} can be {string.Join(", ", option.Choices)}, but not “{Shorten(mode)}”.");
            chosen[option.Kind] = known;
        }

        return chosen;
    }

    static string Shorten(string? text) => text is null ? "" : text.Length <= 40 ? text : text[..40] + "…";
}
