using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Preferences;

public static class UpdatePreferences
{
    /// <summary>The kinds to change; the others stay.</summary>
    /// <param name="Modes">By kind of notification.</param>
    public sealed record Request([property: Required] IReadOnlyDictionary<string, string> Modes);

    public static void Map(RouteGroupBuilder api) => api.MapPut("", HandleAsync)
        .WithName("UpdatePreferences").WithSummary("Chooses which mails the signed-in person gets, and how").ProducesValidationProblem();

    static async Task<IResult> HandleAsync(Request request, ClaimsPrincipal caller, NotificationDbContext db, CancellationToken cancellationToken)
    {
        var chosen = new Dictionary<NotificationKind, DeliveryMode>();
        foreach (var (kind, mode) in request.Modes)
        {
            if (PreferenceOption.All.FirstOrDefault(x => string.Equals(x.Kind.ToString(), kind, StringComparison.OrdinalIgnoreCase) && x.IsFor(caller.IsInRole)) is not { } option)
                return Problem.Invalid("modes", $"“{OneWord(kind)}” is not among the kinds of news that you can choose. Mails about your account, and to customers about their own tickets, cannot be turned off.");
            if (option.Choices.Where(x => x.ToString() == mode).ToList() is not [var known])
                return Problem.Invalid("modes", $"{kind} is told {string.Join(", ", option.Choices)}, not “{OneWord(mode)}”.");
            chosen[option.Kind] = known;
        }

        await SaveAsync(db, caller.AccountId()!.Value, chosen, cancellationToken);
        return TypedResults.Ok(await GetPreferences.OfAsync(caller, db, cancellationToken));
    }

    internal static async Task SaveAsync(NotificationDbContext db, Guid person, IReadOnlyDictionary<NotificationKind, DeliveryMode> chosen, CancellationToken cancellationToken)
    {
        var (kinds, modes) = (chosen.Keys.Select(x => x.ToString()).ToArray(), chosen.Values.Select(x => x.ToString()).ToArray());
        await db.Database.ExecuteSqlAsync($"""
            insert into preference (account_id, kind, mode) select {person}, kind, mode from unnest({kinds}, {modes}) as chosen (kind, mode)
            on conflict (account_id, kind) do update set mode = excluded.mode
            """, cancellationToken);
    }

    static string OneWord(string? text) => text is null ? "" : text.Length <= 40 ? text : text[..40] + "…";
}
