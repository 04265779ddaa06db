using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpdesk.Assignment.Agents;

public static class SetAvailability
{
    static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Whether an agent is there.</summary>
    /// <param name="Note">What colleagues shall read about it, while he is away.</param>
    /// <param name="Until">When he comes back by himself, while he is away.</param>
    public sealed record Request(
        [property: Required] bool? Available = null, [property: TextLength(Agent.NoteLength, Line = true)] string? Note = null,
        DateTimeOffset? Until = null);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPut("/{id:guid}/availability", HandleAsync).Produces<AgentAnswer>().RequireAuthorization(Policies.Staff)
            .WithName("SetAvailability").WithSummary("Says that an agent is there or away: of oneself, or of anybody as a dispatcher");
        api.MapPut("/me/availability", (Request request, ClaimsPrincipal caller, AgentUnitOfWork agents, AssignmentDbContext db, IPublishEndpoint publish, TimeProvider time, CancellationToken cancellationToken) =>
                HandleAsync(caller.AccountId().GetValueOrDefault(), request, caller, agents, db, publish, time, cancellationToken))
            .Produces<AgentAnswer>().RequireAuthorization(Policies.Staff).WithName("SetMyAvailability").WithSummary("Says that the caller is there or away");
    }

    static async Task<IResult> HandleAsync(
        Guid id, Request request, ClaimsPrincipal caller, AgentUnitOfWork agents, AssignmentDbContext db, IPublishEndpoint publish, TimeProvider time, CancellationToken cancellationToken)
    {
        if (id != caller.AccountId() && !caller.IsDispatcher())
            return Problem.Of(StatusCodes.Status403Forbidden, "not-yourself", "Only the agent himself and dispatchers say whether he is there.");
        var note = TextSanitizer.Line(request.Note) is { Length: > 0 } text ? text : null;
        // To the second: what the timer carries must be what the database keeps.
        var until = request.Until?.ToUniversalTime() is { } hour ? hour.AddTicks(-(hour.Ticks % TimeSpan.TicksPerSecond)) : (DateTimeOffset?)null;
        if (Check(request.Available!.Value, note, until - time.GetUtcNow()) is { } wrong)
            return wrong;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await agents.LockAsync(id, cancellationToken) is not { IsAgent: true } agent)
            return Problem.NotFound("agent");
        var before = agent.AwayUntil;
        await agents.ChangeAsync(agent, x => Set(x, request.Available.Value, note, until), cancellationToken);
        if (until is { } back && back != before)
            await publish.Publish(new AgentReturnDue(id, back), x => x.Delay = back - time.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await GetAgent.AnswerAsync(id, db, cancellationToken);
    }

    static void Set(Agent agent, bool available, string? note, DateTimeOffset? until)
    {
        if (available)
            agent.ComeBack();
        else
            agent.GoAway(note, until);
    }

    static ValidationProblem? Check(bool available, string? note, TimeSpan? ahead) => (available, note, ahead) switch
    {
        (true, not null, _) => Problem.Invalid("note", "A note goes with being away."),
        (true, _, not null) => Problem.Invalid("until", "Only who is away comes back at an hour."),
        (_, _, { } span) when span <= TimeSpan.Zero => Problem.Invalid("until", "This hour has passed already."),
        (_, _, { } span) when span > Longest => Problem.Invalid("until", "An agent comes back by himself within a year; leave the hour open instead."),
        _ => null,
    };
}
