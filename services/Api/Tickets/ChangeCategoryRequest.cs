using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Tickets;

/// <summary>What the ticket is about after all.</summary>
/// <param name="CategoryId">A category that takes tickets.</param>
public sealed record ChangeCategoryRequest([property: Required] Guid? CategoryId);
