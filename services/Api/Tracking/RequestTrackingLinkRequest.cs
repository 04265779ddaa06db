using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;

namespace Helpdesk.Api.Tracking;

/// <summary>That somebody has lost a ticket's link.</summary>
/// <param name="Number">The ticket's number.</param>
/// <param name="Email">The customer's address; the link goes nowhere else.</param>
public sealed record RequestTrackingLinkRequest(
    [property: Required, StringLength(40)] string Number, [property: Required, StringLength(120), ValidEmailAddress] string Email);
