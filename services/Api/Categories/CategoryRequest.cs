using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;
using Helpdesk.Contracts;

namespace Helpdesk.Api.Categories;

/// <summary>What a category should be, a new one or one that is there.</summary>
/// <param name="Title">Unique, whatever the case and the accents of its letters.</param>
/// <param name="AreaId">Who is responsible.</param>
/// <param name="Description">What it is for, shown to the customer.</param>
/// <param name="Priority">Priority of its tickets.</param>
/// <param name="Retired">Takes no new tickets. A category that was retired comes back by false.</param>
public sealed record CategoryRequest(
    [property: Required, TextLength(CategoryLimits.TitleLength, Line = true)] string Title = "",
    [property: Required] Guid? AreaId = null,
    [property: TextLength(CategoryLimits.DescriptionLength)] string? Description = null,
    [property: EnumDataType(typeof(TicketPriority))] TicketPriority Priority = TicketPriority.Low,
    bool Retired = false);
