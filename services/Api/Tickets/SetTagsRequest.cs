using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Tickets;

/// <summary>All tags that the ticket shall have.</summary>
/// <param name="Tags">Each up to 40 letters, digits, spaces and <c>- _ . + # /</c>.</param>
public sealed record SetTagsRequest([property: Required, MaxLength(20, ErrorMessage = "At most 20 tags.")] string[] Tags);
