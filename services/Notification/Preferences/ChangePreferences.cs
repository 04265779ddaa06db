using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Preferences;

public static class ChangePreferences
{
    /// <summary>The kinds to change; the others stay.</summary>
    /// <param name="Manners">By kind of news.</param>
    public sealed record Request([property: Required] IReadOnlyDictionary<string, string> Manners);

    public static void Map(RouteGroupBuilder api) => api.MapPut("", HandleAsync)
        .WithName("ChangePreferences").WithSummary("Chooses which mails the signed-in person gets, and how").ProducesValidationProblem();

    static async Task<IResult> HandleAsync(Request request, ClaimsPrincipal caller, NotificationDbContext db, CancellationToken cancellationToken)
    {
        var chosen = new Dictionary<NewsKind, Manner>();
        foreach (var (kind, manner) in request.Manners)
        {
            if (Offer.Everything.FirstOrDefault(x => string.Equals(x.Kind.ToString(), kind, StringComparison.OrdinalIgnoreCase) && x.IsFor(caller.IsInRole)) is not { } offer)
                return Problem.Invalid("manners", $"“{OneWord(kind)}” is not among the kinds of news that you can choose. Mails about your account, and to customers about their own tickets, cannot be turned off.");
            if (offer.Choices.Where(x => x.ToString() == manner).ToList() is not [var known])
                return Problem.Invalid("manners", $"{kind} is told {string.Join(", ", offer.Choices)}, not “{OneWord(manner)}”.");
            chosen[offer.Kind] = known;
        }

        await SaveAsync(db, caller.AccountId()!.Value, chosen, cancellationToken);
        return TypedResults.Ok(await ShowPreferences.OfAsync(caller, db, cancellationToken));
    }

    internal static async Task SaveAsync(NotificationDbContext db, Guid person, IReadOnlyDictionary<NewsKind, Manner> chosen, CancellationToken cancellationToken)
    {
        var (kinds, manners) = (chosen.Keys.Select(x => x.ToString()).ToArray(), chosen.Values.Select(x => x.ToString()).ToArray());
        await db.Database.ExecuteSqlAsync($"""
            insert into preference (account_id, kind, manner) select {person}, kind, manner from unnest({kinds}, {manners}) as chosen (kind, manner)
            on conflict (account_id, kind) do update set manner = excluded.manner
            """, cancellationToken);
    }

    static string OneWord(string? text) => text is null ? "" : text.Length <= 40 ? text : text[..40] + "…";
}
