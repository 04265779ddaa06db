using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;

namespace Helpdesk.Api.Tickets;

/// <summary>How good the help was.</summary>
/// <param name="Score">From 1, bad, to 5, very good.</param>
/// <param name="Comment">What the customer says to that.</param>
public sealed record RateTicketRequest(
    [property: Required, Range(1, 5)] short? Score, [property: TextLength(2000)] string? Comment = null);
