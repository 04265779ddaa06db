using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Audit;
using Helpdesk.Api.Settings;
using Helpdesk.Identity.Auditing;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Protection;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpdesk.Identity.Settings;

static class UpdateSettings
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("", HandleAsync)
        .Produces<SettingsResponse>()
        .WithName("UpdateSettings")
        .WithSummary("The settings as they shall be; If-Match carries the ETag of those that were seen");

    static async Task<IResult> HandleAsync(
        SettingsValues request, HttpContext http, ClaimsPrincipal caller, AccountsDbContext db, SettingsDefaults defaults,
        CachedSettings cachedSettings, ValueProtector protector, IPublishEndpoint outbox, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (http.Request.Headers.IfMatch.Count == 0)
            return VersionMissing;
        var seen = IfMatchHeader.Read(http.Request);
        if (seen is { Newest: < 0 })
            return VersionMissing;
        if (SettingsValidator.Validate(request, defaults) is { Count: > 0 } faults)
            return TypedResults.ValidationProblem(faults, type: ProblemTypes.Invalid);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var settings = await db.LockSettingsAsync(cancellationToken);
        if (seen?.Matches(settings.Version) == false)
            return ChangedMeanwhile(settings);
        if (settings.NeedsRecentSignIn(request) && !caller.SignedInRecently(time.GetUtcNow()))
            return RecentSignIn.Required;
        if (settings.LacksPasswordFor(request.Mail))
            return Problem.Invalid("mail.password", "Give the password again: it was meant for another server, or for another user of it.");

        var changes = settings.Apply(request, protector);
        if (changes.Count > 0)
        {
            settings.Stamp(caller.AccountId(), caller.FullName(), time.GetUtcNow());
            db.Record(caller, AuditAction.SettingsChanged, null, settings.ChangedAt!.Value, changes);
            await outbox.Publish(settings.ToEvent(), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            cachedSettings.Invalidate();
        }

        http.Response.Headers.ETag = settings.Tag;
        return TypedResults.Ok(settings.ToResponse(defaults));
    }

    static IResult VersionMissing => Problem.Of(
        StatusCodes.Status428PreconditionRequired, ProblemTypes.VersionMissing,
        "Say in If-Match which version of the settings you saw: the ETag of GET /api/settings.");

    static ProblemHttpResult ChangedMeanwhile(InstallationSettings settings) => Problem.Of(
        StatusCodes.Status412PreconditionFailed, ProblemTypes.ChangedMeanwhile,
        "Somebody changed the settings after you had opened them. Look at what changed, then repeat what you meant to do.",
        new Dictionary<string, object?>
        {
            ["version"] = settings.Version,
            ["changedAt"] = settings.ChangedAt,
            ["changedBy"] = settings.ChangedByName,
        });
}
