using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;

namespace Helpdesk.Api.Agents;

/// <summary>Whether an agent is there.</summary>
/// <param name="Available">False while they are away.</param>
/// <param name="Note">What colleagues shall read about it, while they are away.</param>
/// <param name="Until">When they come back by themselves, while they are away.</param>
public sealed record SetAvailabilityRequest(
    [property: Required] bool? Available = null,
    [property: TextLength(AgentLimits.NoteLength, Line = true)] string? Note = null,
    DateTimeOffset? Until = null);
