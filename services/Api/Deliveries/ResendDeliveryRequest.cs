using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Deliveries;

/// <summary>Sends one mail again.</summary>
/// <param name="Reason">Why; it is kept with the mail.</param>
public sealed record ResendDeliveryRequest([property: Required, StringLength(500, MinimumLength = 3)] string Reason);
