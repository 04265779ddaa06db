using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;
using Helpdesk.Contracts;

namespace Helpdesk.Api.Areas;

/// <summary>A new area.</summary>
/// <param name="Name">Unique, whatever the case and the accents of its letters.</param>
/// <param name="Mode">How its tickets find their agent.</param>
public sealed record CreateAreaRequest(
    [property: Required, TextLength(AreaLimits.NameLength, Line = true)] string Name = "",
    [property: EnumDataType(typeof(AssignmentMode))] AssignmentMode Mode = AssignmentMode.Automatic);
