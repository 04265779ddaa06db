using System.Diagnostics;
using Helpdesk.Api.Formats;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.ServiceDefaults.Telemetry;

/// <summary>The attribute of spans that names their ticket: its number, and nothing else of it.</summary>
public static class TicketTag
{
    /// <summary>The attribute's name.</summary>
    public const string Key = "helpdesk.ticket";

    /// <summary>Sets it on the current span.</summary>
    /// <param name="number">The ticket's number.</param>
    public static void Set(string number) => Activity.Current?.SetTag(Key, number);

    // From the path or, for a ticket that was just opened, from the Location header.
    internal static void SetFromAddress(Activity span, HttpResponse response)
    {
        if (span.GetTagItem(Key) is null && (In(response.HttpContext.Request.Path.Value) ?? In(response.Headers.Location)) is { } number)
            span.SetTag(Key, number);
    }

    static string? In(string? address)
    {
        var steps = address?.Split('/') ?? [];
        var at = Array.IndexOf(steps, "tickets") + 1;
        return at > 0 && at < steps.Length && TicketNumber.TryParse(steps[at], out var number) ? number : null;
    }
}
