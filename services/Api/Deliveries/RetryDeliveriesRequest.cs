using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Deliveries;

/// <summary>Tries all mails again that were given up.</summary>
/// <param name="Reason">Why; it is kept with each mail.</param>
/// <param name="Since">Only mails written since then; a week back when it is not said.</param>
public sealed record RetryDeliveriesRequest(
    [property: Required, StringLength(500, MinimumLength = 3)] string Reason, DateTimeOffset? Since = null);

/// <summary>How many mails are tried again.</summary>
/// <param name="Count">Mails that will be tried again.</param>
/// <param name="More">Whether failed ones are left: ask again.</param>
public sealed record RetryDeliveriesResponse(int Count, bool More);
