using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Agents;

/// <summary>All areas of an agent.</summary>
/// <param name="AreaIds">Those the agent serves from now on, and no others.</param>
public sealed record SetAgentAreasRequest([property: Required, MaxLength(100)] IReadOnlyList<Guid>? AreaIds = null);

/// <summary>All areas of an agent.</summary>
/// <param name="Id">The agent.</param>
/// <param name="AreaIds">The areas they serve.</param>
public sealed record AgentAreasResponse(Guid Id, IReadOnlyList<Guid> AreaIds);
