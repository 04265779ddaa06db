using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Agents;
using Helpdesk.Api.Formats;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Results;
using MassTransit;

namespace Helpdesk.Assignment.Agents;

public static class SetAvailability
{
    static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPut("/{id:guid}/availability", HandleAsync).Produces<AgentResponse>().RequireAuthorization(Policies.Staff)
            .WithName("SetAvailability").WithSummary("Says that an agent is there or away: of oneself, or of anybody as a dispatcher");
        api.MapPut("/me/availability", HandleOwnAsync).Produces<AgentResponse>().RequireAuthorization(Policies.Staff)
            .WithName("SetOwnAvailability").WithSummary("Says that the caller is there or away");
    }

    static Task<IResult> HandleOwnAsync(
        SetAvailabilityRequest request, ClaimsPrincipal caller, AgentUnitOfWork agents, AssignmentDbContext db, IPublishEndpoint publish,
        TimeProvider time, CancellationToken cancellationToken) =>
        HandleAsync(caller.AccountId().GetValueOrDefault(), request, caller, agents, db, publish, time, cancellationToken);

    static async Task<IResult> HandleAsync(
        Guid id, SetAvailabilityRequest request, ClaimsPrincipal caller, AgentUnitOfWork agents, AssignmentDbContext db,
        IPublishEndpoint publish, TimeProvider time, CancellationToken cancellationToken)
    {
        if (id != caller.AccountId() && !caller.IsDispatcher())
            return NotYourself.ToProblem();
        var note = TextSanitizer.Line(request.Note) is { Length: > 0 } text ? text : null;
        // To the second: what the timer carries must be what the database keeps.
        var until = request.Until?.ToUniversalTime() is { } hour ? hour.AddTicks(-(hour.Ticks % TimeSpan.TicksPerSecond))
            : (DateTimeOffset?)null;
        var wanted = request with { Note = note, Until = until };
        if (Check(wanted, time.GetUtcNow()).IsRefused(out var wrong))
            return wrong.ToProblem();

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await agents.LockAsync(id, cancellationToken) is not { IsAgent: true } agent)
            return Refusal.NotFound("agent").ToProblem();
        var before = agent.AwayUntil;
        await agents.ChangeAsync(agent, x => Set(x, wanted), cancellationToken);
        if (until is { } back && back != before)
            await publish.Publish(new AgentReturnDue(id, back), x => x.Delay = back - time.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await GetAgent.HandleAsync(id, db, cancellationToken);
    }

    static void Set(Agent agent, SetAvailabilityRequest wanted)
    {
        if (wanted.Available == true)
            agent.ComeBack();
        else
            agent.GoAway(wanted.Note, wanted.Until);
    }

    internal static Result Check(SetAvailabilityRequest wanted, DateTimeOffset now) => wanted switch
    {
        { Available: true, Note: not null } => Refusal.Invalid("note", "A note goes with being away."),
        { Available: true, Until: not null } => Refusal.Invalid("until", "Only who is away comes back at an hour."),
        { Until: { } until } when until <= now => Refusal.Invalid("until", "This hour has passed already."),
        { Until: { } until } when until - now > Longest =>
            Refusal.Invalid("until", "An agent comes back by themselves within a year; leave the hour open instead."),
        _ => Result.Done,
    };

    static Refusal NotYourself { get; } = new(
        ProblemTypes.NotYourself, "Only agents themselves and dispatchers say whether they are there.", StatusCodes.Status403Forbidden);
}
